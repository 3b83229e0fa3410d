package relais.partners.adapter.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import relais.partners.application.Persons;
import relais.partners.domain.MandateId;
import relais.partners.domain.PartnerId;
import relais.partners.domain.Person;

/**
 * Persons as documents {@code {_id: mandate, partner, name, email?}}; erasing deletes the document.
 */
public final class MongoPersons implements Persons {
    /** As many as a partner may have mandates. */
    private static final int MAX_PERSONS = 1_000;

    private final MongoCollection<Document> collection;

    /**
     * @param collection written with a majority's acknowledgement: what is erased must not come
     *     back
     */
    public MongoPersons(MongoCollection<Document> collection) {
        this.collection = collection.withWriteConcern(WriteConcern.MAJORITY);
    }

    public void createIndexes() {
        collection.createIndex(Indexes.ascending("partner"));
    }

    @Override
    public void keep(MandateId mandate, PartnerId partner, Person person) {
        Document document =
                new Document("_id", mandate.value())
                        .append("partner", partner.value())
                        .append("name", person.name());
        if (person.email() != null) {
            document.append("email", person.email());
        }
        collection.replaceOne(
                new Document("_id", mandate.value()), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public Map<MandateId, Person> of(PartnerId partner) {
        Map<MandateId, Person> persons = new HashMap<>();
        collection
                .find(new Document("partner", partner.value()))
                .limit(MAX_PERSONS)
                .forEach(
                        found ->
                                persons.put(
                                        new MandateId(found.getString("_id")),
                                        new Person(
                                                found.getString("name"),
                                                found.getString("email"))));
        return persons;
    }

    @Override
    public void erase(MandateId mandate) {
        collection.deleteOne(new Document("_id", mandate.value()));
    }
}
