package relais.experiences.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.experiences.application.Partners;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerFact;
import relais.experiences.domain.PartnerId;

/**
 * The replica of partners in MongoDB. Every write is guarded by the version that was read, so that
 * a reader of the log that lost its partition without knowing it cannot turn the clock back.
 */
public final class MongoPartners implements Partners {

    /** A partner at a version; no partner when its registration was skipped by an operator. */
    private record Replica(long version, @Nullable Partner partner) {

        static final Replica NONE = new Replica(0, null);

        Replica then(Update update) {
            if (update.version() <= version) {
                return this;
            }
            PartnerFact fact = update.fact();
            boolean understood =
                    fact instanceof PartnerFact.Registered || (fact != null && partner != null);
            return new Replica(
                    update.version(),
                    understood && fact != null
                            ? Partner.apply(new PartnerId(update.partner()), partner, fact)
                            : partner);
        }
    }

    private final MongoCollection<Document> collection;

    public MongoPartners(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(collection.find(new Document("_id", id.value())).first())
                .map(PartnerDocuments::partner);
    }

    @Override
    public Map<String, Long> versionsOf(Collection<String> ids) {
        Map<String, Long> versions = new HashMap<>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .projection(new Document("version", 1))
                .forEach(
                        document ->
                                versions.put(
                                        document.getString("_id"), document.getLong("version")));
        return versions;
    }

    @Override
    public void apply(List<Update> updates) {
        Map<String, List<Update>> byPartner =
                updates.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Update::partner, LinkedHashMap::new, Collectors.toList()));
        Map<String, Replica> replicas = read(byPartner.keySet());
        byPartner.forEach(
                (id, theirs) -> {
                    Replica before = replicas.getOrDefault(id, Replica.NONE);
                    Replica after = before;
                    for (Update update : theirs) {
                        after = after.then(update);
                    }
                    if (after.version() > before.version()) {
                        write(id, before.version(), after);
                    }
                });
    }

    private Map<String, Replica> read(Collection<String> ids) {
        Map<String, Replica> replicas = new HashMap<>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .forEach(
                        document ->
                                replicas.put(
                                        document.getString("_id"),
                                        new Replica(
                                                document.getLong("version"),
                                                PartnerDocuments.partner(document))));
        return replicas;
    }

    private void write(String id, long versionBefore, Replica after) {
        Document document = PartnerDocuments.write(id, after.version(), after.partner());
        if (versionBefore > 0) {
            // No match: another reader is further on, with the same facts.
            collection.replaceOne(
                    new Document("_id", id).append("version", versionBefore), document);
            return;
        }
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
