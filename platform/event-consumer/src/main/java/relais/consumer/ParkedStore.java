package relais.consumer;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The parked events in MongoDB, one document each, {@code _id = aggregateId:sequence}: parking
 * twice is parking once.
 */
final class ParkedStore {
    private static final int MOST_COUNTED = 100_000;
    private static final String GREATER = "$gt";

    private final MongoCollection<Document> parked;
    private final MongoCollection<Document> skipped;
    private final Clock clock;

    ParkedStore(MongoDatabase database, String name, Clock clock) {
        this.parked = durable(database.getCollection(name));
        this.skipped = durable(database.getCollection(name + "_skipped"));
        this.clock = clock;
    }

    /**
     * An offset is committed on the strength of what was parked here, so a fail-over must not undo
     * it.
     */
    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    void ensureIndexes() {
        parked.createIndex(byAggregate());
    }

    /** Parks; what is parked already stays as it is, except that a failure is added to it. */
    void park(Collection<Parking> parkings) {
        if (parkings.isEmpty()) {
            return;
        }
        List<WriteModel<Document>> writes = new ArrayList<>(parkings.size());
        for (Parking parking : parkings) {
            writes.add(
                    new UpdateOneModel<>(
                            new Document(ParkedDocuments.ID, parking.id()),
                            ParkedDocuments.upsert(parking, clock.instant()),
                            new UpdateOptions().upsert(true)));
        }
        parked.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    /** Those of the given aggregates that have something parked. */
    Set<String> blockedAmong(Collection<String> aggregateIds) {
        Document among =
                new Document(
                        ParkedDocuments.AGGREGATE, new Document("$in", List.copyOf(aggregateIds)));
        return parked.distinct(ParkedDocuments.AGGREGATE, among, String.class)
                .into(new HashSet<>());
    }

    /** All aggregates that have something parked, as far as the limit goes. */
    Set<String> blocked(int limit) {
        List<Document> stages =
                List.of(
                        // The order of the index, so that nothing else is read.
                        new Document("$sort", byAggregate()),
                        new Document(
                                "$group",
                                new Document(ParkedDocuments.ID, "$" + ParkedDocuments.AGGREGATE)),
                        new Document("$limit", limit));
        return parked.aggregate(stages)
                .map(group -> group.getString(ParkedDocuments.ID))
                .into(new HashSet<>());
    }

    /** The aggregate's first parked event above a version. */
    Optional<ParkedEvent> head(String aggregateId, long version) {
        return above(aggregateId, version, 1).stream().findFirst();
    }

    /** The lowest parked sequence of the aggregate above a version. */
    Optional<Long> firstAbove(String aggregateId, long version) {
        Document found =
                parked.find(above(aggregateId, version))
                        .projection(new Document(ParkedDocuments.SEQUENCE, 1))
                        .sort(byAggregate())
                        .first();
        return Optional.ofNullable(found)
                .map(document -> document.get(ParkedDocuments.SEQUENCE, Number.class).longValue());
    }

    /** The aggregate's parked events above a version, in order. */
    List<ParkedEvent> above(String aggregateId, long version, int limit) {
        return read(above(aggregateId, version), limit);
    }

    /** Parked events of all aggregates after a given one; {@code null} for the first. */
    List<ParkedEvent> after(@Nullable String aggregateId, long sequence, int limit) {
        if (aggregateId == null) {
            return read(new Document(), limit);
        }
        Document laterOfIt = above(aggregateId, sequence);
        Document laterAggregates =
                new Document(ParkedDocuments.AGGREGATE, new Document(GREATER, aggregateId));
        return read(new Document("$or", List.of(laterOfIt, laterAggregates)), limit);
    }

    /**
     * Aggregates after a given one, {@code null} for the first, of which an event failed with an
     * error that holds a text.
     */
    List<String> poisoned(String error, @Nullable String aggregateId, int limit) {
        Document filter =
                new Document(ParkedDocuments.REASON, ParkReason.POISON.name())
                        .append(ParkedDocuments.ERROR, Pattern.compile(Pattern.quote(error)));
        if (aggregateId != null) {
            filter.append(ParkedDocuments.AGGREGATE, new Document(GREATER, aggregateId));
        }
        // Of an aggregate only the first event that waits has failed: no two of one here.
        return parked.find(filter)
                .projection(new Document(ParkedDocuments.AGGREGATE, 1))
                .sort(byAggregate())
                .limit(limit)
                .map(document -> document.getString(ParkedDocuments.AGGREGATE))
                .into(new ArrayList<>());
    }

    /** Forgets what the handler has applied by now. */
    void removeUpTo(String aggregateId, long version) {
        parked.deleteMany(
                new Document(ParkedDocuments.AGGREGATE, aggregateId)
                        .append(ParkedDocuments.SEQUENCE, new Document("$lte", version)));
    }

    void remove(ParkedEvent event) {
        parked.deleteOne(new Document(ParkedDocuments.ID, event.id()));
    }

    long count(String aggregateId) {
        return parked.countDocuments(
                new Document(ParkedDocuments.AGGREGATE, aggregateId),
                new CountOptions().limit(MOST_COUNTED));
    }

    /** All parked events, from the collection's metadata. */
    long count() {
        return parked.estimatedDocumentCount();
    }

    /** Writes down that an operator decided to do without an event, before it takes effect. */
    void recordSkip(Parking event, String reason, String actor) {
        skipped.updateOne(
                new Document(ParkedDocuments.ID, event.id()),
                ParkedDocuments.skip(event, reason, actor, clock.instant()),
                new UpdateOptions().upsert(true));
    }

    /** Writes down that the decision has taken effect. */
    void confirmSkip(Parking event) {
        skipped.updateOne(
                new Document(ParkedDocuments.ID, event.id()),
                new Document("$set", new Document("appliedAt", clock.instant())));
    }

    private List<ParkedEvent> read(Document filter, int limit) {
        return parked.find(filter)
                .sort(byAggregate())
                .limit(limit)
                .map(ParkedDocuments::read)
                .into(new ArrayList<>());
    }

    private static Document above(String aggregateId, long sequence) {
        return new Document(ParkedDocuments.AGGREGATE, aggregateId)
                .append(ParkedDocuments.SEQUENCE, new Document(GREATER, sequence));
    }

    private static Document byAggregate() {
        return new Document(ParkedDocuments.AGGREGATE, 1).append(ParkedDocuments.SEQUENCE, 1);
    }
}
