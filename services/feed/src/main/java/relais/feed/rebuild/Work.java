package relais.feed.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * What is to be read for a model, partition by partition, and how much of it has been.
 *
 * @param eventsPerSecond since the work was last taken up, until all was folded; 0 if that is not
 *     known
 */
@StoredType(omitsEmpty = true)
public record Work(
        @StoredField(keyedBy = "lane") Map<LogPartition, Share> lanes,
        @StoredField(zeroIfAbsent = true) double eventsPerSecond) {

    static final Work NONE = new Work(Map.of(), 0);

    public Work {
        lanes = Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
    }

    /**
     * One partition's.
     *
     * @param from the first offset
     * @param to the offset to end at
     * @param at the offset to be read next
     * @param digest of what was read; null until all of it is in the model
     * @param prints of what it made; null until then, and in models of earlier releases
     */
    @Schema(name = "RebuildPartition")
    public record Share(
            @JsonIgnore LogPartition lane,
            long from,
            long to,
            long at,
            @JsonIgnore @StoredField(unwrapped = true) @Nullable Checkpoint digest,
            @JsonIgnore @Nullable Prints prints) {

        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        String partition() {
            return lane.toString();
        }

        @JsonIgnore
        public boolean isDone() {
            return digest != null;
        }

        long events() {
            return to - from;
        }

        long left() {
            return isDone() ? 0 : to - at;
        }

        Share read(long next) {
            return new Share(lane, from, to, next, null, null);
        }

        Share done(Checkpoint covered, Prints made) {
            return new Share(lane, from, to, to, covered, made);
        }

        /** A part of a partition that was left half-way is read anew. */
        Share again() {
            return isDone() ? this : read(from);
        }
    }

    static Work between(Offsets start, Offsets end) {
        var lanes = new TreeMap<LogPartition, Share>();
        end.next()
                .forEach(
                        (lane, to) -> {
                            long from = Math.min(start.in(lane), to);
                            lanes.put(lane, new Share(lane, from, to, from, null, null));
                        });
        return new Work(lanes, 0);
    }

    public boolean isPlanned() {
        return !lanes.isEmpty();
    }

    public long events() {
        return sum(Share::events);
    }

    public long done() {
        return events() - sum(Share::left);
    }

    /** 0 to 100; 100 if there is nothing to do. */
    public double percent() {
        long events = events();
        return events == 0 ? 100 : 100.0 * done() / events;
    }

    /** How long the rest takes at this speed; empty if that is not known. */
    public Optional<Duration> left() {
        long left = events() - done();
        if (left == 0) {
            return Optional.of(Duration.ZERO);
        }
        return eventsPerSecond > 0
                ? Optional.of(Duration.ofMillis(Math.round(1_000 * left / eventsPerSecond)))
                : Optional.empty();
    }

    /** The partition of which most is left; empty at the end. */
    public Optional<Share> slowest() {
        return lanes.values().stream()
                .filter(share -> !share.isDone())
                .max(Comparator.comparingLong(Share::left));
    }

    /** Where the fold ends, which is where a group goes on. */
    public Offsets end() {
        var end = new TreeMap<LogPartition, Long>();
        lanes.forEach((lane, share) -> end.put(lane, share.to()));
        return new Offsets(end);
    }

    /** The digest of each partition as far as it is in the model. */
    public SortedMap<LogPartition, Checkpoint> digests() {
        var digests = new TreeMap<LogPartition, Checkpoint>();
        lanes.forEach(
                (lane, share) -> {
                    Checkpoint digest = share.digest();
                    if (digest != null) {
                        digests.put(lane, digest);
                    }
                });
        return digests;
    }

    /** What the model was given, by the prints of its partitions; empty if one does not tell. */
    public Optional<Parity.Content> made() {
        var made = new TreeMap<LogPartition, Parity.OfPartition>();
        for (Share share : lanes.values()) {
            Prints prints = share.prints();
            if (prints == null) {
                return Optional.empty();
            }
            if (!prints.equals(Prints.NONE)) {
                made.put(share.lane(), prints.of(share.lane()));
            }
        }
        return Optional.of(new Parity.Content(made));
    }

    private long sum(ToLongFunction<Share> figure) {
        return lanes.values().stream().mapToLong(figure).sum();
    }
}
