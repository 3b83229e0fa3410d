package relais.experiences.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.http.HttpStatus;
import relais.web.Problem;
import relais.web.Violation;

/** Reads the file of an import as rows; a file that is no such table is refused as a whole. */
final class ImportFile {

    static final int MAX_ROWS = 5_000;

    private ImportFile() {}

    /**
     * @throws relais.web.ProblemException 400 naming the header or line at fault, 422 if there are
     *     too many rows
     */
    static List<ImportRow> read(byte[] bytes) {
        String text = decode(bytes);
        char delimiter = delimiter(text);
        EndlessRecord.refuse(text, delimiter);
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw Problem.invalid("externalId", "missing-column").exception();
            }
            List<ImportColumns> header = header(records.next());
            return rows(parser, records, header);
        } catch (UncheckedIOException | IllegalStateException | IOException _) {
            throw Problem.invalid("body", "malformed-csv").exception();
        }
    }

    private static List<ImportRow> rows(
            CSVParser parser, Iterator<CSVRecord> records, List<ImportColumns> header) {
        List<ImportRow> rows = new ArrayList<>();
        long line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
            CSVRecord cells = records.next();
            if (cells.size() > 1 || !cells.get(0).isBlank()) {
                rows.add(row(line, cells, header));
            }
            if (rows.size() > MAX_ROWS) {
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-rows", MAX_ROWS)
                        .exception();
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        return rows;
    }

    private static ImportRow row(long line, CSVRecord record, List<ImportColumns> header) {
        if (record.size() > header.size()) {
            throw Problem.invalid("line " + line, "too-many-cells", header.size()).exception();
        }
        Map<ImportColumns, String> cells = new EnumMap<>(ImportColumns.class);
        for (int i = 0; i < record.size(); i++) {
            cells.put(header.get(i), record.get(i));
        }
        return new ImportRow(line, cells);
    }

    private static List<ImportColumns> header(CSVRecord names) {
        if (names.size() > ImportColumns.values().length) {
            throw Problem.invalid("line 1", "too-many-columns", ImportColumns.values().length)
                    .exception();
        }
        List<Violation> violations = new ArrayList<>();
        List<ImportColumns> header = new ArrayList<>();
        Set<ImportColumns> seen = new HashSet<>();
        for (String name : names) {
            ImportColumns column = ImportColumns.ofHeader(name.strip()).orElse(null);
            if (column == null) {
                violations.add(new Violation(named(name, header.size() + 1), "unknown-column"));
            } else if (seen.add(column)) {
                header.add(column);
            } else {
                violations.add(new Violation(column.header(), "repeated-column"));
            }
        }
        if (!seen.contains(ImportColumns.EXTERNAL_ID)) {
            violations.add(new Violation(ImportColumns.EXTERNAL_ID.header(), "missing-column"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return header;
    }

    private static String decode(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // Spreadsheets put a byte order mark before the first column's name.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw Problem.invalid("body", "not-utf8").exception();
        }
    }

    /** The header names hold neither separator, so whichever comes first is the one. */
    private static char delimiter(String text) {
        int semicolon = text.indexOf(';');
        int comma = text.indexOf(',');
        int end = text.indexOf('\n');
        boolean inHeader = semicolon >= 0 && (end < 0 || semicolon < end);
        return inHeader && (comma < 0 || semicolon < comma) ? ';' : ',';
    }

    private static String named(String name, int position) {
        return name.isBlank() ? "column " + position : excerpt(name);
    }

    private static String excerpt(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
