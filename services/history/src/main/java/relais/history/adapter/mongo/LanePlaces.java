package relais.history.adapter.mongo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import relais.log.Lane;
import relais.log.Positions;

/**
 * Places of the log as a list: a topic's name has dots, which a field's name had better not have.
 */
final class LanePlaces {

    private LanePlaces() {}

    static List<Document> of(Positions positions) {
        return positions.next().entrySet().stream()
                .map(lane -> of(lane.getKey()).append("next", lane.getValue()))
                .toList();
    }

    static Document of(Lane lane) {
        return new Document("topic", lane.topic()).append("partition", lane.partition());
    }

    static Lane lane(Document document) {
        return new Lane(document.getString("topic"), document.getInteger("partition"));
    }

    static Positions positions(Document document, String field) {
        Map<Lane, Long> next = new TreeMap<>();
        document.getList(field, Document.class, List.of())
                .forEach(place -> next.put(lane(place), place.getLong("next")));
        return Positions.of(next);
    }
}
