package relais.contributions.known;

import com.mongodb.client.MongoCollection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import relais.aggregates.mongo.KnownIds;
import relais.codec.RecordCodecs;
import relais.consumer.ReplicaCollection;

/** The replica of experiences in MongoDB: not their text, only what a citation relies on. */
public final class MongoExperiences implements Experiences {

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
