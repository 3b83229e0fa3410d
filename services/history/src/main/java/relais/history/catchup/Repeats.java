package relais.history.catchup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import relais.history.figure.TextDictionary;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.RecordPosition;

/**
 * Which records of the log repeat an event that lies before them: a crash between publishing an
 * event and forgetting it makes the log hold it twice. The first one counts, as for every consumer.
 *
 * <p>Known from {@link Headers}. An aggregate takes about 60 bytes of memory, whatever happened to
 * it.
 */
public final class Repeats {

    /** Versions up to this one are bits of one number. */
    private static final long BITS = Long.SIZE;

    private final Headers headers;

    /** Aggregates by number; the column beside has one value each. As all below, told by one. */
    private final TextDictionary aggregates = new TextDictionary();

    /** Bit n is set if version n + 1 was seen. */
    private long[] seen = new long[64];

    /** Versions that are no bits. */
    private final Map<Integer, Set<Long>> late = new HashMap<>();

    /** Offsets of what repeats. Only grows. */
    private final Map<LogPartition, NavigableSet<Long>> found = new ConcurrentHashMap<>();

    public Repeats(Headers headers) {
        this.headers = headers;
        headers.tell(this::look);
    }

    /**
     * How many records before a place repeat others; {@link #isRepeat} knows them from now on.
     *
     * @param place within what the log holds
     * @throws relais.log.LogUnavailable if it does not answer; what was read is kept
     */
    public long upTo(Offsets place) throws InterruptedException {
        headers.readTo(place);
        return found.entrySet().stream()
                .mapToLong(
                        partition ->
                                partition.getValue().headSet(place.in(partition.getKey())).size())
                .sum();
    }

    /** Whether the record repeats an event; known of what lies before a place asked for. */
    public boolean isRepeat(RecordPosition place) {
        NavigableSet<Long> offsets = found.get(place.partition());
        return offsets != null && offsets.contains(place.offset());
    }

    private void look(Headers.Header header) {
        if (!isFirst(header.aggregate(), header.version())) {
            found.computeIfAbsent(header.place().partition(), _ -> new ConcurrentSkipListSet<>())
                    .add(header.place().offset());
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
}
