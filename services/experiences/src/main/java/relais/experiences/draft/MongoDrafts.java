package relais.experiences.draft;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.mongo.Indexed;
import relais.aggregates.partner.PartnerId;
import relais.codec.RecordCodecs;
import relais.consumer.Inserts;

/** Drafts in MongoDB: plain documents, guarded by their version. */
public final class MongoDrafts implements Drafts, Indexed {

    private static final long QUERY_LIMIT_SECONDS = 5;
    private static final List<String> FILES =
            List.of("content.pictures.hash", "content.documents.hash");

    private final MongoCollection<Draft> collection;

    public MongoDrafts(MongoCollection<Document> collection) {
        this.collection =
                collection
                        .withDocumentClass(Draft.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    @Override
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("partner", "_id"), new IndexOptions().name("partner"));
        for (String files : FILES) {
            collection.createIndex(
                    Indexes.ascending(files), new IndexOptions().name(files).sparse(true));
        }
    }

    @Override
    public Optional<Draft> find(String id) {
        return Optional.ofNullable(collection.find(new Document("_id", id)).first());
    }

    @Override
    public boolean insert(Draft draft) {
        return Inserts.ifAbsent(collection, draft);
    }

    @Override
    public boolean replace(long expectedVersion, Draft draft) {
        return collection.replaceOne(guarded(draft.id(), expectedVersion), draft).getMatchedCount()
                == 1;
    }

    @Override
    public boolean delete(String id, long expectedVersion) {
        return collection.deleteOne(guarded(id, expectedVersion)).getDeletedCount() == 1;
    }

    @Override
    public int count(PartnerId partner, int most) {
        return Math.toIntExact(
                collection.countDocuments(
                        new Document("partner", partner),
                        new CountOptions()
                                .limit(most)
                                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)));
    }

    @Override
    public List<Draft> list(PartnerId partner, @Nullable String afterId, int limit) {
        Document filter = new Document("partner", partner);
        if (afterId != null) {
            filter.append("_id", new Document("$gt", afterId));
        }
        return collection
                .find(filter)
                .sort(new Document("_id", 1))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Which of these files are on drafts. */
    public Set<String> files(Collection<String> hashes) {
        Set<String> found = new HashSet<>();
        for (String files : FILES) {
            collection
                    .find(new Document(files, new Document("$in", List.copyOf(hashes))))
                    .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                    .forEach(draft -> draft.card().content().files().forEach(found::add));
        }
        found.retainAll(Set.copyOf(hashes));
        return found;
    }

    private static Document guarded(String id, long version) {
        return new Document("_id", id).append("version", version);
    }
}
