package relais.benchmarks;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Ways to read the same log, each with its ratios to the floor. Time on the clock says little on a
 * machine that others use too; the processor time of the process that reads says the same there as
 * elsewhere. Rows are Markdown, and appear as they are known.
 */
final class Table {

    private static final String HEADER =
            """
            | what | events read | kept | MB | seconds | read a second | of the floor | CPU of the reader, µs an event | of the floor |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |\
            """;

    private record Row(long events, Cost cost) {

        double clock() {
            return (double) cost.clock().toNanos() / events;
        }

        double processor() {
            return (double) cost.processor().toNanos() / events;
        }
    }

    private @Nullable Row floor;

    /**
     * What a way took.
     *
     * @param clock from the request to the last byte
     * @param processor of the process that reads the log, on all cores
     */
    record Cost(Duration clock, Duration processor) {}

    /** The first row: what reading alone takes. */
    void floor(long events, long bytes, Cost cost) {
        System.out.println(HEADER);
        floor = new Row(events, cost);
        add("floor: Kafka's consumer polls", events, events, bytes, cost);
    }

    /**
     * One way.
     *
     * @param read how many events the way had to read; ratios are those of one event
     * @param kept how many it handed over
     * @param bytes what it handed over; 0 if that is not known
     */
    void add(String name, long read, long kept, long bytes, Cost cost) {
        Row least = requireNonNull(floor);
        Row row = new Row(read, cost);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %s | %,.1f | %,.0f | %.2g | %.0f | %.1f |%n",
                name,
                read,
                kept,
                bytes == 0 ? "" : "%,.0f".formatted(bytes / 1e6),
                cost.clock().toNanos() / 1e9,
                LogReading.perSecond(read, cost.clock()),
                least.clock() / row.clock(),
                row.processor() / 1e3,
                row.processor() / least.processor());
    }
}
