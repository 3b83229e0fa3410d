package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.bson.Document;
import relais.consumer.BatchListener;
import relais.consumer.IncomingEvent;
import relais.feed.query.Standing;
import relais.log.Log;
import relais.log.LogPartition;

/**
 * Proves of which part of the log a model was made: for each partition the digest of all records
 * that were dealt with, applied or not. One of it for each model.
 *
 * <p>What a batch is about to change is announced before, and covered by the chain after: in
 * between, a reader can tell that the model is not at rest. A chain that cannot be carried on is
 * filled from the log, while the model goes on.
 */
public final class PartitionDigests implements BatchListener, AutoCloseable {

    private final DigestDocuments documents;
    private final DigestChains chains;
    private final GapFilling filling;
    private final ReentrantReadWriteLock carrying = new ReentrantReadWriteLock();

    /**
     * Reaches neither store nor log yet.
     *
     * @param collection of the model's digests, and of nothing else
     * @param log to read again what a chain lacks
     */
    public PartitionDigests(Supplier<MongoCollection<Document>> collection, Log log) {
        this.documents = new DigestDocuments(collection);
        this.chains = new DigestChains(documents);
        this.filling = new GapFilling(log, chains, carrying.writeLock());
    }

    @Override
    public void resumes(Map<LogPartition, Long> next) {
        documents.announce(next);
        chains.look(next);
        chains.dealtWith(next);
        filling.start();
    }

    @Override
    public void begins(List<IncomingEvent> batch) {
        documents.announce(next(batch));
    }

    @Override
    public void ends(List<IncomingEvent> batch) {
        carrying.readLock().lock();
        try {
            chains.carryOn(Stretch.of(batch));
            chains.dealtWith(next(batch));
        } finally {
            carrying.readLock().unlock();
        }
        filling.start();
    }

    /**
     * As the store has it, no matter which process wrote it.
     *
     * @param waiting events that are parked
     */
    public Standing standing(long waiting) {
        return documents.standing(waiting);
    }

    /** Stops reading the log; what is missing is filled after the next start. */
    @Override
    public void close() {
        filling.close();
    }

    private static Map<LogPartition, Long> next(List<IncomingEvent> batch) {
        Map<LogPartition, Long> next = new HashMap<>();
        batch.forEach(event -> next.put(event.topicPartition(), event.offset() + 1));
        return next;
    }
}
