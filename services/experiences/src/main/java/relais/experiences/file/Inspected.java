package relais.experiences.file;

import java.util.Map;
import relais.aggregates.Refusal;
import relais.experiences.experience.UploadedFile;

/** What was found of bytes that somebody sent. */
sealed interface Inspected {

    /**
     * They are sound.
     *
     * @param forms the bytes to keep, in each form
     */
    record Sound(UploadedFile file, Map<FileSize, byte[]> forms) implements Inspected {}

    /** They are not kept. */
    record Unsound(Refusal because) implements Inspected {}

    /** A refusal of the file, whatever it is called. */
    static Inspected not(String code, Object... args) {
        return new Unsound(Refusal.invalid("file", code, args));
    }
}
