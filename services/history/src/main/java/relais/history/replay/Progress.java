package relais.history.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import relais.codec.StoredField;
import relais.log.LogPartition;
import relais.log.Offsets;

/** How far the log has been gone through, partition by partition, and what was kept of it. */
public record Progress(
        @StoredField(name = "progress", keyedBy = "lane") Map<LogPartition, Reach> lanes) {

    /**
     * One partition's share.
     *
     * @param from the first offset to be read
     * @param next the offset after the last record that is done with
     * @param to the offset at which to end
     * @param events how many records were kept
     * @param bytes their keys, headers and values
     */
    @Schema(name = "ReplayPartition")
    public record Reach(
            @JsonIgnore @StoredField(unwrapped = true) LogPartition lane,
            long from,
            long next,
            long to,
            long events,
            long bytes) {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        String partition() {
            return lane.toString();
        }

        long left() {
            return Math.max(0, to - next);
        }

        Reach passed(long offset) {
            return new Reach(lane, from, offset + 1, to, events, bytes);
        }

        Reach kept(long offset, long size) {
            return new Reach(lane, from, offset + 1, to, events + 1, bytes + size);
        }

        Reach atTheEnd() {
            return new Reach(lane, from, Math.max(next, to), to, events, bytes);
        }
    }

    public Progress {
        lanes = Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
    }

    /** Nothing read yet. */
    public static Progress between(Offsets from, Offsets to) {
        SortedMap<LogPartition, Reach> lanes = new TreeMap<>();
        to.next()
                .forEach(
                        (lane, end) -> {
                            long start = Math.min(from.in(lane), end);
                            lanes.put(lane, new Reach(lane, start, start, end, 0, 0));
                        });
        return new Progress(lanes);
    }

    /** From where to read on. */
    public Offsets next() {
        SortedMap<LogPartition, Long> next = new TreeMap<>();
        lanes.forEach((lane, reach) -> next.put(lane, reach.next()));
        return Offsets.of(next);
    }

    /** How many offsets of the log are done with. */
    public long read() {
        return sum(reach -> reach.next() - reach.from());
    }

    /** How many there are to go through in all. */
    public long of() {
        return sum(reach -> reach.to() - reach.from());
    }

    public long events() {
        return sum(Reach::events);
    }

    public long bytes() {
        return sum(Reach::bytes);
    }

    /** 0 to 100, of the log that is to be gone through. */
    public double percent() {
        long of = of();
        return of == 0 ? 100 : 100.0 * read() / of;
    }

    /** The partition that has the most before it; empty at the end. */
    public Optional<LogPartition> slowest() {
        return lanes.values().stream()
                .filter(reach -> reach.left() > 0)
                .max(Comparator.comparingLong(Reach::left))
                .map(Reach::lane);
    }

    private long sum(ToLongFunction<Reach> share) {
        return lanes.values().stream().mapToLong(share).sum();
    }
}
