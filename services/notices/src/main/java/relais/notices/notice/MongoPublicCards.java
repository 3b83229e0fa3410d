package relais.notices.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;

/** How public cards are called, as the public stream says; a card that left it has no title. */
@Component
public final class MongoPublicCards {

    private final MongoCollection<CardTitle> collection;

    MongoPublicCards(MongoDatabase database) {
        this.collection =
                database.getCollection("cards", CardTitle.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    /** Keeps the latest. A card's records come in order, each as often as it may. */
    public void put(CardTitle card) {
        collection.replaceOne(
                new Document("_id", card.id()), card, new ReplaceOptions().upsert(true));
    }

    public void remove(String id) {
        collection.deleteOne(new Document("_id", id));
    }

    public Map<String, CardTitle> find(Collection<String> ids) {
        Map<String, CardTitle> found = new HashMap<>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .forEach(card -> found.put(card.id(), card));
        return found;
    }
}
