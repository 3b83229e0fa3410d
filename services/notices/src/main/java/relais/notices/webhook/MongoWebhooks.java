package relais.notices.webhook;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;
import relais.notices.follower.Erasure;
import relais.notices.follower.FollowerId;

/** Addresses in MongoDB. */
@Component
public final class MongoWebhooks implements Erasure.Kept {

    /** An address that takes nothing for so long is dead. */
    static final Duration DEAD_AFTER = Duration.ofDays(1);

    /** The process that had it is done with it. */
    private static final Document FREE = new Document("busyUntil", "");

    private final MongoCollection<Webhook> collection;
    private final MongoWebhookMessages messages;

    MongoWebhooks(MongoDatabase database, MongoWebhookMessages messages) {
        this.collection =
                database.getCollection("webhooks", Webhook.class)
                        .withCodecRegistry(RecordCodecs.registry());
        this.messages = messages;
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("state", "nextAt"), new IndexOptions().name("due"));
        collection.createIndex(Indexes.ascending("probe"), new IndexOptions().name("probe"));
        collection.createIndex(Indexes.ascending("owner", "_id"), new IndexOptions().name("owner"));
        messages.ensureIndexes();
    }

    void add(Webhook webhook) {
        collection.insertOne(webhook);
    }

    List<Webhook> of(FollowerId owner, int most) {
        return collection
                .find(ofOwner(owner))
                .sort(new Document("_id", 1))
                .limit(most)
                .into(new ArrayList<>());
    }

    long count(FollowerId owner, int most) {
        return collection.countDocuments(ofOwner(owner), new CountOptions().limit(most));
    }

    /** How many addresses nothing is sent to any more. */
    long countDead(int most) {
        return collection.countDocuments(
                new Document("state", WebhookState.DEAD.name()), new CountOptions().limit(most));
    }

    Optional<Webhook> find(FollowerId owner, String id) {
        return Optional.ofNullable(collection.find(ofOwner(owner).append("_id", id)).first());
    }

    boolean remove(FollowerId owner, String id) {
        boolean removed =
                collection.deleteOne(ofOwner(owner).append("_id", id)).getDeletedCount() == 1;
        if (removed) {
            messages.removeAll(id);
        }
        return removed;
    }

    void probed(Collection<String> probes, Consumer<Webhook> each) {
        collection
                .find(new Document("probe", new Document("$in", List.copyOf(probes))))
                .forEach(each);
    }

    /** Something is to be sent: now, unless the address fails. */
    void wake(String id, Instant now) {
        collection.updateOne(
                new Document("_id", id).append("failures", 0),
                new Document("$set", new Document("nextAt", Date.from(now))));
    }

    /**
     * Takes the address that has waited longest; no other process gets it before a time.
     *
     * @param notBefore when another may take it if this one does not come back
     */
    Optional<Webhook> take(Instant now, Instant notBefore) {
        return Optional.ofNullable(
                collection.findOneAndUpdate(
                        new Document("state", WebhookState.ACTIVE.name())
                                .append("nextAt", new Document("$lte", Date.from(now)))
                                .append(
                                        "busyUntil",
                                        new Document("$not", new Document("$gt", Date.from(now)))),
                        new Document(
                                "$set",
                                new Document("nextAt", Date.from(notBefore))
                                        .append("busyUntil", Date.from(notBefore))),
                        new FindOneAndUpdateOptions()
                                .sort(new Document("nextAt", 1))
                                .returnDocument(ReturnDocument.AFTER)));
    }

    /** It took a message. */
    void taken(Webhook webhook, Instant now) {
        collection.updateOne(
                id(webhook),
                new Document(
                                "$set",
                                new Document("failures", 0).append("deliveredAt", Date.from(now)))
                        .append("$unset", new Document("failingSince", "").append("problem", "")));
    }

    /** It did not take a message. */
    void failed(Webhook webhook, String problem, Instant now, Instant again) {
        Instant since = webhook.failingSince() == null ? now : webhook.failingSince();
        boolean dead = !since.plus(DEAD_AFTER).isAfter(now);
        collection.updateOne(
                id(webhook),
                new Document(
                                "$set",
                                new Document("failures", webhook.failures() + 1)
                                        .append("failingSince", Date.from(since))
                                        .append("problem", problem)
                                        .append(
                                                "state",
                                                (dead ? WebhookState.DEAD : WebhookState.ACTIVE)
                                                        .name())
                                        .append("nextAt", Date.from(again)))
                        .append("$unset", FREE));
    }

    /**
     * Nothing is to be sent for the moment, unless somebody has said since it was taken that
     * something is.
     */
    void rest(Webhook webhook, Instant until) {
        boolean rests =
                collection
                                .updateOne(
                                        id(webhook).append("nextAt", Date.from(webhook.nextAt())),
                                        new Document(
                                                        "$set",
                                                        new Document("nextAt", Date.from(until)))
                                                .append("$unset", FREE))
                                .getMatchedCount()
                        == 1;
        if (!rests) {
            collection.updateOne(id(webhook), new Document("$unset", FREE));
        }
    }

    /**
     * What the log took in since then is to be sent again; a dead address lives again.
     *
     * @param after up to where its owner has it, of the partitions that this names; null if only
     *     the time counts
     */
    boolean replay(
            FollowerId owner, String webhook, Instant from, @Nullable String after, Instant now) {
        Document wanted = new Document("replayFrom", Date.from(from));
        Document dropped = new Document("failingSince", "").append("problem", "");
        if (after == null) {
            dropped.append("replayAfter", "");
        } else {
            wanted.append("replayAfter", after);
        }
        return collection
                        .updateOne(
                                ofOwner(owner).append("_id", webhook),
                                new Document(
                                                "$set",
                                                wanted.append("state", WebhookState.ACTIVE.name())
                                                        .append("failures", 0)
                                                        .append("nextAt", Date.from(now)))
                                        .append("$unset", dropped))
                        .getMatchedCount()
                == 1;
    }

    /** A replay is read to its end, unless another was asked for meanwhile. */
    void replayed(Webhook webhook, Instant from, @Nullable String problem) {
        Document update =
                new Document("$unset", new Document("replayFrom", "").append("replayAfter", ""));
        if (problem != null) {
            update.append("$set", new Document("problem", problem));
        }
        Document begun =
                id(webhook)
                        .append("replayFrom", Date.from(from))
                        .append(
                                "replayAfter",
                                webhook.replayAfter() == null
                                        ? new Document("$exists", false)
                                        : webhook.replayAfter());
        collection.updateOne(begun, update);
    }

    @Override
    public void erase(FollowerId follower) {
        for (Webhook webhook : collection.find(ofOwner(follower))) {
            remove(follower, webhook.id());
        }
    }

    private static Document id(Webhook webhook) {
        return new Document("_id", webhook.id());
    }

    private static Document ofOwner(FollowerId owner) {
        return new Document("owner", owner.value());
    }
}
