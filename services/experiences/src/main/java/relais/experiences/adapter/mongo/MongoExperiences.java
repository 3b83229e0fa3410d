package relais.experiences.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.experiences.application.Change;
import relais.experiences.application.Experiences;
import relais.experiences.application.KeptExperience;
import relais.experiences.application.Stored;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.TerritoryCode;
import relais.outbox.AggregateCollection;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;
import relais.outbox.RestoredAggregates;
import relais.outbox.Versioned;

/** Experiences in MongoDB, one document each, with the records that have not left yet. */
public final class MongoExperiences implements Experiences {

    private static final long QUERY_LIMIT_SECONDS = 5;

    private final AggregateCollection<KeptExperience> aggregates;
    private final Function<Change, List<OutboxRecord>> records;

    /**
     * @param records what a change tells the others
     * @param reach the territories whose reviewers see what happens in one
     */
    public MongoExperiences(
            MongoCollection<Document> collection,
            OutboxRelay relay,
            Function<Change, List<OutboxRecord>> records,
            Function<TerritoryCode, Set<String>> reach) {
        this.aggregates =
                new AggregateCollection<>(collection, new ExperienceDocuments(reach), relay);
        this.records = records;
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        aggregates.ensureIndexes();
        MongoCollection<Document> collection = aggregates.collection();
        collection.createIndex(
                Indexes.ascending("state.owner", "state.submittedAt", "_id"),
                new IndexOptions().name("own"));
        collection.createIndex(
                Indexes.ascending("state.reach", "state.status", "state.submittedAt", "_id"),
                new IndexOptions().name("reviewInTerritory"));
        collection.createIndex(
                Indexes.ascending("state.status", "state.submittedAt", "_id"),
                new IndexOptions().name("review"));
        collection.createIndex(
                Indexes.ascending("state.home", "state.status", "state.submittedAt", "_id"),
                new IndexOptions().name("reviewOfHome"));
        collection.createIndex(
                Indexes.ascending("state.externalId"), new IndexOptions().name("externalId"));
    }

    /** For an operator's list of them. */
    public AggregateCollection<?> aggregates() {
        return aggregates;
    }

    /** While they are filled from the log again. */
    public RestoredAggregates<KeptExperience> restored() {
        return aggregates.restored();
    }

    @Override
    public Optional<Stored> find(ExperienceId id) {
        return aggregates.find(id.value()).map(MongoExperiences::stored);
    }

    @Override
    public boolean create(Change submission) {
        return aggregates.insert(
                submission.after().id().value(),
                submission.version(),
                kept(submission),
                records.apply(submission));
    }

    @Override
    public boolean save(Change change) {
        return aggregates.update(
                change.after().id().value(),
                change.previousVersion(),
                change.version(),
                kept(change),
                records.apply(change));
    }

    @Override
    public List<ExperienceId> withExternalId(String externalId, int limit) {
        return aggregates
                .collection()
                .find(new Document("state.externalId", externalId))
                .projection(new Document("_id", 1))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(limit)
                .map(document -> new ExperienceId(document.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public List<Stored> list(Selection selection, @Nullable Position after, int limit) {
        Document filter = new Document();
        ContentDocuments.put(filter, "state.owner", ContentDocuments.text(selection.owner()));
        ContentDocuments.put(filter, "state.home", ContentDocuments.text(selection.home()));
        ContentDocuments.put(filter, "state.reach", ContentDocuments.text(selection.within()));
        if (selection.status() != null) {
            filter.append("state.status", selection.status().name());
        }
        if (after != null) {
            Date at = Date.from(after.submittedAt());
            filter.append(
                    "$or",
                    List.of(
                            new Document("state.submittedAt", new Document("$gt", at)),
                            new Document("state.submittedAt", at)
                                    .append("_id", new Document("$gt", after.id()))));
        }
        List<String> ids =
                aggregates
                        .collection()
                        .find(AggregateCollection.whole(filter))
                        .projection(new Document("_id", 1))
                        .sort(new Document("state.submittedAt", 1).append("_id", 1))
                        .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                        .limit(limit)
                        .map(document -> document.getString("_id"))
                        .into(new ArrayList<>());
        return ids.stream()
                .flatMap(id -> aggregates.find(id).stream())
                .map(MongoExperiences::stored)
                .toList();
    }

    private static KeptExperience kept(Change change) {
        return new KeptExperience(change.after(), change.importedRows());
    }

    private static Stored stored(Versioned<KeptExperience> versioned) {
        return new Stored(
                versioned.state().experience(),
                versioned.version(),
                versioned.state().importedRows());
    }
}
