package relais.contributions.contribution;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;
import relais.aggregates.partner.PartnerId;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.consumer.Inserts;

/**
 * Working copies in MongoDB: plain documents, guarded by their version. The identifier is {@code
 * <contribution>|<partner>}, so that all those of a contribution are a range of identifiers and no
 * other index is needed.
 */
public record MongoWorkingCopies(MongoCollection<Document> collection) implements WorkingCopies {

    private static final RecordCodec<WorkingCopy> COPIES = RecordCodecs.of(WorkingCopy.class);

    @Override
    public Optional<WorkingCopy> find(ContributionId contribution, PartnerId partner) {
        return Optional.ofNullable(
                        collection
                                .find(new Document("_id", WorkingCopy.id(contribution, partner)))
                                .first())
                .map(COPIES::fromDocument);
    }

    @Override
    public boolean insert(WorkingCopy copy) {
        return Inserts.ifAbsent(collection, COPIES.toDocument(copy));
    }

    @Override
    public boolean replace(long expectedVersion, WorkingCopy copy) {
        return collection
                        .replaceOne(
                                guarded(copy.contribution(), copy.partner(), expectedVersion),
                                COPIES.toDocument(copy))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean delete(ContributionId contribution, PartnerId partner, long expectedVersion) {
        return collection
                        .deleteOne(guarded(contribution, partner, expectedVersion))
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void deleteOf(ContributionId contribution, PartnerId partner) {
        collection.deleteOne(new Document("_id", WorkingCopy.id(contribution, partner)));
    }

    @Override
    public void deleteAllOf(ContributionId contribution) {
        String first = contribution.value() + WorkingCopy.SEPARATOR;
        String end = contribution.value() + (char) (WorkingCopy.SEPARATOR + 1);
        collection.deleteMany(new Document("_id", new Document("$gte", first).append("$lt", end)));
    }

    private static Document guarded(ContributionId contribution, PartnerId partner, long version) {
        return new Document("_id", WorkingCopy.id(contribution, partner))
                .append("version", version);
    }
}
