package relais.feed.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import relais.codec.StoredField;
import relais.codec.StoredType;
import relais.log.LogPartition;

/**
 * How two models compare, each cut at the same place of the log.
 *
 * @param upTo what lies beyond was left out
 * @param builtLanes what this model holds there
 * @param servedLanes what the other one held
 * @param differences some of those there are; empty if both hold the same
 */
@Schema(name = "Parity")
@StoredType(omitsEmpty = true)
public record Parity(
        @Schema(description = "The number of the other model") int against,
        Instant at,
        @Schema(description = "The place of the log at which both were cut") String upTo,
        @JsonIgnore @StoredField(name = "built", keyedBy = "lane")
                Map<LogPartition, OfPartition> builtLanes,
        @JsonIgnore @StoredField(name = "served", keyedBy = "lane")
                Map<LogPartition, OfPartition> servedLanes,
        List<Difference> differences,
        @Schema(description = "Whether there are more than these") @StoredField(zeroIfAbsent = true)
                boolean more) {

    /** The most differences that are told one by one. */
    public static final int MOST = 50;

    public Parity {
        builtLanes = Collections.unmodifiableSortedMap(new TreeMap<>(builtLanes));
        servedLanes = Collections.unmodifiableSortedMap(new TreeMap<>(servedLanes));
        differences = List.copyOf(differences);
    }

    @JsonProperty("equal")
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
    public boolean isEqual() {
        return builtLanes.equals(servedLanes);
    }

    @JsonProperty
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
    public Content built() {
        return new Content(builtLanes);
    }

    @JsonProperty
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
    public Content served() {
        return new Content(servedLanes);
    }

    @JsonProperty
    @Schema(description = "Partitions that differ", requiredMode = Schema.RequiredMode.REQUIRED)
    List<String> partitions() {
        return built().different(served()).stream().map(LogPartition::toString).toList();
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
    public record Content(@JsonIgnore Map<LogPartition, OfPartition> lanes) {

        /** The partitions of which the other one holds something else, in the log's order. */
        public Set<LogPartition> different(Content other) {
            var different = new TreeSet<>(lanes.keySet());
            different.addAll(other.lanes.keySet());
            different.removeIf(lane -> Objects.equals(lanes.get(lane), other.lanes.get(lane)));
            return different;
        }

        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        public long cards() {
            return lanes.values().stream().mapToLong(OfPartition::cards).sum();
        }

        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        public long activities() {
            return lanes.values().stream().mapToLong(OfPartition::activities).sum();
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
    public record OfPartition(LogPartition lane, long cards, long activities, String digest) {}
}
