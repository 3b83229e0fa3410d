package relais.aggregates.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.codec.RecordCodecs;
import relais.consumer.HandledEvent;
import relais.consumer.ReplicaCollection;
import relais.consumer.ReplicaUpdate;

/** The replica of partners in MongoDB. */
public final class MongoPartners implements Partners, Indexed {

    private static final long QUERY_LIMIT_SECONDS = 5;

    /** Far above any committee: a cut list would change what a quorum is. */
    public static final int MOST_SIGNATORIES = 4_000;

    private final ReplicaCollection<Partner, PartnerFact> replica;
    private final RecentPartners recent;

    /**
     * @param earlier the replica of an earlier model, which answers until this one has come as far;
     *     absent where there is none
     */
    public MongoPartners(
            MongoCollection<Document> collection, @Nullable MongoCollection<Document> earlier) {
        this.replica =
                new ReplicaCollection<>(
                        collection, earlier, MongoPartners::next, RecordCodecs.of(Partner.class));
        this.recent = new RecentPartners(id -> replica.find(id.value()), System::nanoTime);
    }

    /** A partner whose registration was skipped by an operator stays unknown. */
    private static @Nullable Partner next(
            @Nullable Partner before, ReplicaUpdate<PartnerFact> update) {
        PartnerFact fact = update.fact();
        if (fact == null || (before == null && !(fact instanceof PartnerFact.Registered))) {
            return before;
        }
        return Partner.apply(new PartnerId(update.id()), before, fact);
    }

    /** Takes in what the reader of their events has read; it is found from then on. */
    public void handle(List<HandledEvent<PartnerFact>> batch) {
        replica.handle(batch);
        batch.forEach(event -> recent.forget(new PartnerId(event.source().aggregateId())));
    }

    public ReplicaCollection<Partner, PartnerFact> replica() {
        return replica;
    }

    @Override
    public void ensureIndexes() {
        replica.collection()
                .createIndex(
                        Indexes.ascending("committee", "active", "_id"),
                        new IndexOptions().name("committee"));
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return recent.find(id);
    }

    @Override
    public Map<PartnerId, Partner> findAll(Set<PartnerId> ids) {
        return KnownIds.of(replica, ids, PartnerId::value).stream()
                .collect(Collectors.toMap(Partner::id, partner -> partner));
    }

    /**
     * @throws IllegalStateException if there are more than anyone expected
     */
    @Override
    public Set<PartnerId> signatories() {
        Set<PartnerId> signatories = new HashSet<>();
        replica.collection()
                .find(new Document("committee", true).append("active", true))
                .projection(new Document("_id", 1))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(MOST_SIGNATORIES + 1)
                .forEach(document -> signatories.add(new PartnerId(document.getString("_id"))));
        if (signatories.size() > MOST_SIGNATORIES) {
            throw new IllegalStateException(
                    "The committee has more than " + MOST_SIGNATORIES + " signatories");
        }
        return signatories;
    }
}
