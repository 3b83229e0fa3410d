package relais.history.adapter.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import relais.history.export.SpreadsheetText;
import relais.history.figure.Series;

/** A series as one line a number, the way data frames like it. */
final class SeriesCsv {

    private SeriesCsv() {}

    /**
     * The groups if it is by something, else the total. A number that does not exist has no line.
     */
    static String of(SeriesView answer) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("period", "from", "at", "value", "name", "count", "successor");
            if (answer.by() == null) {
                print(csv, answer.periods(), null, null, answer.total(), null);
            }
            for (Series.Group group : answer.groups()) {
                print(
                        csv,
                        answer.periods(),
                        group.value(),
                        group.name(),
                        group.counts(),
                        group.successor() == null ? null : group.successor().value());
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    private static void print(
            CSVPrinter csv,
            List<Series.Period> periods,
            @Nullable String value,
            @Nullable String name,
            List<? extends @Nullable Integer> counts,
            @Nullable String successor)
            throws IOException {
        for (int i = 0; i < periods.size(); i++) {
            Integer count = counts.get(i);
            if (count != null) {
                Series.Period period = periods.get(i);
                csv.printRecord(
                        period.name(),
                        period.from(),
                        period.at(),
                        SpreadsheetText.of(value),
                        SpreadsheetText.of(name),
                        count,
                        successor);
            }
        }
    }
}
