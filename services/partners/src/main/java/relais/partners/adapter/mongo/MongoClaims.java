package relais.partners.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import relais.partners.application.Claims;
import relais.partners.domain.PartnerId;

/**
 * Claims as documents {@code {_id: "KIND:value", holder, since}}: the unique index of _id decides.
 */
public final class MongoClaims implements Claims {
    /** Between two looks, a claim can change hands once in five minutes at most. */
    private static final int ATTEMPTS = 3;

    private final MongoCollection<Document> collection;

    /**
     * @param collection written with a majority's acknowledgement: a claim must not be undone
     */
    public MongoClaims(MongoCollection<Document> collection) {
        this.collection = collection.withWriteConcern(WriteConcern.MAJORITY);
    }

    @Override
    public Holding claim(Claim claim, PartnerId partner, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (insert(claim, partner, now) || renew(claim, partner, now)) {
                return new Holding(partner, now);
            }
            Document found = collection.find(new Document("_id", id(claim))).first();
            if (found != null) {
                Holding holding = holding(found);
                if (!holding.holder().equals(partner)) {
                    return holding;
                }
            }
        }
        throw new IllegalStateException(
                id(claim) + " changed hands " + ATTEMPTS + " times at once");
    }

    @Override
    public Optional<PartnerId> holder(Claim claim) {
        return Optional.ofNullable(collection.find(new Document("_id", id(claim))).first())
                .map(found -> holding(found).holder());
    }

    @Override
    public boolean passOn(Claim claim, Holding seen, PartnerId partner, Instant now) {
        Document asSeen =
                new Document("_id", id(claim))
                        .append("holder", seen.holder().value())
                        .append("since", Date.from(seen.since()));
        Document next = new Document("holder", partner.value()).append("since", Date.from(now));
        return collection.updateOne(asSeen, new Document("$set", next)).getMatchedCount() == 1;
    }

    private boolean insert(Claim claim, PartnerId partner, Instant now) {
        try {
            collection.insertOne(
                    new Document("_id", id(claim))
                            .append("holder", partner.value())
                            .append("since", Date.from(now)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private boolean renew(Claim claim, PartnerId partner, Instant now) {
        Document mine = new Document("_id", id(claim)).append("holder", partner.value());
        Document renewed = new Document("$set", new Document("since", Date.from(now)));
        return collection.updateOne(mine, renewed).getMatchedCount() == 1;
    }

    private static Holding holding(Document found) {
        return new Holding(
                new PartnerId(found.getString("holder")),
                requireNonNull(found.getDate("since")).toInstant());
    }

    private static String id(Claim claim) {
        return claim.kind() + ":" + claim.value();
    }
}
