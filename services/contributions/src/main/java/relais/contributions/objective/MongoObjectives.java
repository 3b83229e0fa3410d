package relais.contributions.objective;

import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.number;
import static relais.aggregates.mongo.DocumentFields.part;
import static relais.aggregates.mongo.DocumentFields.put;
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

/** Questions to all objectives, answered by indexes and without reading old measures. */
public final class MongoObjectives implements Objectives {

    private static final DayOrder ORDER = new DayOrder("state.aim.dueOn");
    private static final String AXIS = "state.aim.axis";
    private static final String STATUS = "state.status";

    private final MongoCollection<Document> collection;
    private final Aggregates<Objective, ObjectiveEvent> aggregates;

    /**
     * @param collection of the aggregates, with {@link #indexes()}
     */
    public MongoObjectives(
            MongoCollection<Document> collection,
            Aggregates<Objective, ObjectiveEvent> aggregates) {
        this.collection = collection;
        this.aggregates = aggregates;
    }

    /** One for each way to ask. */
    public static List<IndexModel> indexes() {
        return List.of(
                ORDER.index("due"),
                ORDER.index("status", STATUS),
                ORDER.index("axis", AXIS),
                ORDER.index("axisAndStatus", AXIS, STATUS));
    }

    @Override
    public Optional<Stored<Objective>> find(ObjectiveId id) {
        return aggregates.find(id.value());
    }

    @Override
    public List<Listed> list(Selection selection, @Nullable Position after, int limit) {
        Document filter = new Document();
        put(filter, AXIS, selection.axis());
        put(filter, STATUS, selection.status());
        return ORDER.page(
                collection,
                after == null ? filter : ORDER.after(filter, after.dueOn(), after.id()),
                new Document("version", 1)
                        .append("state.aim", 1)
                        .append("state.latest", 1)
                        .append("state.status", 1)
                        .append("state.reason", 1)
                        .append("state.setAt", 1)
                        .append("state.lastEventAt", 1),
                limit,
                MongoObjectives::listed);
    }

    private static Listed listed(Document document) {
        Document state = part(document, "state");
        return new Listed(
                new ObjectiveId(text(document, "_id")),
                number(document, "version"),
                ObjectiveDocuments.aim(part(state, "aim")),
                ObjectiveDocuments.latest(state),
                ObjectiveStatus.valueOf(text(state, "status")),
                state.getString("reason"),
                instant(state, "setAt"),
                instant(state, "lastEventAt"));
    }
}
