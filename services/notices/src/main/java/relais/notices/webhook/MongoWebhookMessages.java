package relais.notices.webhook;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;
import relais.consumer.Inserts;
import relais.notices.webhook.WebhookMessage.MessageState;

/** Messages in MongoDB, until some time after they were made. */
@Component
final class MongoWebhookMessages {

    /** Longer than the log says the same once more by itself. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final MongoCollection<WebhookMessage> collection;

    MongoWebhookMessages(MongoDatabase database) {
        this.collection =
                database.getCollection("messages", WebhookMessage.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("webhook", "state", "place"), new IndexOptions().name("queue"));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending("webhook"), Indexes.descending("place")),
                new IndexOptions().name("latest"));
        collection.createIndex(
                Indexes.ascending("at"),
                new IndexOptions().name("expiry").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /** Adds one that is not there yet. */
    void add(WebhookMessage message) {
        Inserts.ifAbsent(collection, message);
    }

    /** Has one sent once more. */
    void again(WebhookMessage message) {
        collection.replaceOne(
                new Document("_id", message.id()), message, new ReplaceOptions().upsert(true));
    }

    List<WebhookMessage> pending(String webhook, int most) {
        return collection
                .find(queue(webhook))
                .sort(new Document("place", 1))
                .limit(most)
                .into(new ArrayList<>());
    }

    long countPending(String webhook, int most) {
        return collection.countDocuments(queue(webhook), new CountOptions().limit(most));
    }

    List<WebhookMessage> latest(String webhook, int most) {
        return collection
                .find(new Document("webhook", webhook))
                .sort(new Document("place", -1))
                .limit(most)
                .into(new ArrayList<>());
    }

    void tried(WebhookMessage message, int status, boolean taken, Instant now) {
        MessageState state = taken ? MessageState.DELIVERED : MessageState.PENDING;
        collection.updateOne(
                new Document("_id", message.id()),
                new Document(
                        "$set",
                        new Document("state", state.name())
                                .append("tries", message.tries() + 1)
                                .append("answered", status)
                                .append("at", Date.from(now))));
    }

    void removeAll(String webhook) {
        collection.deleteMany(new Document("webhook", webhook));
    }

    private static Document queue(String webhook) {
        return new Document("webhook", webhook).append("state", MessageState.PENDING.name());
    }
}
