package relais.experiences.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.web.ProblemException;
import relais.web.Violation;

class ImportFileTest {

    @ParameterizedTest
    @ValueSource(strings = {";", ","})
    void readsEitherSeparator(String separator) {
        List<ImportRow> rows =
                read(
                        "externalId%stitle\r\nun%s\"A; b, \"\"c\"\"\nd\"\r\n\r\ndeux%sB"
                                .formatted(separator, separator, separator));
        assertThat(rows).extracting(ImportRow::line).containsExactly(2L, 5L);
        assertThat(rows.getFirst().cells())
                .containsEntry(ImportColumns.EXTERNAL_ID, "un")
                .containsEntry(ImportColumns.TITLE, "A; b, \"c\"\nd");
    }

    @Test
    void readsAfterAByteOrderMark() {
        assertThat(read("\uFEFFexternalId\nun")).hasSize(1);
    }

    @Test
    void aShortRowHasEmptyCells() {
        assertThat(read("externalId;title\nun").getFirst().cells())
                .doesNotContainKey(ImportColumns.TITLE);
    }

    @Test
    void readsFrenchNamesOfColumnsWhateverTheirCaseAndAccents() {
        assertThat(
                        read("Référence;TITRE;mots cles;coût en euros;début;means_fte\nun;A;b;1;c;2")
                                .getFirst()
                                .cells())
                .containsOnlyKeys(
                        ImportColumns.EXTERNAL_ID,
                        ImportColumns.TITLE,
                        ImportColumns.TAGS,
                        ImportColumns.MEANS_EUROS,
                        ImportColumns.STARTED_ON,
                        ImportColumns.MEANS_FTE);
        assertViolation("référence;titre;title\na;b;c", "title", "repeated-column");
    }

    @Test
    void noTwoColumnsShareAName() {
        for (ImportColumns column : ImportColumns.values()) {
            assertThat(ImportColumns.ofHeader(column.header())).contains(column);
            assertThat(ImportColumns.ofHeader(column.frenchHeader())).contains(column);
        }
    }

    @Test
    void refusesUnknownRepeatedAndMissingColumns() {
        assertViolation("titel;title;title\na;b;c", "titel", "unknown-column");
        assertViolation("titel;title;title\na;b;c", "title", "repeated-column");
        assertViolation("titel;title;title\na;b;c", "externalId", "missing-column");
        assertViolation("", "externalId", "missing-column");
        assertViolation("externalId;\nun;", "column 2", "unknown-column");
        assertViolation("externalId" + ";".repeat(1000), "line 1", "too-many-columns");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertViolation("externalId;title\nun;\"open", "body", "malformed-csv");
        assertViolation("externalId;title\nun;a;b", "line 2", "too-many-cells");
        assertThatThrownBy(() -> ImportFile.read("externalId\né".getBytes(ISO_8859_1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesARecordOfNothingButSeparatorsByItsLine() {
        assertViolation(
                "externalId;title\nun;deux\n" + ";".repeat(8_000_000), "line 3", "too-many-cells");
        assertViolation(
                "externalId;title\nun;d\"eux" + ";".repeat(100), "line 2", "too-many-cells");
        assertViolation(";".repeat(8_000_000), "line 1", "too-many-columns");
    }

    @Test
    void readsAQuotedTextFullOfSeparatorsQuotesAndLines() {
        String written = "\"\";\n".repeat(1_000) + "fin";

        List<ImportRow> rows =
                ImportFile.read(
                        ("externalId;title\nun;\"" + written + "\"\ndeux;x").getBytes(UTF_8));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().cells())
                .containsEntry(ImportColumns.TITLE, "\";\n".repeat(1_000) + "fin");
    }

    @Test
    void refusesMoreThanFiveThousandRows() {
        assertThat(read("externalId\n" + "a\n".repeat(ImportFile.MAX_ROWS)))
                .hasSize(ImportFile.MAX_ROWS);
        assertThatThrownBy(() -> read("externalId\n" + "a\n".repeat(ImportFile.MAX_ROWS + 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo("too-many-rows"));
    }

    @Test
    void theDescriptionNamesEveryColumnAndOperation() {
        assertThat(ColumnsDescription.withColumns(ImportsController.DESCRIPTION))
                .contains(
                        Arrays.stream(ImportColumns.values())
                                .map(ImportColumns::header)
                                .toArray(String[]::new))
                .contains(
                        Arrays.stream(ImportColumns.values())
                                .map(ImportColumns::frenchHeader)
                                .toArray(String[]::new))
                .contains(
                        Arrays.stream(ImportOperation.values())
                                .map(Enum::name)
                                .toArray(String[]::new));
    }

    private static void assertViolation(String text, String field, String code) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem().violations())
                                        .extracting(Violation::field, Violation::code)
                                        .contains(tuple(field, code)));
    }

    private static List<ImportRow> read(String text) {
        return ImportFile.read(text.getBytes(UTF_8));
    }
}
