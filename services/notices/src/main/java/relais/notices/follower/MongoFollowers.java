package relais.notices.follower;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;

/** Followers in MongoDB. Fields are set one by one: a visit and a digest do not undo each other. */
@Component
public final class MongoFollowers {

    /** Somebody who was away for longer begins another visit. */
    static final Duration BETWEEN_VISITS = Duration.ofMinutes(30);

    /** A visit is noted that rarely, so that reading pages does not write. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Follower> collection;

    MongoFollowers(MongoDatabase database) {
        this.collection =
                database.getCollection("followers", Follower.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("digestAt"), new IndexOptions().name("due").sparse(true));
        collection.createIndex(
                Indexes.ascending("mandate"), new IndexOptions().name("mandate").sparse(true));
    }

    public Optional<Follower> find(FollowerId id) {
        return Optional.ofNullable(collection.find(key(id)).first());
    }

    /**
     * Somebody as the token says who they are now; notes the visit.
     *
     * @param now the moment of the visit
     */
    public Follower visited(
            FollowerId id, @Nullable String partner, @Nullable String mandate, Instant now) {
        Follower known = find(id).orElseGet(() -> Follower.unknown(id, null, null));
        Document changes = new Document();
        if (!Objects.equals(known.partner(), partner)
                || !Objects.equals(known.mandate(), mandate)) {
            changes.append("partner", partner).append("mandate", mandate);
        }
        Instant seen = known.seenAt();
        if (seen == null || seen.plus(NOTED).isBefore(now)) {
            changes.append("seenAt", Date.from(now));
        }
        if (seen != null && seen.plus(BETWEEN_VISITS).isBefore(now)) {
            changes.append("visitBefore", Date.from(seen));
        }
        if (!changes.isEmpty()) {
            collection.updateOne(key(id), set(changes), UPSERT);
        }
        return find(id).orElseGet(() -> Follower.unknown(id, partner, mandate));
    }

    /** Everything up to then is read. It never becomes unread again. */
    public void read(FollowerId id, Instant upTo) {
        Follower known = find(id).orElse(null);
        if (known == null || known.readAt() == null || known.readAt().isBefore(upTo)) {
            collection.updateOne(key(id), set(new Document("readAt", Date.from(upTo))), UPSERT);
        }
    }

    /**
     * What somebody chose.
     *
     * @param address null removes it
     * @param digestAt null if none is wanted
     * @param digestedTo what happened before is in no digest
     */
    public void choose(
            FollowerId id,
            Frequency frequency,
            @Nullable String address,
            String language,
            @Nullable Instant digestAt,
            Instant digestedTo) {
        collection.updateOne(
                key(id),
                set(
                        new Document("frequency", frequency.name())
                                .append("address", address)
                                .append("language", language)
                                .append("digestAt", digestAt == null ? null : Date.from(digestAt))
                                .append("digestedTo", Date.from(digestedTo))),
                UPSERT);
    }

    /** No more digests, as somebody said by the link in one. False if none was wanted. */
    public boolean stopDigests(FollowerId id) {
        return collection
                        .updateOne(
                                key(id),
                                set(
                                        new Document("frequency", Frequency.NEVER.name())
                                                .append("digestAt", null)))
                        .getMatchedCount()
                == 1;
    }

    /** Those whose digest is due, the longest waiting first. */
    public List<Follower> due(Instant before, int most) {
        return collection
                .find(new Document("digestAt", new Document("$lte", Date.from(before))))
                .sort(new Document("digestAt", 1))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** The period that was due is over; nothing changes if it was already. */
    public void digested(FollowerId id, Instant due, Instant next) {
        collection.updateOne(
                key(id).append("digestAt", Date.from(due)),
                set(
                        new Document("digestAt", Date.from(next))
                                .append("digestedTo", Date.from(due))));
    }

    /** Those who act under a mandate; a handful at most. */
    public List<FollowerId> ofMandate(String mandate, int most) {
        List<FollowerId> ids = new ArrayList<>();
        collection
                .find(new Document("mandate", mandate))
                .limit(most)
                .forEach(found -> ids.add(found.id()));
        return ids;
    }

    public void erase(FollowerId id) {
        collection.deleteOne(key(id));
    }

    private static Document key(FollowerId id) {
        return new Document("_id", id.value());
    }

    private static Document set(Document fields) {
        Document present = new Document();
        Document absent = new Document();
        fields.forEach(
                (name, value) -> {
                    if (value == null) {
                        absent.append(name, "");
                    } else {
                        present.append(name, value);
                    }
                });
        Document update = new Document();
        if (!present.isEmpty()) {
            update.append("$set", present);
        }
        if (!absent.isEmpty()) {
            update.append("$unset", absent);
        }
        return update;
    }
}
