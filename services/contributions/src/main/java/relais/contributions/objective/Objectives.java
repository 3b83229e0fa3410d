package relais.contributions.objective;

import static relais.aggregates.mongo.DocumentFields.put;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;

import io.swagger.v3.oas.annotations.media.Schema;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import relais.aggregates.Aggregates;
import relais.aggregates.Axis;
import relais.aggregates.Stored;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.codec.StoredField;
import relais.contributions.listing.DayCursor;
import relais.contributions.listing.DayOrder;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Queries of objectives, answered by indexes and without reading old measures.
 *
 * @param collection of the aggregates, with {@link #indexes()}
 */
public record Objectives(
        MongoCollection<Document> collection, Aggregates<Objective, ObjectiveEvent> aggregates) {

    private static final DayOrder ORDER = new DayOrder("state.aim.dueOn");
    private static final String AXIS = "state.aim.axis";
    private static final String STATUS = "state.status";
    private static final RecordCodec<Listed> LISTED = RecordCodecs.of(Listed.class);

    /** What a list keeps. What is absent keeps all. */
    record Selection(@Nullable Axis axis, @Nullable ObjectiveStatus status) {}

    /** An entry of a list: an objective without the measures before the latest. */
    @Schema(name = "ListedObjective")
    record Listed(
            @StoredField(name = "_id") ObjectiveId id, long version, @JsonUnwrapped State state) {

        @Schema(name = "ListedObjectiveState")
        record State(
                @JsonUnwrapped Aim aim,
                @Nullable Measure latest,
                ObjectiveStatus status,
                @Nullable String reason,
                Instant setAt,
                @StoredField(name = "lastEventAt") Instant updatedAt) {

            /** See {@link Objective#progress}. */
            @JsonProperty
            @Nullable BigInteger progress() {
                return aim.progress(latest);
            }
        }
    }

    /** One for each way to ask. */
    public static List<IndexModel> indexes() {
        return List.of(
                ORDER.index("due"),
                ORDER.index("status", STATUS),
                ORDER.index("axis", AXIS),
                ORDER.index("axisAndStatus", AXIS, STATUS));
    }

    Optional<Stored<Objective>> find(ObjectiveId id) {
        return aggregates.find(id.value());
    }

    /** What is due first comes first. */
    List<Listed> list(Selection selection, @Nullable DayCursor after, int limit) {
        Document filter = new Document();
        put(filter, AXIS, selection.axis());
        put(filter, STATUS, selection.status());
        return ORDER.page(
                collection,
                filter,
                after,
                new Document("version", 1)
                        .append("state.aim", 1)
                        .append("state.latest", 1)
                        .append("state.status", 1)
                        .append("state.reason", 1)
                        .append("state.setAt", 1)
                        .append("state.lastEventAt", 1),
                limit,
                LISTED::fromDocument);
    }
}
