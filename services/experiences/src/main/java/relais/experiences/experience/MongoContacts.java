package relais.experiences.experience;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;

/** Contacts in a collection of their own, so that forgetting someone is one deletion. */
public record MongoContacts(MongoCollection<Document> collection) implements Contacts {

    private static final RecordCodec<Contact> CODEC = RecordCodecs.of(Contact.class);

    @Override
    public Optional<Contact> find(ExperienceId id) {
        return Optional.ofNullable(collection.find(key(id)).first()).map(CODEC::fromDocument);
    }

    @Override
    public void put(ExperienceId id, Contact contact) {
        Document document = CODEC.toDocument(contact).append("_id", id.value());
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
