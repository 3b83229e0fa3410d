package relais.history.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Positions;

/**
 * One export, from its first byte to its manifest. It is written while the log is read, in memory
 * that does not grow with it; whoever stops listening stops it.
 *
 * @param <T> a row, ready to be written
 */
public final class Export<T> {

    private static final Duration CHECK_EVERY = Duration.ofMillis(250);

    private final String id;
    private final Map<String, String> question;
    private final Log log;
    private final Rows rows;
    private final Format<T> format;
    private final Positions from;
    private final Positions to;
    private final Clock clock;

    /**
     * @param question what goes into the manifest
     */
    public Export(
            String id,
            Map<String, String> question,
            Log log,
            Rows rows,
            Format<T> format,
            Positions from,
            Positions to,
            Clock clock) {
        this.id = id;
        this.question = question;
        this.log = log;
        this.rows = rows;
        this.format = format;
        this.from = from;
        this.to = to;
        this.clock = clock;
    }

    public String id() {
        return id;
    }

    public Format<T> format() {
        return format;
    }

    public Positions from() {
        return from;
    }

    public Positions to() {
        return to;
    }

    /** Whoever waits for the export while nothing of it is written. */
    @FunctionalInterface
    public interface Reader {

        /**
         * @throws IOException if he has left
         */
        void check() throws IOException;
    }

    /** Writes all of it, or its first events, for somebody who does not leave. */
    public Manifest writeTo(OutputStream out, long most) throws IOException, InterruptedException {
        return writeTo(out, most, () -> {});
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
        long heardOf = clock.millis();
        try (Log.Reading<Step<T>> reading = log.read(from, to, Step.of(this::prepare))) {
            Format.Writer<T> writer = format.open(digested);
            Step<T> step;
            while (events < most && (step = reading.next()) != null) {
                T row = step.item();
                if (row != null) {
                    writer.write(row);
                    events++;
                } else if (clock.millis() - heardOf >= CHECK_EVERY.toMillis()) {
                    reader.check();
                    heardOf = clock.millis();
                }
            }
            writer.close();
        }
        digested.flush();
        return new Manifest(
                id,
                question,
                format.mediaType(),
                from,
                to,
                events,
                digested.bytes(),
                digested.sha256(),
                clock.instant());
    }

    private @Nullable T prepare(LoggedEvent event) {
        Row row = rows.apply(event);
        return row == null ? null : format.prepare(row);
    }
}
