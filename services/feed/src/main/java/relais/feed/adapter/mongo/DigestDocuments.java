package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.Document;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.codec.StoredField;
import relais.feed.query.Standing;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.Proof;

/**
 * The ends of the chains of one model, a document a partition: {@code {_id: partition, next,
 * events, digest, until}}. The chain covers what lies before {@code next}; nothing at or after
 * {@code until} has been written to the model.
 */
record DigestDocuments(Supplier<MongoCollection<Document>> collection) {

    private static final RecordCodec<Checkpoint> CHECKPOINTS = RecordCodecs.of(Checkpoint.class);
    private static final RecordCodec<End> ENDS = RecordCodecs.of(End.class);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private record End(
            @StoredField(name = "_id") LogPartition partition,
            @StoredField(unwrapped = true) Checkpoint covered,
            long until) {}

    /** From one end of a chain to a later one. */
    record Move(Checkpoint from, Checkpoint to) {}

    /** In place of all that is there: the model holds exactly what these ends cover. */
    void begin(Map<LogPartition, Checkpoint> ends) {
        collection.get().deleteMany(new Document());
        List<Document> documents = new ArrayList<>();
        ends.forEach(
                (partition, end) ->
                        documents.add(ENDS.toDocument(new End(partition, end, end.next()))));
        if (!documents.isEmpty()) {
            collection.get().insertMany(documents);
        }
    }

    /** The model may hold what lies before these offsets, soon or already. */
    void announce(Map<LogPartition, Long> until) {
        if (until.isEmpty()) {
            return;
        }
        Document start = CHECKPOINTS.toDocument(Checkpoint.START);
        List<WriteModel<Document>> writes = new ArrayList<>();
        until.forEach(
                (partition, offset) -> {
                    var change =
                            new Document("$max", new Document("until", offset))
                                    .append("$setOnInsert", start);
                    writes.add(
                            new UpdateOneModel<>(
                                    new Document("_id", partition.toString()), change, UPSERT));
                });
        collection.get().bulkWrite(writes, ANY_ORDER);
    }

    /**
     * Writes the later ends, each only where the earlier one still stands.
     *
     * @return whether all of them did
     */
    boolean advance(Map<LogPartition, Move> moves) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        moves.forEach(
                (partition, move) -> {
                    var known =
                            new Document("_id", partition.toString())
                                    .append("next", move.from().next());
                    var change = new Document("$set", CHECKPOINTS.toDocument(move.to()));
                    writes.add(new UpdateOneModel<>(known, change));
                });
        return collection.get().bulkWrite(writes, ANY_ORDER).getMatchedCount() == moves.size();
    }

    /** The ends as they are stored; of a partition that has none yet, its start. */
    Map<LogPartition, Checkpoint> find(Collection<LogPartition> partitions) {
        Map<LogPartition, Checkpoint> found = new TreeMap<>();
        partitions.forEach(partition -> found.put(partition, Checkpoint.START));
        List<String> ids = partitions.stream().map(LogPartition::toString).toList();
        read(new Document("_id", new Document("$in", ids)))
                .forEach(end -> found.put(end.partition(), end.covered()));
        return found;
    }

    /** Of all partitions. */
    Standing standing(long waiting) {
        TreeMap<LogPartition, Checkpoint> proof = new TreeMap<>();
        TreeMap<LogPartition, Long> reach = new TreeMap<>();
        for (End end : read(new Document())) {
            proof.put(end.partition(), end.covered());
            reach.put(end.partition(), end.until());
        }
        return new Standing(new Proof(proof), new Offsets(reach), waiting);
    }

    private Iterable<End> read(Document which) {
        return collection.get().find(which).map(ENDS::fromDocument);
    }
}
