package relais.history.adapter.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import relais.history.export.FlatRow;
import relais.history.export.Format;
import relais.history.export.Row;
import relais.history.export.SpreadsheetText;

/**
 * The {@link FlatRow} columns as RFC 4180 has them: commas, CRLF, UTF-8, a header row, quotes where
 * they are needed. A text that a spreadsheet would take for a formula is a {@link SpreadsheetText}.
 */
public record CsvFormat() implements Format<byte[]> {

    private static final CSVFormat CSV = CSVFormat.RFC4180;

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public byte[] prepare(Row row) {
        return line(FlatRow.columns().stream().map(column -> text(column, row)).toList());
    }

    @Override
    public Writer<byte[]> open(OutputStream out) throws IOException {
        out.write(line(FlatRow.columns().stream().map(FlatRow::column).toList()));
        return Writer.to(out);
    }

    private static String text(FlatRow column, Row row) {
        Object cell = column.in(row);
        if (cell == null) {
            return "";
        }
        return column.kind() == FlatRow.Kind.TEXT
                ? requireNonNull(SpreadsheetText.of(cell.toString()))
                : cell.toString();
    }

    private static byte[] line(List<String> cells) {
        return (CSV.format(cells.toArray()) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
