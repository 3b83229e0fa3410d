package relais.experiences.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import relais.experiences.application.Contacts;
import relais.experiences.domain.Contact;
import relais.experiences.domain.ExperienceId;

/** Contacts in a collection of their own, so that forgetting someone is one deletion. */
public final class MongoContacts implements Contacts {

    private final MongoCollection<Document> collection;

    public MongoContacts(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public Optional<Contact> find(ExperienceId id) {
        return Optional.ofNullable(collection.find(key(id)).first()).map(DraftDocuments::contact);
    }

    @Override
    public void put(ExperienceId id, Contact contact) {
        Document document = DraftDocuments.contact(contact).append("_id", id.value());
        collection.replaceOne(key(id), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public void erase(ExperienceId id) {
        collection.deleteOne(key(id));
    }

    private static Document key(ExperienceId id) {
        return new Document("_id", id.value());
    }
}
