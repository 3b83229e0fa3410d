package relais.feed.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * How two models compare, each cut at the same place of the log.
 *
 * @param against the model that served
 * @param upTo what lies beyond was left out
 * @param built what this model holds there
 * @param served what the other one held
 * @param differences some of those there are; empty if both hold the same
 * @param more whether there are others than these
 */
public record Parity(
        int against,
        Instant at,
        Offsets upTo,
        Content built,
        Content served,
        List<Difference> differences,
        boolean more) {

    /** The most differences that are told one by one. */
    public static final int MOST = 50;

    public Parity {
        differences = List.copyOf(differences);
    }

    public boolean isEqual() {
        return built.equals(served);
    }

    public enum Collection {
        CARDS,
        ACTIVITIES
    }

    public enum Kind {
        /** The serving model has it, the built one does not. */
        MISSING,
        /** The built model has it, the serving one does not. */
        ADDED,
        /** Both have it, and not the same. */
        CHANGED
    }

    /**
     * @param id the document's: {@code aggregateId:version}
     */
    public record Difference(Collection collection, String id, Kind kind) {}

    /** What a model holds of each partition. */
    public record Content(SortedMap<LogPartition, OfLane> lanes) {

        public Content {
            lanes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
        }

        public long cards() {
            return lanes.values().stream().mapToLong(OfLane::cards).sum();
        }

        public long activities() {
            return lanes.values().stream().mapToLong(OfLane::activities).sum();
        }

        /** One word for all of it. */
        public String digest() {
            var all = new Fingerprint();
            lanes.values().forEach(lane -> all.add(lane.digest()));
            return all.hex();
        }
    }

    /**
     * What a model holds of one partition: how much, and a fingerprint that does not depend on the
     * order in which it was looked at.
     */
    public record OfLane(long cards, long activities, String digest) {}
}
