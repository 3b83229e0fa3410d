package relais.experiences.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.consumer.ReplicaCollection;
import relais.consumer.ReplicaUpdate;
import relais.experiences.application.Partners;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerFact;
import relais.experiences.domain.PartnerId;

/**
 * The replica of partners in MongoDB. Whoever changes what it retains of the same events counts
 * {@link #MODEL} up: the replica is then filled anew, by a reader of its own, beside the one of the
 * model before, which answers until the new one has come as far.
 */
public final class MongoPartners implements Partners {

    /** 2 knows when a partner was registered, and whether it is of the committee. */
    public static final String MODEL = "v2";

    private final ReplicaCollection<Partner, PartnerFact> replica;

    public MongoPartners(MongoDatabase database) {
        this.replica =
                new ReplicaCollection<>(
                        database.getCollection("partners_" + MODEL),
                        database.getCollection("partners"),
                        MongoPartners::next,
                        new PartnerDocuments());
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
