package relais.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;

/**
 * Reads a service's own topic from its start, one partition after the other, in batches that are
 * bounded in number and size.
 */
final class TopicPass {

    private static final int MOST_EVENTS = 5_000;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final Log log;
    private final List<AggregateKind<?>> kinds;
    private final List<Derived> derived;
    private final Findings findings;
    private final LongConsumer read;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /**
     * @param read is told how many records more were read
     */
    TopicPass(
            Log log,
            List<AggregateKind<?>> kinds,
            List<Derived> derived,
            Findings findings,
            LongConsumer read) {
        this.log = log;
        this.kinds = kinds;
        this.derived = derived;
        this.findings = findings;
        this.read = read;
        kinds.forEach(kind -> tallies.put(kind.name(), Tally.none(kind.name())));
    }

    List<Tally> tallies() {
        synchronized (tallies) {
            return List.copyOf(tallies.values());
        }
    }

    /**
     * @throws InterruptedException if it was to stop: what was written is right, and not all
     */
    void run(Log.Extent extent) throws InterruptedException {
        for (LogPartition partition : extent.end().next().keySet()) {
            pass(partition, extent.start(), extent.end());
        }
    }

    private void pass(LogPartition partition, Offsets start, Offsets end)
            throws InterruptedException {
        List<PartitionPass<?>> passes = new ArrayList<>();
        kinds.forEach(kind -> passes.add(new PartitionPass<>(kind, findings)));
        Offsets from = Offsets.of(Map.of(partition, start.in(partition)));
        Offsets to = Offsets.of(Map.of(partition, end.in(partition)));
        try (Log.Reading<LoggedEvent> reading = log.read(from, to, event -> event)) {
            boolean more = true;
            while (more) {
                more = batch(reading, passes);
            }
        }
        synchronized (tallies) {
            for (int i = 0; i < kinds.size(); i++) {
                PartitionPass<?> pass = passes.get(i);
                tallies.computeIfPresent(
                        kinds.get(i).name(), (_, tally) -> pass.countedInto(tally));
            }
        }
    }

    /** False at the partition's end. */
    private boolean batch(Log.Reading<LoggedEvent> reading, List<PartitionPass<?>> passes)
            throws InterruptedException {
        List<Map<String, List<EnvelopedEvent>>> byKind = new ArrayList<>();
        passes.forEach(_ -> byKind.add(new LinkedHashMap<>()));
        long bytes = 0;
        int events = 0;
        boolean more = true;
        while (more && events < MOST_EVENTS && bytes < MOST_BYTES) {
            LoggedEvent next = reading.next();
            more = next != null;
            if (next != null) {
                events++;
                bytes += next.value().length;
                sort(next, byKind);
            }
        }
        for (int i = 0; i < passes.size(); i++) {
            passes.get(i).take(byKind.get(i));
        }
        read.accept(events);
        return more;
    }

    private void sort(LoggedEvent event, List<Map<String, List<EnvelopedEvent>>> byKind) {
        @Nullable Envelope envelope = Envelope.of(event.headers());
        if (envelope == null) {
            findings.add(
                    new Finding(
                            Finding.Kind.NO_EVENT,
                            event.place().address().toString(),
                            null,
                            event.place().address().toString(),
                            "its headers are not those of an event"));
            return;
        }
        derived.forEach(each -> each.saw(event, envelope));
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).isOf(envelope)) {
                byKind.get(i)
                        .computeIfAbsent(envelope.aggregateId(), _ -> new ArrayList<>())
                        .add(new EnvelopedEvent(event, envelope));
            }
        }
    }
}
