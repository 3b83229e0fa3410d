package relais.history.adapter.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import relais.history.dataset.Column;
import relais.history.dataset.Table;
import relais.history.export.SpreadsheetText;

/** A table as RFC 4180 has it, with a header row. */
public final class TableCsv {

    private TableCsv() {}

    /**
     * @param out not closed
     */
    public static void write(Table table, List<List<@Nullable Object>> rows, OutputStream out)
            throws IOException {
        CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, UTF_8), CSVFormat.RFC4180);
        csv.printRecord(table.columns().stream().map(Column::name).toList());
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> cells = new ArrayList<>(row.size());
            row.forEach(cell -> cells.add(cell(cell)));
            csv.printRecord(cells);
        }
        csv.flush();
    }

    private static @Nullable Object cell(@Nullable Object cell) {
        return switch (cell) {
            case String text -> SpreadsheetText.of(text);
            case BigDecimal number -> number.toPlainString();
            case null, default -> cell;
        };
    }
}
