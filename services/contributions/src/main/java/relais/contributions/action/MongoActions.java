package relais.contributions.action;

import static relais.aggregates.mongo.DocumentFields.dayIfAny;
import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.number;
import static relais.aggregates.mongo.DocumentFields.part;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.smallNumber;
import static relais.aggregates.mongo.DocumentFields.text;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.Stored;
import relais.contributions.listing.DayOrder;

/** Questions to all actions, answered by indexes and without reading their reports. */
public final class MongoActions implements Actions {

    private static final String DUE_ON = "state.plan.dueOn";
    private static final DayOrder ORDER = new DayOrder(DUE_ON);
    private static final String OPEN = "state.open";
    private static final String AXES = "state.plan.axes";
    private static final String STATUS = "state.status";
    private static final String LEAD = "state.plan.lead";
    private static final String OBJECTIVES = "state.plan.objectives";
    private static final String CONTRIBUTION = "state.plan.contribution";

    private final MongoCollection<Document> collection;
    private final Aggregates<Action, ActionEvent> aggregates;

    /**
     * @param collection of the aggregates, with {@link #indexes()}
     */
    public MongoActions(
            MongoCollection<Document> collection, Aggregates<Action, ActionEvent> aggregates) {
        this.collection = collection;
        this.aggregates = aggregates;
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

    @Override
    public Optional<Stored<Action>> find(ActionId id) {
        return aggregates.find(id.value());
    }

    @Override
    public List<Listed> list(Selection selection, @Nullable Position after, int limit) {
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
        return ORDER.page(
                collection,
                after == null ? filter : ORDER.after(filter, after.dueOn(), after.id()),
                new Document("version", 1)
                        .append("state.plan", 1)
                        .append("state.status", 1)
                        .append("state.percent", 1)
                        .append("state.completedOn", 1)
                        .append("state.reason", 1)
                        .append("state.origin", 1)
                        .append("state.plannedAt", 1)
                        .append("state.lastEventAt", 1),
                limit,
                MongoActions::listed);
    }

    private static Listed listed(Document document) {
        Document state = part(document, "state");
        return new Listed(
                new ActionId(text(document, "_id")),
                number(document, "version"),
                PlanDocuments.read(part(state, "plan")),
                ActionStatus.valueOf(text(state, "status")),
                smallNumber(state, "percent"),
                dayIfAny(state, "completedOn"),
                state.getString("reason"),
                ActionDocuments.origin(state),
                instant(state, "plannedAt"),
                instant(state, "lastEventAt"));
    }
}
