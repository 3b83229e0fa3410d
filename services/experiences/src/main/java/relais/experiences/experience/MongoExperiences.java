package relais.experiences.experience;

import static relais.aggregates.mongo.DocumentFields.put;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Change;
import relais.aggregates.Stored;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.territory.TerritoryCode;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;

/** Experiences in MongoDB. */
public final class MongoExperiences extends MongoAggregates<Experience, ExperienceEvent>
        implements Experiences {

    private static final List<IndexModel> INDEXES =
            List.of(
                    index("own", "owner", "submittedAt"),
                    index("reviewInTerritory", "reach", "status", "submittedAt"),
                    index("review", "status", "submittedAt"),
                    index("reviewOfHome", "home", "status", "submittedAt"),
                    new IndexModel(
                            Indexes.ascending("state.externalId"),
                            new IndexOptions().name("externalId")));

    /**
     * @param records what a change tells the others
     * @param reach the territories whose reviewers see what happens in one
     */
    public MongoExperiences(
            MongoCollection<Document> collection,
            OutboxRelay relay,
            Function<Change<Experience, ExperienceEvent>, List<OutboxRecord>> records,
            Function<TerritoryCode, Set<String>> reach) {
        super(collection, relay, new ExperienceDocuments(reach), records, INDEXES);
    }

    /** A list by some fields of the state; pages go on by the id. */
    private static IndexModel index(String name, String... fields) {
        Document keys = new Document();
        for (String field : fields) {
            keys.append("state." + field, 1);
        }
        return new IndexModel(keys.append("_id", 1), new IndexOptions().name(name));
    }

    @Override
    public List<ExperienceId> withExternalId(String externalId, int limit) {
        return ids(new Document("state.externalId", externalId), new Document("_id", 1), limit)
                .stream()
                .map(ExperienceId::new)
                .toList();
    }

    @Override
    public List<Stored<Experience>> list(Selection selection, @Nullable Position after, int limit) {
        Document filter = new Document();
        put(filter, "state.owner", selection.owner());
        put(filter, "state.home", selection.home());
        put(filter, "state.reach", selection.within());
        put(filter, "state.status", selection.status());
        if (after != null) {
            Date at = Date.from(after.submittedAt());
            filter.append(
                    "$or",
                    List.of(
                            new Document("state.submittedAt", new Document("$gt", at)),
                            new Document("state.submittedAt", at)
                                    .append("_id", new Document("$gt", after.id()))));
        }
        return list(filter, new Document("state.submittedAt", 1).append("_id", 1), limit);
    }
}
