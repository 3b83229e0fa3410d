package relais.history.adapter.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.history.export.FlatRow;
import relais.history.export.Format;
import relais.history.export.Payload;
import relais.history.export.Row;
import relais.history.export.SpreadsheetText;

/**
 * The {@link FlatRow} columns as RFC 4180 has them: commas, CRLF, UTF-8, a header row, quotes where
 * they are needed. A text that a spreadsheet would take for a formula is a {@link SpreadsheetText}.
 */
public record CsvFormat() implements Format<byte[]> {

    private static final byte[] NOTHING = new byte[0];

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
        List<byte[]> cells = new ArrayList<>(FlatRow.COLUMNS.size());
        for (FlatRow column : FlatRow.COLUMNS) {
            cells.add(cell(column.in(row)));
        }
        return line(cells);
    }

    @Override
    public Writer<byte[]> open(OutputStream out) throws IOException {
        out.write(
                line(FlatRow.COLUMNS.stream().map(name -> name.column().getBytes(UTF_8)).toList()));
        return Writer.to(out);
    }

    private static byte[] cell(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Payload payload -> payload.json();
            case String text -> requireNonNull(SpreadsheetText.of(text)).getBytes(UTF_8);
            default -> value.toString().getBytes(UTF_8);
        };
    }

    /** The bytes that commons-csv makes of the same cells, which a whole log has too many of. */
    private static byte[] line(List<byte[]> cells) {
        int length = 1;
        boolean[] quoted = new boolean[cells.size()];
        for (int i = 0; i < quoted.length; i++) {
            byte[] cell = cells.get(i);
            int quotes = 0;
            boolean special = cell.length == 0 ? i == 0 : isSpecial(cell);
            for (byte each : cell) {
                quotes += each == '"' ? 1 : 0;
                special |= each == '"' || each == ',' || each == '\r' || each == '\n';
            }
            quoted[i] = special;
            length += cell.length + 1 + (special ? quotes + 2 : 0);
        }
        byte[] line = new byte[length];
        int end = 0;
        for (int i = 0; i < quoted.length; i++) {
            end = put(cells.get(i), quoted[i], line, end);
            line[end++] = ',';
        }
        line[end - 1] = '\r';
        line[end] = '\n';
        return line;
    }

    /** Some readers take other characters at a cell's beginning for comments, or trim its end. */
    private static boolean isSpecial(byte[] cell) {
        return Byte.toUnsignedInt(cell[0]) <= '#'
                || Byte.toUnsignedInt(cell[cell.length - 1]) <= ' ';
    }

    private static int put(byte[] cell, boolean quoted, byte[] line, int start) {
        if (!quoted) {
            System.arraycopy(cell, 0, line, start, cell.length);
            return start + cell.length;
        }
        int end = start;
        line[end++] = '"';
        for (byte each : cell) {
            if (each == '"') {
                line[end++] = '"';
            }
            line[end++] = each;
        }
        line[end++] = '"';
        return end;
    }
}
