package relais.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ways to read the same log, each measured once in each run, with its ratios to the floor of the
 * same run. Time on the clock says little on a machine that others use too; the processor time of
 * the process that reads says the same there as elsewhere.
 */
final class Table {

    private static final String HEADER =
            """
            | what | events read | kept | MB | read a second | spread | of raw poll | spread | of its own floor | CPU of the reader, µs an event | of raw poll |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\
            """;

    private record Row(long events, long kept, long bytes, Cost cost) {

        double clock() {
            return (double) cost.clock().toNanos() / events;
        }

        double processor() {
            return (double) cost.processor().toNanos() / events;
        }

        double rate() {
            return 1e9 / clock();
        }
    }

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final Map<String, String> floors = new LinkedHashMap<>();

    /**
     * What a way took.
     *
     * @param clock from the request to the last byte
     * @param processor of the process that reads the log, on all cores
     */
    record Cost(Duration clock, Duration processor) {}

    /**
     * What was measured of one way in all runs, as JSON has it.
     *
     * @param ofRawPoll ratio of its rate to that of the first way in the same run
     * @param ofItsFloor the same, to that of the way which is its own floor
     */
    record Measured(
            String what,
            long events,
            long kept,
            long bytes,
            Spread perSecond,
            Spread ofRawPoll,
            @Nullable Spread ofItsFloor,
            Spread processorMicros) {}

    /** Of all runs. */
    record Spread(double median, double least, double most) {

        static Spread of(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return new Spread(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
        }
    }

    /**
     * One way in one run. The first way of all is what the others are held against.
     *
     * @param read how many events the way had to read; ratios are those of one event
     * @param kept how many it handed over
     * @param bytes what it handed over; 0 if that is not known
     */
    void add(String name, long read, long kept, long bytes, Cost cost) {
        rows.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Row(read, kept, bytes, cost));
        System.out.printf(
                Locale.ROOT,
                "%s: %,.0f a second, %.1f µs of processor time%n",
                name,
                1e9 * read / cost.clock().toNanos(),
                cost.processor().toNanos() / 1e3 / read);
    }

    /** Says that the least one way can take is what another takes. */
    void floor(String name, String floor) {
        floors.put(name, floor);
    }

    List<Measured> measured() {
        List<Row> raw = rows.values().iterator().next();
        return rows.entrySet().stream()
                .map(
                        way -> {
                            List<Row> own = way.getValue();
                            String floor = floors.get(way.getKey());
                            return new Measured(
                                    way.getKey(),
                                    own.getFirst().events(),
                                    own.getFirst().kept(),
                                    own.getFirst().bytes(),
                                    spread(own, Row::rate),
                                    ratio(own, raw),
                                    floor == null
                                            ? null
                                            : ratio(own, rows.getOrDefault(floor, raw)),
                                    spread(own, row -> row.processor() / 1e3));
                        })
                .toList();
    }

    private static Spread spread(List<Row> runs, ToDoubleFunction<Row> value) {
        return Spread.of(runs.stream().map(value::applyAsDouble).toList());
    }

    /** Run by run; what was measured in one run alone, to the first. */
    private static Spread ratio(List<Row> own, List<Row> floor) {
        return Spread.of(
                IntStream.range(0, own.size())
                        .mapToObj(
                                run ->
                                        own.get(run).rate()
                                                / floor.get(Math.min(run, floor.size() - 1)).rate())
                        .toList());
    }

    void print() {
        System.out.println(HEADER);
        List<Measured> all = measured();
        double raw = all.getFirst().processorMicros().median();
        for (Measured way : all) {
            Spread ofItsFloor = way.ofItsFloor();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %s | %,.0f | %,.0f - %,.0f | %.2g | %.2g - %.2g | %s | %.1f | %.1f |%n",
                    way.what(),
                    way.events(),
                    way.kept(),
                    way.bytes() == 0 ? "" : "%,.0f".formatted(way.bytes() / 1e6),
                    way.perSecond().median(),
                    way.perSecond().least(),
                    way.perSecond().most(),
                    way.ofRawPoll().median(),
                    way.ofRawPoll().least(),
                    way.ofRawPoll().most(),
                    ofItsFloor == null
                            ? ""
                            : String.format(Locale.ROOT, "%.2g", ofItsFloor.median()),
                    way.processorMicros().median(),
                    way.processorMicros().median() / raw);
        }
    }
}
