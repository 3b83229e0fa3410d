package relais.experiences.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.experiences.Bench;
import relais.experiences.experience.AttachedDocument;
import relais.experiences.experience.Content;
import relais.experiences.experience.FileUse;
import relais.experiences.experience.Picture;
import relais.experiences.experience.Scene;
import relais.experiences.experience.UploadedFile;

/** Pictures and documents that rows name. */
class ImportedFilesTest {

    private static final Actor OPERATOR = new Actor("m-exploitation", null, Set.of(Role.OPERATOR));
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);
    private static final String GUIDE = "3".repeat(64);
    private static final String OF_OTHERS = "4".repeat(64);

    private final Bench bench = new Bench();

    @BeforeEach
    void filesWereSent() {
        bench.uploads.put(
                Scene.TOWN.id(),
                Map.of(
                        ONE, picture(ONE),
                        TWO, picture(TWO),
                        GUIDE,
                                new UploadedFile(
                                        GUIDE, FileUse.DOCUMENT, "application/pdf", 900, 0, 0)));
        bench.uploads.put(Scene.NEIGHBOUR.id(), Map.of(OF_OTHERS, picture(OF_OTHERS)));
    }

    private static UploadedFile picture(String hash) {
        return new UploadedFile(hash, FileUse.PICTURE, "image/jpeg", 500, 640, 480);
    }

    @Test
    void aRowNamesFilesOfItsPartnerByTheirHashes() {
        ImportReport report =
                imported(
                        row(
                                "SUBMIT",
                                Map.of(
                                        ImportColumns.PICTURES_HASH, ONE + " | " + TWO,
                                        ImportColumns.PICTURES_ALTERNATIVE, "Un robot|Deux élèves",
                                        ImportColumns.PICTURES_LICENCE, "LO-2.0|CC-BY-4.0",
                                        ImportColumns.PICTURES_CREDIT, "|La ville",
                                        ImportColumns.DOCUMENTS_HASH, GUIDE,
                                        ImportColumns.DOCUMENTS_TITLE, "Le guide",
                                        ImportColumns.DOCUMENTS_LICENCE, "CC0-1.0")));

        assertThat(refusals(report)).isEmpty();
        assertThat(content(report).pictures())
                .containsExactly(
                        new Picture(ONE, "image/jpeg", 500, 640, 480, "Un robot", "LO-2.0", null),
                        new Picture(
                                TWO,
                                "image/jpeg",
                                500,
                                640,
                                480,
                                "Deux élèves",
                                "CC-BY-4.0",
                                "La ville"));
        assertThat(content(report).documents())
                .containsExactly(
                        new AttachedDocument(GUIDE, "application/pdf", 900, "Le guide", "CC0-1.0"));
    }

    @Test
    void aFileThatIsUnknownOrOfAnotherPartnerIsRefusedByItsPlaceAndLine() {
        ImportReport report =
                imported(
                        row(
                                "SUBMIT",
                                Map.of(
                                        ImportColumns.PICTURES_HASH,
                                        ONE + "|" + OF_OTHERS + "|" + GUIDE,
                                        ImportColumns.PICTURES_ALTERNATIVE,
                                        "Un|Deux|Trois",
                                        ImportColumns.PICTURES_LICENCE,
                                        "LO-2.0|LO-2.0|LO-2.0",
                                        ImportColumns.DOCUMENTS_HASH,
                                        "guide.pdf",
                                        ImportColumns.DOCUMENTS_TITLE,
                                        "Le guide",
                                        ImportColumns.DOCUMENTS_LICENCE,
                                        "LO-2.0")));

        assertThat(report.rows().getFirst().line()).isEqualTo(2);
        assertThat(refusals(report))
                .containsExactly(
                        "pictures_hash[1]:file-not-sent[2]",
                        "pictures_hash[2]:file-not-sent[3]",
                        "documents_hash[0]:file-not-sent[1]");
    }

    @Test
    void whatACellLacksIsNamedByItsColumn() {
        ImportReport report =
                imported(
                        row(
                                "SUBMIT",
                                Map.of(
                                        ImportColumns.PICTURES_HASH, ONE + "|" + TWO,
                                        ImportColumns.PICTURES_ALTERNATIVE, "Un robot",
                                        ImportColumns.PICTURES_LICENCE, "LO-2.0|toute")));

        assertThat(refusals(report))
                .map(refusal -> refusal.replaceFirst(":.*", ""))
                .containsExactly("pictures_alternative[1]", "pictures_licence[1]");
    }

    @Test
    void manyValuesInACellAreRefusedAsTooMany() {
        ImportReport report =
                imported(
                        row(
                                "SUBMIT",
                                Map.of(ImportColumns.PICTURES_CREDIT, "|".repeat(1_000_000))));

        assertThat(refusals(report)).containsExactly("pictures:too-many[5]");
    }

    @Test
    void aRevisionWithoutFilesKeepsThoseOfTheCard() {
        ImportRow submission =
                row(
                        "SUBMIT",
                        Map.of(
                                ImportColumns.PICTURES_HASH, ONE,
                                ImportColumns.PICTURES_ALTERNATIVE, "Un robot",
                                ImportColumns.PICTURES_LICENCE, "LO-2.0"));
        ImportRow publication =
                new ImportRow(
                        3,
                        Map.of(
                                ImportColumns.EXTERNAL_ID, "one",
                                ImportColumns.OPERATION, "PUBLISH",
                                ImportColumns.PARTNER, "p-mene"));
        ImportReport report =
                imported(
                        submission,
                        publication,
                        row("REVISE", Map.of(ImportColumns.TITLE, "Un autre titre")));
        assertThat(refusals(report)).isEmpty();
        assertThat(content(report).pictures()).extracting(Picture::hash).containsExactly(ONE);

        ImportReport replaced =
                imported(
                        row(
                                "REVISE",
                                Map.of(
                                        ImportColumns.PICTURES_HASH, TWO,
                                        ImportColumns.PICTURES_ALTERNATIVE, "Deux élèves",
                                        ImportColumns.PICTURES_LICENCE, "LO-2.0")));
        assertThat(refusals(replaced)).isEmpty();
        assertThat(content(replaced).pictures()).extracting(Picture::hash).containsExactly(TWO);
    }

    private ImportReport imported(ImportRow... rows) {
        return bench.imports.importRows(List.of(rows), OPERATOR);
    }

    private static List<String> refusals(ImportReport report) {
        return report.rows().stream()
                .flatMap(row -> row.refusals().stream())
                .map(refusal -> refusal.field() + ":" + refusal.code() + refusal.args())
                .toList();
    }

    private Content content(ImportReport report) {
        return Stream.ofNullable(report.rows().getFirst().id())
                .flatMap(id -> bench.experiences.find(id).stream())
                .map(stored -> stored.state().content())
                .findFirst()
                .orElseThrow();
    }

    private static ImportRow row(String operation, Map<ImportColumns, String> more) {
        Map<ImportColumns, String> cells = new EnumMap<>(ImportColumns.class);
        cells.put(ImportColumns.EXTERNAL_ID, "one");
        cells.put(ImportColumns.OPERATION, operation);
        cells.put(ImportColumns.PARTNER, Scene.TOWN.id().value());
        cells.put(ImportColumns.TITLE, "Un titre");
        cells.put(ImportColumns.PREVIEW, "Un aperçu");
        cells.put(ImportColumns.TERRITORY, "commune:45234");
        cells.put(ImportColumns.LEVEL, "ECOLE");
        cells.put(ImportColumns.AXES, "USES");
        cells.put(ImportColumns.PROBLEM, "Un problème");
        cells.put(ImportColumns.ACTION, "Une action");
        cells.put(ImportColumns.LICENCE_ACCEPTED, "oui");
        cells.putAll(more);
        return new ImportRow(2, cells);
    }
}
