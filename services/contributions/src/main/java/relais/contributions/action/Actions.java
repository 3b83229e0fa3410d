package relais.contributions.action;

import static relais.aggregates.mongo.DocumentFields.put;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.mongodb.client.model.IndexModel;
import io.swagger.v3.oas.annotations.media.Schema;
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
import relais.aggregates.partner.PartnerId;
import relais.codec.StoredField;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;

/** Queries of actions, answered by indexes and without reading their reports. */
public record Actions(MongoAggregates<Action, ActionEvent> aggregates) {

    private static final String DUE_ON = "state.plan.dueOn";
    private static final ListOrder ORDER = new ListOrder(DUE_ON, 1);
    private static final String OPEN = "state.open";
    private static final String AXES = "state.plan.axes";
    private static final String STATUS = "state.status";
    private static final String LEAD = "state.plan.lead";
    private static final String OBJECTIVES = "state.plan.objectives";
    private static final String CONTRIBUTION = "state.plan.contribution";
    private static final ListEntry<Listed> LISTED = ListEntry.of(Listed.class);

    /**
     * What a list keeps. What is absent keeps all.
     *
     * @param lateOn only those that are late on that day: still to be done, and due before it
     */
    record Selection(
            @Nullable LocalDate lateOn,
            @Nullable Axis axis,
            @Nullable ActionStatus status,
            @Nullable PartnerId lead,
            @Nullable ObjectiveId objective,
            @Nullable ContributionId contribution) {}

    /** An entry of a list: an action without its reports. */
    @Schema(name = "ListedAction")
    record Listed(
            @StoredField(name = "_id") ActionId id, long version, @JsonUnwrapped State state) {

        @Schema(name = "ListedActionState")
        record State(
                @JsonUnwrapped ActionPlan plan,
                ActionStatus status,
                int percent,
                @Nullable LocalDate completedOn,
                @Nullable String reason,
                @JsonUnwrapped @Nullable Origin origin,
                Instant plannedAt,
                @StoredField(name = "lastEventAt") Instant updatedAt) {}
    }

    /** One for each way to ask; who asks in several ways at once uses the one that keeps least. */
    public static List<IndexModel> indexes() {
        return List.of(
                ORDER.index("due"),
                ORDER.index("late", OPEN),
                ORDER.index("axes", AXES),
                ORDER.index("status", STATUS),
                ORDER.index("lead", LEAD),
                ORDER.index("objectives", OBJECTIVES),
                ORDER.index("contribution", CONTRIBUTION));
    }

    /** What is due first comes first. */
    List<Listed> page(Selection selection, @Nullable ListPosition<LocalDate> after, int limit) {
        Document filter = new Document();
        if (selection.lateOn() != null) {
            filter.append(OPEN, true)
                    .append(DUE_ON, new Document("$lt", selection.lateOn().toString()));
        }
        put(filter, AXES, selection.axis());
        put(filter, STATUS, selection.status());
        put(filter, LEAD, selection.lead());
        put(filter, OBJECTIVES, selection.objective());
        put(filter, CONTRIBUTION, selection.contribution());
        return aggregates.page(LISTED, ORDER, filter, after, limit);
    }
}
