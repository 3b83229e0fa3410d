package relais.experiences.adapter.mongo;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.consumer.ReplicaCollection;
import relais.consumer.ReplicaUpdate;
import relais.experiences.application.Partners;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerFact;
import relais.experiences.domain.PartnerId;

/** The replica of partners in MongoDB. */
public final class MongoPartners implements Partners {

    private final ReplicaCollection<Partner, PartnerFact> replica;

    public MongoPartners(MongoCollection<Document> collection) {
        this.replica =
                new ReplicaCollection<>(collection, MongoPartners::next, new PartnerDocuments());
    }

    /** For the reader of their events. */
    public ReplicaCollection<Partner, PartnerFact> replica() {
        return replica;
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return replica.find(id.value());
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
}
