package relais.history.catchup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import relais.history.figure.Words;
import relais.log.Envelope;
import relais.log.Lane;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Place;
import relais.log.Positions;

/**
 * Which records of the log repeat an event that lies before them: a crash between publishing an
 * event and forgetting it makes the log hold it twice. The first one counts, as for every consumer.
 *
 * <p>Nothing is read before the first question: then the headers of the whole log, and at each
 * later one what was added since. An aggregate takes about 60 bytes of memory, whatever happened to
 * it.
 */
public final class Repeats {

    /** Versions up to this one are bits of one number. */
    private static final long BITS = Long.SIZE;

    private final Log log;

    /** Aggregates by number; the column beside has one value each. Guarded by this. */
    private final Words aggregates = new Words();

    /** Bit n is set if version n + 1 was seen. Guarded by this. */
    private long[] seen = new long[64];

    /** Versions that are no bits. Guarded by this. */
    private final Map<Integer, Set<Long>> late = new HashMap<>();

    /** Up to where the log has been read. Guarded by this. */
    private Positions reached = Positions.START;

    /** Offsets of what repeats. Only grows. */
    private final Map<Lane, NavigableSet<Long>> found = new ConcurrentHashMap<>();

    public Repeats(Log log) {
        this.log = log;
    }

    /** One record: which event it holds. */
    private record Held(Place place, String aggregate, long version) {}

    /**
     * How many records before a place repeat others; {@link #isRepeat} knows them from now on.
     *
     * @param place within what the log holds
     * @throws relais.log.LogUnavailable if it does not answer; what was read is kept
     */
    public synchronized long upTo(Positions place) throws InterruptedException {
        if (reached.until(place) > 0) {
            read(place);
        }
        return found.entrySet().stream()
                .mapToLong(lane -> lane.getValue().headSet(place.in(lane.getKey())).size())
                .sum();
    }

    /** Whether the record repeats an event; known of what lies before a place asked for. */
    public boolean isRepeat(Place place) {
        NavigableSet<Long> offsets = found.get(place.lane());
        return offsets != null && offsets.contains(place.offset());
    }

    private void read(Positions place) throws InterruptedException {
        SortedMap<Lane, Long> next = new TreeMap<>(reached.next());
        try (Log.Reading<Held> records = log.read(reached, place, Repeats::held)) {
            for (Held held = records.next(); held != null; held = records.next()) {
                if (!isFirst(held.aggregate(), held.version())) {
                    found.computeIfAbsent(held.place().lane(), _ -> new ConcurrentSkipListSet<>())
                            .add(held.place().offset());
                }
                next.put(held.place().lane(), held.place().offset() + 1);
            }
            place.next().forEach((lane, end) -> next.merge(lane, end, Math::max));
        } finally {
            reached = new Positions(next);
        }
    }

    private boolean isFirst(String aggregate, long version) {
        int known = aggregates.find(aggregate);
        int number = known < 0 ? aggregates.add(aggregate) : known;
        if (number == seen.length) {
            seen = Arrays.copyOf(seen, number + number / 8 + 1);
        }
        if (version < 1 || version > BITS) {
            return late.computeIfAbsent(number, _ -> new HashSet<>()).add(version);
        }
        long bit = 1L << (version - 1);
        boolean first = (seen[number] & bit) == 0;
        seen[number] |= bit;
        return first;
    }

    /** Null for a record that is no event. */
    private static @Nullable Held held(LoggedEvent event) {
        Envelope envelope = Envelope.of(event.headers());
        return envelope == null
                ? null
                : new Held(event.place(), envelope.aggregateId(), envelope.sequence());
    }
}
