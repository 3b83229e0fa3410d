package relais.experiences.file;

import java.util.Map;
import java.util.Optional;
import relais.experiences.experience.FileUse;
import relais.experiences.experience.UploadedFile;
import relais.web.Sha256;

/** Looks into what is said to be a document. It is kept as it came, or not at all. */
final class DocumentInspection {

    private static final String PDF = "application/pdf";

    private DocumentInspection() {}

    static Inspected of(byte[] bytes) {
        return switch (FileType.of(bytes)) {
            case PDF -> pdf(bytes);
            case ZIP -> odf(bytes);
            case SVG -> Inspected.not("file-svg");
            case JPEG, PNG, WEBP, OTHER -> Inspected.not("file-no-document");
        };
    }

    private static Inspected pdf(byte[] bytes) {
        Optional<Inspected> fault = PdfInspection.fault(bytes);
        return fault.orElseGet(() -> sound(PDF, bytes));
    }

    private static Inspected odf(byte[] bytes) {
        OdfInspection.Found found = OdfInspection.in(bytes);
        return found.fault().isEmpty() ? sound(found.type(), bytes) : Inspected.not(found.fault());
    }

    private static Inspected sound(String type, byte[] bytes) {
        return new Inspected.Sound(
                new UploadedFile(Sha256.hex(bytes), FileUse.DOCUMENT, type, bytes.length, 0, 0),
                Map.of(FileSize.DOCUMENT, bytes));
    }
}
