package relais.consumer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Decides what becomes of each event of a batch, from numbers alone.
 *
 * <p>Per aggregate, the next number is handled, a known one is dropped, a later one waits. Only the
 * version counts: it does not matter whether an event comes late, twice, or after a rebalance.
 */
final class Sequencing {
    private final Map<String, Long> versions;
    private final Map<String, Long> firstParked;

    private Sequencing(Map<String, Long> versions, Map<String, Long> firstParked) {
        this.versions = new HashMap<>(versions);
        this.firstParked = new HashMap<>(firstParked);
    }

    /**
     * What to do.
     *
     * @param handle the events to handle, contiguous per aggregate
     * @param park the events to park, with the reason
     * @param dropped how many are known already
     * @param waiting aggregates of the batch of which something is or will be parked
     */
    record Plan(
            List<IncomingEvent> handle,
            List<Parking> park,
            int dropped,
            SequencedSet<String> waiting) {}

    /**
     * Decides.
     *
     * @param batch events with readable headers, in the order in which they were read
     * @param versions the last sequence applied per aggregate; absent means none
     * @param firstParked per aggregate the lowest parked sequence above its version; absent means
     *     none
     */
    static Plan plan(
            List<IncomingEvent> batch, Map<String, Long> versions, Map<String, Long> firstParked) {
        return new Sequencing(versions, firstParked).plan(batch);
    }

    private Plan plan(List<IncomingEvent> batch) {
        List<IncomingEvent> handle = new ArrayList<>();
        List<Parking> park = new ArrayList<>();
        SequencedSet<String> waiting = new LinkedHashSet<>();
        int dropped = 0;
        for (IncomingEvent event : batch) {
            String id = event.aggregateId();
            long sequence = event.sequence();
            long version = versions.getOrDefault(id, 0L);
            long parked = firstParked.getOrDefault(id, Long.MAX_VALUE);
            if (parked != Long.MAX_VALUE) {
                waiting.add(id);
            }
            if (sequence <= version || sequence == parked) {
                dropped++;
            } else if (sequence == version + 1) {
                versions.put(id, sequence);
                handle.add(event);
            } else {
                park.add(
                        new Parking(
                                event,
                                parked < sequence ? ParkReason.BEHIND : ParkReason.GAP,
                                null));
                firstParked.merge(id, sequence, Math::min);
                waiting.add(id);
            }
        }
        return new Plan(handle, park, dropped, waiting);
    }
}
