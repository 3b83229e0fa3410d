package relais.experiences.experience;

import static java.util.Objects.requireNonNull;
import static relais.aggregates.mongo.DocumentFields.put;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
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

    private static final long QUERY_LIMIT_SECONDS = 5;
    private static final List<String> HIDDEN =
            Stream.of(Status.values()).filter(Status::hidesText).map(Status::name).toList();

    private static final List<IndexModel> INDEXES =
            List.of(
                    index("own", "owner", "submittedAt"),
                    index("reviewInTerritory", "reach", "status", "submittedAt"),
                    index("review", "status", "submittedAt"),
                    index("reviewOfHome", "home", "status", "submittedAt"),
                    new IndexModel(
                            Indexes.ascending("state.externalId"),
                            new IndexOptions().name("externalId")),
                    new IndexModel(
                            Indexes.ascending("state." + ExperienceDocuments.FILES),
                            new IndexOptions().name("files")));

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

    /** Experiences that have a file, on their card or on the one that was sent back. */
    public List<Stored<Experience>> withFile(String hash, int limit) {
        return list(
                new Document("state." + ExperienceDocuments.FILES, hash),
                new Document("_id", 1),
                limit);
    }

    /**
     * Which of these files are on cards.
     *
     * @param hidden whether on those that were withdrawn or moderated, or on the others
     */
    public Set<String> files(Collection<String> hashes, boolean hidden) {
        String files = "state." + ExperienceDocuments.FILES;
        Set<String> found = new HashSet<>();
        aggregates()
                .collection()
                .find(
                        new Document(files, new Document("$in", List.copyOf(hashes)))
                                .append(
                                        "state.status",
                                        new Document(hidden ? "$in" : "$nin", HIDDEN)))
                .projection(new Document(files, 1).append("_id", 0))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .forEach(
                        document ->
                                found.addAll(
                                        requireNonNull(document.get("state", Document.class))
                                                .getList(ExperienceDocuments.FILES, String.class)));
        found.retainAll(Set.copyOf(hashes));
        return found;
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
