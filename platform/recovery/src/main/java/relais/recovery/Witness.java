package relais.recovery;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A collection that cannot be empty in a sound store once something was read from, or written to, a
 * topic.
 *
 * @param group the Kafka group whose commits say that something was read; null if what counts is
 *     that the topic has records
 */
public record Witness(MongoCollection<Document> collection, String topic, @Nullable String group) {

    boolean isEmpty() {
        return collection.find().projection(new Document("_id", 1)).limit(1).first() == null;
    }

    String name() {
        return collection.getNamespace().getCollectionName();
    }
}
