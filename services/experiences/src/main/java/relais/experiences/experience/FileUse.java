package relais.experiences.experience;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file is sent for. */
public enum FileUse {
    PICTURE,
    DOCUMENT;

    /** As a request names it, such as {@code picture}. */
    public static Optional<FileUse> parse(@Nullable String text) {
        return Stream.of(values()).filter(use -> use.text().equals(text)).findFirst();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
