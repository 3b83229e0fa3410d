package relais.notices.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;

/** How public cards are called, as the public stream says; a card that left it has no title. */
@Component
public final class MongoPublicCards {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<CardTitle> collection;

    MongoPublicCards(MongoDatabase database) {
        this.collection =
                database.getCollection("cards", CardTitle.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    /**
     * Keeps the latest of each; a card that left the stream has none. A card's records come in
     * order, each as often as it may.
     */
    void put(Map<String, Optional<CardTitle>> titles) {
        List<WriteModel<CardTitle>> writes = new ArrayList<>(titles.size());
        titles.forEach(
                (id, title) -> {
                    Document key = new Document("_id", id);
                    writes.add(
                            title.<WriteModel<CardTitle>>map(
                                            card -> new ReplaceOneModel<>(key, card, UPSERT))
                                    .orElseGet(() -> new DeleteOneModel<>(key)));
                });
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }

    public Map<String, CardTitle> find(Collection<String> ids) {
        Map<String, CardTitle> found = new HashMap<>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .forEach(card -> found.put(card.id(), card));
        return found;
    }
}
