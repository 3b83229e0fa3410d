package relais.partners.partner;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.mongo.Indexed;
import relais.aggregates.partner.PartnerId;
import relais.codec.RecordCodecs;
import relais.codec.StoredField;

/** Persons as documents, one a mandate; erasing deletes the document. */
public final class MongoPersons implements Persons, Indexed {

    /** As many as a partner may have mandates. */
    private static final int MAX_PERSONS = PartnerRules.MAX_MANDATES;

    private static final String PARTNER = "partner";

    private final MongoCollection<Kept> collection;

    /**
     * @param version of the partner when the person was named; absent of those named by a build
     *     that did not keep it
     */
    private record Kept(
            @StoredField(name = "_id") MandateId mandate,
            PartnerId partner,
            @Nullable Long version,
            @StoredField(unwrapped = true) Person person) {}

    /**
     * @param collection written with a majority's acknowledgement: what is erased must not come
     *     back
     */
    public MongoPersons(MongoCollection<Document> collection) {
        this.collection =
                collection
                        .withCodecRegistry(RecordCodecs.registry())
                        .withDocumentClass(Kept.class)
                        .withWriteConcern(WriteConcern.MAJORITY);
    }

    @Override
    public void ensureIndexes() {
        collection.createIndex(Indexes.ascending(PARTNER));
    }

    @Override
    public void keep(MandateId mandate, PartnerId partner, long version, Person person) {
        collection.replaceOne(
                eq("_id", mandate),
                new Kept(mandate, partner, version, person),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Map<MandateId, Person> of(PartnerId partner) {
        Map<MandateId, Person> persons = new HashMap<>();
        collection
                .find(eq(PARTNER, partner))
                .limit(MAX_PERSONS)
                .forEach(kept -> persons.put(kept.mandate(), kept.person()));
        return persons;
    }

    @Override
    public void erase(MandateId mandate) {
        collection.deleteOne(eq("_id", mandate));
    }

    @Override
    public void eraseNamedBefore(long version, MandateId mandate) {
        Kept kept = collection.find(eq("_id", mandate)).first();
        if (kept != null && (kept.version() == null || kept.version() < version)) {
            erase(mandate);
        }
    }
}
