package relais.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.events.SchemaRegistry;
import relais.history.adapter.format.ParquetFormat;
import relais.history.adapter.kafka.AvroPayloads;
import relais.history.adapter.territories.TerritoryGeography;
import relais.history.export.Format;
import relais.history.export.Row;
import relais.history.export.Rows;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.territories.Territories;

/**
 * The floor of an export as Parquet: its own writer is given the rows of the log's first events,
 * which are ready in memory, as often as there are events.
 */
final class ParquetFloor {

    /** Some 100 MB. */
    private static final int MOST_ROWS = 40_000;

    private final ParquetFormat format = new ParquetFormat();
    private final List<List<@Nullable Object>> ready = new ArrayList<>();

    ParquetFloor(Log log, SchemaRegistry registry) throws InterruptedException {
        Rows rows =
                new Rows(
                        EventFilter.ANY,
                        null,
                        new AvroPayloads(registry),
                        new TerritoryGeography(Territories.load()),
                        _ -> false,
                        _ -> false,
                        false);
        Log.Extent extent = log.extent();
        try (Log.Reading<Row> reading = log.read(extent.start(), extent.end(), rows)) {
            Row row;
            while (ready.size() < MOST_ROWS && (row = reading.next()) != null) {
                ready.add(format.prepare(row));
            }
        }
    }

    Duration measure(long events) throws IOException {
        long begin = System.nanoTime();
        try (Format.Writer<List<@Nullable Object>> writer =
                format.open(OutputStream.nullOutputStream())) {
            for (long i = 0; i < events; i++) {
                writer.write(ready.get((int) (i % ready.size())));
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
