package relais.history.adapter.mongo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * Places of the log as a list: a topic's name has dots, which a field's name had better not have.
 */
final class StoredOffsets {

    private StoredOffsets() {}

    static List<Document> of(Offsets positions) {
        return positions.next().entrySet().stream()
                .map(partition -> of(partition.getKey()).append("next", partition.getValue()))
                .toList();
    }

    static Document of(LogPartition partition) {
        return new Document("topic", partition.topic()).append("partition", partition.partition());
    }

    static LogPartition partition(Document document) {
        return new LogPartition(document.getString("topic"), document.getInteger("partition"));
    }

    static Offsets positions(Document document, String field) {
        Map<LogPartition, Long> next = new TreeMap<>();
        document.getList(field, Document.class, List.of())
                .forEach(place -> next.put(partition(place), place.getLong("next")));
        return Offsets.of(next);
    }
}
