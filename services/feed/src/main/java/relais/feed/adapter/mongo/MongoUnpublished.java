package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import relais.feed.query.Unpublished;

/** One document for each event, mostly none. It is no part of any model: a rebuild leaves it. */
public final class MongoUnpublished implements Unpublished {

    private static final int MOST = 1_000;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> events;
    private volatile boolean indexed;

    public MongoUnpublished(MongoDatabase database) {
        this.events = database.getCollection("unpublished");
    }

    @Override
    public List<Event> of(Set<String> lanes) {
        if (!indexed) {
            events.createIndex(new Document("lane", 1).append("sequence", 1));
            indexed = true;
        }
        return events.find(new Document("lane", new Document("$in", List.copyOf(lanes))))
                .sort(new Document("sequence", 1))
                .limit(MOST)
                .map(MongoUnpublished::event)
                .into(new ArrayList<>());
    }

    private static Event event(Document document) {
        return new Event(
                document.getString("card"),
                document.getLong("sequence"),
                document.getString("lane"));
    }

    @Override
    public void add(Collection<Event> waiting) {
        if (!waiting.isEmpty()) {
            events.bulkWrite(waiting.stream().map(MongoUnpublished::insert).toList());
        }
    }

    private static UpdateOneModel<Document> insert(Event event) {
        var fields =
                new Document("card", event.card())
                        .append("sequence", event.sequence())
                        .append("lane", event.lane());
        return new UpdateOneModel<>(
                new Document("_id", event.id()), new Document("$setOnInsert", fields), UPSERT);
    }

    @Override
    public void remove(Collection<Event> published) {
        if (!published.isEmpty()) {
            events.bulkWrite(
                    published.stream()
                            .map(
                                    event ->
                                            new DeleteOneModel<Document>(
                                                    new Document("_id", event.id())))
                            .toList());
        }
    }
}
