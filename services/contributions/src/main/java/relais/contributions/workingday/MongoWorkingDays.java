package relais.contributions.workingday;

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

/** Questions to all working days, answered by indexes and without reading what was said. */
public final class MongoWorkingDays implements WorkingDays {

    private static final String DATE = "state.meeting.date";
    private static final String STATUS = "state.status";
    private static final DayOrder ORDER = new DayOrder(DATE);

    private final MongoCollection<Document> collection;
    private final Aggregates<WorkingDay, WorkingDayEvent> aggregates;

    /**
     * @param collection of the aggregates, with {@link #indexes()}
     */
    public MongoWorkingDays(
            MongoCollection<Document> collection,
            Aggregates<WorkingDay, WorkingDayEvent> aggregates) {
        this.collection = collection;
        this.aggregates = aggregates;
    }

    /** One for each way to ask. */
    public static List<IndexModel> indexes() {
        return List.of(ORDER.index("date"), ORDER.index("status", STATUS));
    }

    @Override
    public Optional<Stored<WorkingDay>> find(WorkingDayId id) {
        return aggregates.find(id.value());
    }

    @Override
    public List<Listed> list(Selection selection, @Nullable Position after, int limit) {
        Document filter = new Document();
        put(filter, STATUS, selection.status());
        Document between = new Document();
        put(between, "$gte", selection.from());
        put(between, "$lte", selection.to());
        if (!between.isEmpty()) {
            filter.append(DATE, between);
        }
        return ORDER.page(
                collection,
                after == null ? filter : ORDER.after(filter, after.date(), after.id()),
                new Document("version", 1)
                        .append("state.meeting", 1)
                        .append("state.status", 1)
                        .append("state.reason", 1)
                        .append("state.scheduledAt", 1)
                        .append("state.lastEventAt", 1),
                limit,
                MongoWorkingDays::listed);
    }

    private static Listed listed(Document document) {
        Document state = part(document, "state");
        return new Listed(
                new WorkingDayId(text(document, "_id")),
                number(document, "version"),
                WorkingDayDocuments.meeting(part(state, "meeting")),
                WorkingDayStatus.valueOf(text(state, "status")),
                state.getString("reason"),
                instant(state, "scheduledAt"),
                instant(state, "lastEventAt"));
    }
}
