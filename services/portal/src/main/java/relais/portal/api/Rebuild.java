package relais.portal.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One rebuild; parity is absent until it was compared with the model that serves. */
public record Rebuild(
        String id,
        String state,
        @Nullable Instant asOf,
        int batchSize,
        String orderedBy,
        Instant orderedAt,
        @Nullable Instant builtAt,
        Progress progress,
        @Nullable Parity parity,
        @Nullable Activation activation,
        @Nullable String failure) {

    private static final Set<String> CHANGING = Set.of("BUILDING", "CANCELLING", "DROPPING");

    /** Far longer than a comparison takes; one that has failed never comes. */
    private static final Duration COMPARING = Duration.ofMinutes(2);

    /** Whether it goes on by itself. */
    public boolean isChanging() {
        return CHANGING.contains(state);
    }

    /**
     * Whether it has just been built, and how it compares with the model that serves is not known
     * yet: the comparison begins then.
     */
    public boolean awaitsComparison(Instant now) {
        return state.equals("READY")
                && parity == null
                && builtAt != null
                && builtAt.isAfter(now.minus(COMPARING));
    }

    /** Whether it is of a past instant, to look at and not to serve. */
    public boolean isOfThePast() {
        return asOf != null;
    }

    /** How far it is; percent is from 0 to 100. */
    public record Progress(
            long events,
            long done,
            double percent,
            @Nullable Long eventsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable Partition slowest) {}

    /** A partition, and how far its events are folded. */
    public record Partition(String partition, long from, long at, long to) {

        public long left() {
            return to - at;
        }
    }

    public record Parity(
            boolean equal,
            int against,
            Instant at,
            Content built,
            Content served,
            List<String> partitions,
            List<Difference> differences,
            boolean more) {}

    public record Content(long cards, long activities, String digest) {}

    /** A document that one of both has otherwise, or not at all. */
    public record Difference(String collection, String id, String kind) {}

    public record Activation(Instant at, String by, @Nullable String reason) {}

    /** What to build as of a day or instant, or of all; batchSize is null for the usual one. */
    public record Order(boolean dryRun, @Nullable String asOf, @Nullable Integer batchSize) {}

    public record Plan(
            String id,
            int batchSize,
            @Nullable Instant asOf,
            long events,
            SortedMap<String, Long> topics,
            @Nullable Size now) {}

    /** What the serving model takes; a rebuild takes the same room. */
    public record Size(long cards, long activities, long parked, long bytes) {

        /** In millions, to a tenth. */
        public double megabytes() {
            return Math.round(bytes / 1e5) / 10.0;
        }
    }

    /** An order to serve: with {@code force} even if it holds something else. */
    public record ActivationOrder(boolean force, @Nullable String reason) {}
}
