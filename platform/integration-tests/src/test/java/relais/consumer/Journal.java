package relais.consumer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/**
 * A handler that keeps per aggregate the texts it has applied, in MongoDB: {@code {_id, version,
 * texts}}. It breaks on demand.
 */
final class Journal implements EventHandler<String> {
    private final MongoCollection<Document> documents;
    final Set<String> poison = ConcurrentHashMap.newKeySet();
    final Set<String> undecodable = ConcurrentHashMap.newKeySet();
    volatile boolean registryAway;
    volatile boolean broken;
    volatile int largestBatch;

    Journal(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public boolean wants(Map<String, String> headers) {
        return !"test.Unwanted".equals(headers.get("ce_type"));
    }

    @Override
    public String decode(IncomingEvent event) {
        if (registryAway) {
            throw new TransientFailure("the registry is away", new IllegalStateException());
        }
        if (undecodable.contains(Events.id(event))) {
            throw new IllegalArgumentException("no such schema");
        }
        return Events.text(event);
    }

    @Override
    public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
        Map<String, Long> versions = new HashMap<>();
        documents
                .find(new Document("_id", new Document("$in", List.copyOf(aggregateIds))))
                .projection(new Document("version", 1))
                .forEach(found -> versions.put(found.getString("_id"), found.getLong("version")));
        return versions;
    }

    @Override
    public void handle(List<HandledEvent<String>> batch) {
        if (broken) {
            throw new NoClassDefFoundError("a class of the handler");
        }
        largestBatch = Math.max(largestBatch, batch.size());
        for (HandledEvent<String> event : batch) {
            String id = Events.id(event.source());
            if (poison.contains(id) && event.payload() != null) {
                throw new IllegalStateException("cannot apply " + id);
            }
            apply(event);
        }
    }

    private void apply(HandledEvent<String> event) {
        String id = event.source().aggregateId();
        long version = event.source().sequence();
        String text =
                event.payload() != null ? event.payload() : "skipped: " + event.skippedBecause();
        if (version == 1) {
            try {
                documents.insertOne(
                        new Document("_id", id)
                                .append("version", 1L)
                                .append("texts", List.of(text)));
            } catch (MongoWriteException failure) {
                if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw failure;
                }
            }
            return;
        }
        documents.updateOne(
                new Document("_id", id).append("version", version - 1),
                new Document("$set", new Document("version", version))
                        .append("$push", new Document("texts", text)));
    }

    List<String> texts(String aggregateId) {
        Document found = documents.find(new Document("_id", aggregateId)).first();
        return found == null ? List.of() : found.getList("texts", String.class);
    }

    long total() {
        long total = 0;
        for (Document document : documents.find()) {
            total += document.getLong("version");
        }
        return total;
    }
}
