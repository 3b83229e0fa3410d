package relais.experiences.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.experiences.application.Draft;
import relais.experiences.application.Drafts;
import relais.experiences.domain.PartnerId;

/** Drafts in MongoDB: plain documents, guarded by their version. */
public final class MongoDrafts implements Drafts {

    private static final long QUERY_LIMIT_SECONDS = 5;

    private final MongoCollection<Document> collection;

    public MongoDrafts(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("partner", "_id"), new IndexOptions().name("partner"));
    }

    @Override
    public Optional<Draft> find(String id) {
        return Optional.ofNullable(collection.find(new Document("_id", id)).first())
                .map(DraftDocuments::read);
    }

    @Override
    public boolean insert(Draft draft) {
        try {
            collection.insertOne(DraftDocuments.write(draft));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean replace(long expectedVersion, Draft draft) {
        return collection
                        .replaceOne(
                                guarded(draft.id(), expectedVersion), DraftDocuments.write(draft))
                        .getMatchedCount()
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
                        new Document("partner", partner.value()),
                        new CountOptions()
                                .limit(most)
                                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)));
    }

    @Override
    public List<Draft> list(PartnerId partner, @Nullable String afterId, int limit) {
        Document filter = new Document("partner", partner.value());
        if (afterId != null) {
            filter.append("_id", new Document("$gt", afterId));
        }
        return collection
                .find(filter)
                .sort(new Document("_id", 1))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(limit)
                .map(DraftDocuments::read)
                .into(new ArrayList<>());
    }

    private static Document guarded(String id, long version) {
        return new Document("_id", id).append("version", version);
    }
}
