package relais.contributions.objective;

import static relais.aggregates.mongo.DocumentFields.put;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.mongodb.client.model.IndexModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.ListPosition;
import relais.aggregates.mongo.ListEntry;
import relais.aggregates.mongo.ListOrder;
import relais.aggregates.mongo.MongoAggregates;
import relais.codec.StoredField;

/** Queries of objectives, answered by indexes and without reading old measures. */
public record Objectives(MongoAggregates<Objective, ObjectiveEvent> aggregates) {

    private static final ListOrder ORDER = new ListOrder("state.aim.dueOn", 1);
    private static final String AXIS = "state.aim.axis";
    private static final String STATUS = "state.status";
    private static final ListEntry<Listed> LISTED = ListEntry.of(Listed.class);

    /** An entry of a list: an objective without the measures before the latest. */
    @Schema(name = "ListedObjective")
    record Listed(
            @StoredField(name = "_id") ObjectiveId id, long version, @JsonUnwrapped State state) {

        @Schema(name = "ListedObjectiveState")
        record State(
                @JsonUnwrapped Objective.Aim aim,
                Objective.@Nullable Measure latest,
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

    /** What is due first comes first. What is absent keeps all. */
    List<Listed> page(
            @Nullable Axis axis,
            @Nullable ObjectiveStatus status,
            @Nullable ListPosition<LocalDate> after,
            int limit) {
        Document filter = new Document();
        put(filter, AXIS, axis);
        put(filter, STATUS, status);
        return aggregates.page(LISTED, ORDER, filter, after, limit);
    }
}
