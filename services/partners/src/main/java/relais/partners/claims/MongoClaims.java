package relais.partners.claims;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;
import relais.codec.RecordCodecs;
import relais.codec.StoredField;
import relais.consumer.Inserts;

/** Claims as documents: the unique index of {@code _id} decides. */
public final class MongoClaims implements Claims {

    /** Between two looks, a claim can change hands once in five minutes at most. */
    private static final int ATTEMPTS = 3;

    private static final String HOLDER = "holder";
    private static final String SINCE = "since";

    private final MongoCollection<Held> collection;

    /**
     * @param id {@code KIND:value}
     */
    private record Held(@StoredField(name = "_id") String id, PartnerId holder, Instant since) {

        Holding holding() {
            return new Holding(holder, since);
        }
    }

    /**
     * @param collection written with a majority's acknowledgement: a claim must not be undone
     */
    public MongoClaims(MongoCollection<Document> collection) {
        this.collection =
                collection
                        .withCodecRegistry(RecordCodecs.registry())
                        .withDocumentClass(Held.class)
                        .withWriteConcern(WriteConcern.MAJORITY);
    }

    @Override
    public Holding claim(Claim claim, PartnerId partner, Instant now) {
        Bson mine = Filters.and(isOf(claim), Filters.eq(HOLDER, partner));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (Inserts.ifAbsent(collection, new Held(id(claim), partner, now))
                    || update(mine, Updates.set(SINCE, now))) {
                return new Holding(partner, now);
            }
            Held found = find(claim);
            if (found != null && !found.holder().equals(partner)) {
                return found.holding();
            }
        }
        throw new IllegalStateException(
                id(claim) + " changed hands " + ATTEMPTS + " times at once");
    }

    @Override
    public Optional<PartnerId> holder(Claim claim) {
        return Optional.ofNullable(find(claim)).map(Held::holder);
    }

    @Override
    public boolean passOn(Claim claim, Holding seen, PartnerId partner, Instant now) {
        return update(
                Filters.and(
                        isOf(claim),
                        Filters.eq(HOLDER, seen.holder()),
                        Filters.eq(SINCE, seen.since())),
                Updates.combine(Updates.set(HOLDER, partner), Updates.set(SINCE, now)));
    }

    private @Nullable Held find(Claim claim) {
        return collection.find(isOf(claim)).first();
    }

    private boolean update(Bson as, Bson change) {
        return collection.updateOne(as, change).getMatchedCount() == 1;
    }

    private static Bson isOf(Claim claim) {
        return Filters.eq("_id", id(claim));
    }

    private static String id(Claim claim) {
        return claim.kind() + ":" + claim.value();
    }
}
