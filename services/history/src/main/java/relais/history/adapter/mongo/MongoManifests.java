package relais.history.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import relais.history.export.Manifest;
import relais.history.export.Manifests;
import relais.log.Lane;
import relais.log.Positions;

/** Manifests in MongoDB. */
public final class MongoManifests implements Manifests {

    private static final Duration KEPT = Duration.ofDays(30);

    private final MongoCollection<Document> collection;

    public MongoManifests(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("finishedAt"),
                new IndexOptions().name("expiry").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    @Override
    public void keep(Manifest manifest) {
        collection.insertOne(
                new Document("_id", manifest.id())
                        .append("question", new Document(new LinkedHashMap<>(manifest.question())))
                        .append("mediaType", manifest.mediaType())
                        .append("from", positions(manifest.from()))
                        .append("to", positions(manifest.to()))
                        .append("events", manifest.events())
                        .append("bytes", manifest.bytes())
                        .append("sha256", manifest.sha256())
                        .append("finishedAt", Date.from(manifest.finishedAt())));
    }

    @Override
    public Optional<Manifest> find(String id) {
        return Optional.ofNullable(collection.find(new Document("_id", id)).first())
                .map(MongoManifests::manifest);
    }

    private static Manifest manifest(Document document) {
        Map<String, String> question = new TreeMap<>();
        document.get("question", Document.class)
                .forEach((name, value) -> question.put(name, String.valueOf(value)));
        return new Manifest(
                document.getString("_id"),
                question,
                document.getString("mediaType"),
                positions(document, "from"),
                positions(document, "to"),
                document.getLong("events"),
                document.getLong("bytes"),
                document.getString("sha256"),
                document.getDate("finishedAt").toInstant());
    }

    /** As a list: a topic's name has dots, which a field's name had better not have. */
    private static List<Document> positions(Positions positions) {
        return positions.next().entrySet().stream()
                .map(
                        lane ->
                                new Document("topic", lane.getKey().topic())
                                        .append("partition", lane.getKey().partition())
                                        .append("next", lane.getValue()))
                .toList();
    }

    private static Positions positions(Document document, String field) {
        Map<Lane, Long> next = new TreeMap<>();
        document.getList(field, Document.class, List.of())
                .forEach(
                        lane ->
                                next.put(
                                        new Lane(
                                                lane.getString("topic"),
                                                lane.getInteger("partition")),
                                        lane.getLong("next")));
        return Positions.of(next);
    }
}
