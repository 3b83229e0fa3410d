package relais.feed.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.OffsetsToken;

/**
 * How two models compare, each cut at the same place of the log.
 *
 * @param upTo what lies beyond was left out
 * @param built what this model holds there
 * @param served what the other one held
 * @param differences some of those there are; empty if both hold the same
 */
@Schema(name = "Parity")
public record Parity(
        @Schema(description = "The number of the other model") int against,
        Instant at,
        @JsonIgnore Offsets upTo,
        Content built,
        Content served,
        List<Difference> differences,
        @Schema(description = "Whether there are more than these") boolean more) {

    /** The most differences that are told one by one. */
    public static final int MOST = 50;

    public Parity {
        differences = List.copyOf(differences);
    }

    @JsonProperty("equal")
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
    public boolean isEqual() {
        return built.equals(served);
    }

    @JsonProperty("upTo")
    @Schema(
            description = "The place of the log at which both were cut",
            requiredMode = Schema.RequiredMode.REQUIRED)
    String place() {
        return OffsetsToken.of(upTo);
    }

    @JsonProperty
    @Schema(description = "Partitions that differ", requiredMode = Schema.RequiredMode.REQUIRED)
    List<String> partitions() {
        var partitions = new TreeSet<>(built.lanes().keySet());
        partitions.addAll(served.lanes().keySet());
        partitions.removeIf(
                lane -> Objects.equals(built.lanes().get(lane), served.lanes().get(lane)));
        return partitions.stream().map(LogPartition::toString).toList();
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
    @Schema(name = "ModelContent")
    public record Content(@JsonIgnore SortedMap<LogPartition, OfLane> lanes) {

        public Content {
            lanes = Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
        }

        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        public long cards() {
            return lanes.values().stream().mapToLong(OfLane::cards).sum();
        }

        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        public long activities() {
            return lanes.values().stream().mapToLong(OfLane::activities).sum();
        }

        @JsonProperty
        @Schema(
                description = "Of all that they say, in any order",
                requiredMode = Schema.RequiredMode.REQUIRED)
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
