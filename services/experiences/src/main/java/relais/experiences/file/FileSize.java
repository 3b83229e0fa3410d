package relais.experiences.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import relais.experiences.experience.FilePolicy;
import relais.experiences.experience.FileUse;

/** In which form a file is kept: a picture in two sizes, a document as it came. */
public enum FileSize {
    /** As wide as a tile of the library on a fine screen. */
    SMALL(480),
    /** As wide as a page. */
    LARGE(1280),
    DOCUMENT(0);

    private final int width;

    FileSize(int width) {
        this.width = width;
    }

    /** The widest that such a picture is, in pixels; 0 for a document. */
    int width() {
        return width;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key under which the bytes of a file are kept. */
    String key(String hash) {
        return hash + "/" + text();
    }

    static Stream<String> keys(String hash) {
        return Arrays.stream(values()).map(size -> size.key(hash));
    }

    static Stream<FileSize> of(FileUse use) {
        return use == FileUse.DOCUMENT ? Stream.of(DOCUMENT) : Stream.of(SMALL, LARGE);
    }

    public static Optional<FileSize> parse(String text) {
        return Arrays.stream(values()).filter(size -> size.text().equals(text)).findFirst();
    }

    /** The file that a key is of; empty if the key is none of ours. */
    static Optional<String> hashOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(key.substring(0, slash)).filter(FilePolicy::isHash);
    }
}
