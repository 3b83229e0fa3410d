package relais.history.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.history.proof.Checkpoints;
import relais.log.Checkpoint;
import relais.log.LogPartition;

/**
 * Checkpoints in MongoDB, each written whole under an identifier that says what it is of. Two
 * instances that write the same one write the same bytes; of the furthest one of a partition either
 * is true, so it does not matter who comes last.
 */
@Component
public final class MongoCheckpoints implements Checkpoints {

    private static final RecordCodec<Checkpoint> CHECKPOINTS = RecordCodecs.of(Checkpoint.class);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    MongoCheckpoints(MongoDatabase database) {
        this.collection = database.getCollection("digests");
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending("lane"), Indexes.descending("next")),
                new IndexOptions().name("lane_next"));
    }

    @Override
    public Optional<Checkpoint> before(LogPartition partition, long next) {
        return Optional.ofNullable(
                        collection
                                .find(
                                        new Document("lane", partition.toString())
                                                .append("next", new Document("$lte", next)))
                                .sort(new Document("next", -1))
                                .limit(1)
                                .first())
                .map(CHECKPOINTS::fromDocument);
    }

    @Override
    public void keep(LogPartition partition, Checkpoint checkpoint) {
        write(partition + "@" + checkpoint.next(), partition, checkpoint);
    }

    @Override
    public void keepFurthest(LogPartition partition, Checkpoint checkpoint) {
        write(partition.toString(), partition, checkpoint);
    }

    private void write(String id, LogPartition partition, Checkpoint checkpoint) {
        Document document =
                CHECKPOINTS
                        .toDocument(checkpoint)
                        .append("_id", id)
                        .append("lane", partition.toString());
        try {
            collection.replaceOne(new Document("_id", id), document, UPSERT);
        } catch (MongoWriteException e) {
            // Another instance was first with one that is as true.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
