package relais.history.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Offsets;

/**
 * One export, from its first byte to its manifest. It is written while the log is read, in memory
 * that does not grow with it; whoever stops listening stops it.
 *
 * @param <T> a row, ready to be written
 * @param question what goes into the manifest
 * @param repeats how many records of the log before {@code to} repeat others
 */
public record Export<T>(
        String id,
        Map<String, String> question,
        Log log,
        Rows rows,
        Format<T> format,
        Offsets from,
        Offsets to,
        Clock clock,
        long repeats) {

    private static final Duration CHECK_EVERY = Duration.ofMillis(250);

    /** Whoever waits for the export while nothing of it is written. */
    @FunctionalInterface
    public interface Reader {

        /**
         * @throws IOException if he has left
         */
        void check() throws IOException;
    }

    /**
     * Writes all of it, or its first events.
     *
     * @param out not closed
     * @param most how many events at most
     * @param reader asked now and then while nothing is wanted of what is read
     * @throws IOException if nobody listens any more: nothing is read after that
     */
    public Manifest writeTo(OutputStream out, long most, Reader reader)
            throws IOException, InterruptedException {
        Digested digested = new Digested(out);
        long events = 0;
        List<Manifest.Partition> partitions;
        long heardOf = clock.millis();
        try (Log.Reading<ReadStep<Prepared<T>>> reading =
                log.read(from, to, ReadStep.of(this::prepare))) {
            Format.Writer<T> writer = format.open(digested);
            ReadStep<Prepared<T>> step;
            long written = 0;
            while (written < most && (step = reading.next()) != null) {
                Prepared<T> row = step.item();
                if (row != null) {
                    writer.write(row.row());
                    written++;
                    events += row.repeat() ? 0 : 1;
                } else if (clock.millis() - heardOf >= CHECK_EVERY.toMillis()) {
                    reader.check();
                    heardOf = clock.millis();
                }
            }
            writer.close();
            partitions = writer.partitions();
        }
        digested.flush();
        return new Manifest(
                id,
                question,
                format.mediaType(),
                from,
                to,
                events,
                repeats,
                digested.bytes(),
                digested.sha256(),
                clock.instant(),
                partitions);
    }

    private record Prepared<T>(T row, boolean repeat) {}

    private @Nullable Prepared<T> prepare(LoggedEvent event) {
        Row row = rows.apply(event);
        return row == null ? null : new Prepared<>(format.prepare(row), row.repeat());
    }
}
