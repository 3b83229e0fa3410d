package relais.experiences.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** What bytes are, by how they begin: what their sender calls them says nothing. */
enum FileType {
    JPEG,
    PNG,
    WEBP,
    SVG,
    PDF,
    ZIP,
    OTHER;

    private static final int BEGINNING = 1024;

    static FileType of(byte[] bytes) {
        String begin = new String(bytes, 0, Math.min(bytes.length, BEGINNING), ISO_8859_1);
        if (begin.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (begin.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (begin.startsWith("RIFF") && begin.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (begin.startsWith("%PDF-")) {
            return PDF;
        }
        if (begin.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        return begin.toLowerCase(Locale.ROOT).contains("<svg") ? SVG : OTHER;
    }

    boolean isPicture() {
        return this == JPEG || this == PNG || this == WEBP;
    }
}
