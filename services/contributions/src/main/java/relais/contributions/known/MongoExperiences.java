package relais.contributions.known;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.mongo.KnownIds;
import relais.codec.RecordCodecs;
import relais.consumer.ReplicaCollection;

/** The replica of experiences in MongoDB: not their text, only what a citation relies on. */
public final class MongoExperiences implements Experiences {

    private static final Document VERSIONS =
            new Document("version", 1).append("lastChange.version", 1);

    private final ReplicaCollection<KnownExperience, ExperienceFact> replica;

    public MongoExperiences(MongoCollection<Document> collection) {
        this.replica =
                new ReplicaCollection<>(
                        collection,
                        (before, update) ->
                                KnownExperience.apply(
                                        new ExperienceId(update.id()),
                                        before,
                                        update.version(),
                                        update.fact()),
                        RecordCodecs.of(KnownExperience.class));
    }

    /** For the reader of their events. */
    public ReplicaCollection<KnownExperience, ExperienceFact> replica() {
        return replica;
    }

    /**
     * How far the replica has come.
     *
     * @param lastChange of the last thing that made citations stale; null if nothing did
     */
    record Version(long version, @Nullable Long lastChange) {}

    /** Of those that are known, by id. */
    Map<String, Version> versions(Collection<String> ids) {
        Map<String, Version> versions = new HashMap<>();
        replica.collection()
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .projection(VERSIONS)
                .forEach(found -> versions.put(found.getString("_id"), version(found)));
        return versions;
    }

    private static Version version(Document found) {
        Document change = found.get("lastChange", Document.class);
        return new Version(
                found.getLong("version"), change == null ? null : change.getLong("version"));
    }

    @Override
    public Optional<KnownExperience> find(ExperienceId id) {
        return replica.find(id.value());
    }

    @Override
    public Map<ExperienceId, KnownExperience> findAll(Set<ExperienceId> ids) {
        return KnownIds.of(replica, ids, ExperienceId::value).stream()
                .collect(Collectors.toMap(KnownExperience::id, known -> known));
    }
}
