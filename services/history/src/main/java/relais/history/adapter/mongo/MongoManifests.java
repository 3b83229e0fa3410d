package relais.history.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
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
import org.springframework.stereotype.Component;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.history.export.Manifest;
import relais.history.export.Manifests;

/** Manifests in MongoDB. */
@Component
public final class MongoManifests implements Manifests {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final RecordCodec<Manifest.Partition> PARTITION =
            RecordCodecs.of(Manifest.Partition.class);

    private final MongoCollection<Document> collection;

    MongoManifests(MongoDatabase database) {
        this.collection = database.getCollection("manifests");
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
                        .append("from", StoredOffsets.of(manifest.from()))
                        .append("to", StoredOffsets.of(manifest.to()))
                        .append("events", manifest.events())
                        .append("repeats", manifest.repeats())
                        .append("bytes", manifest.bytes())
                        .append("sha256", manifest.sha256())
                        .append("finishedAt", Date.from(manifest.finishedAt()))
                        .append(
                                "partitions",
                                manifest.partitions().stream()
                                        .map(PARTITION::toDocument)
                                        .toList()));
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
                StoredOffsets.positions(document, "from"),
                StoredOffsets.positions(document, "to"),
                document.getLong("events"),
                document.get("repeats", 0L),
                document.getLong("bytes"),
                document.getString("sha256"),
                document.getDate("finishedAt").toInstant(),
                document.getList("partitions", Document.class, List.of()).stream()
                        .map(PARTITION::fromDocument)
                        .toList());
    }
}
