package relais.notices.waiting;

import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;
import relais.consumer.ReplicaCollection;
import relais.notices.notice.CardTitle;
import relais.notices.notice.OwnTitles;

/** The replica of cards that something may wait at. */
@Component
public final class MongoWaitingCards implements OwnTitles {

    private final ReplicaCollection<WaitingCard, WaitingFact> replica;

    MongoWaitingCards(MongoDatabase database) {
        this.replica =
                new ReplicaCollection<>(
                        database.getCollection("waiting"),
                        WaitingCard::next,
                        RecordCodecs.of(WaitingCard.class));
    }

    ReplicaCollection<WaitingCard, WaitingFact> replica() {
        return replica;
    }

    Map<String, WaitingCard> find(Collection<String> ids) {
        Map<String, WaitingCard> found = new HashMap<>();
        replica.list(
                        new Document("_id", new Document("$in", List.copyOf(ids))),
                        Math.max(1, ids.size()))
                .forEach(card -> found.put(card.id(), card));
        return found;
    }

    @Override
    public Map<String, CardTitle> titles(Collection<String> ids) {
        Map<String, CardTitle> titles = new HashMap<>();
        find(ids)
                .forEach(
                        (id, card) ->
                                titles.put(
                                        id,
                                        new CardTitle(
                                                id, card.version(), card.kind(), card.title())));
        return titles;
    }
}
