package relais.notices.notice;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;
import relais.consumer.Inserts;
import relais.notices.follower.Erasure;
import relais.notices.follower.FollowerId;

/** Notices in MongoDB, each written once. */
@Component
public final class MongoNotices implements Erasure.Kept {

    /**
     * What happened longer ago is no news, when a group begins anew at the beginning of the log or
     * something is replayed.
     */
    public static final Duration NEWS = Duration.ofDays(30);

    /**
     * How long they are kept: so much longer than something is news that what is removed cannot
     * come again.
     */
    private static final Duration KEPT = Duration.ofDays(120);

    private static final long QUERY_LIMIT_SECONDS = 5;

    private final MongoCollection<Notice> collection;

    MongoNotices(MongoDatabase database) {
        this.collection =
                database.getCollection("notices", Notice.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending("audience"), Indexes.descending("place")),
                new IndexOptions().name("audience"));
        collection.createIndex(
                Indexes.ascending("at"),
                new IndexOptions().name("expiry").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /** Writes those that are not there yet. */
    public void add(List<Notice> notices) {
        Inserts.allIfAbsent(collection, notices);
    }

    /**
     * Addresses what waited for a card to become known, which is rare: one look for all tells.
     *
     * @param partners by the audience that stands for the partner of an unknown card
     */
    public void address(Map<String, String> partners) {
        if (partners.isEmpty()) {
            return;
        }
        Set<String> waiting = new HashSet<>();
        collection
                .find(
                        new Document(
                                "audience", new Document("$in", List.copyOf(partners.keySet()))),
                        Document.class)
                .projection(new Document("audience", 1))
                .forEach(found -> waiting.addAll(found.getList("audience", String.class)));
        partners.forEach(
                (unknown, partner) -> {
                    if (waiting.contains(unknown)) {
                        collection.updateMany(
                                new Document("audience", unknown),
                                new Document("$set", new Document("audience", List.of(partner))));
                    }
                });
    }

    /**
     * The latest first.
     *
     * @param after the place of the last one seen; null from the latest on
     * @param since only those made since then; null for all
     */
    List<Notice> of(
            List<String> audiences, @Nullable String after, @Nullable Instant since, int limit) {
        Document place = new Document();
        if (after != null) {
            place.append("$lt", after);
        }
        if (since != null) {
            place.append("$gte", Notice.place(since));
        }
        return find(audiences, place)
                .sort(new Document("place", -1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Those made since an instant and before another, the earliest first. */
    public List<Notice> between(List<String> audiences, Instant from, Instant to, int most) {
        Document place = new Document("$gte", Notice.place(from)).append("$lt", Notice.place(to));
        return find(audiences, place)
                .sort(new Document("place", 1))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** How many were made since then, as far as that is counted. */
    int count(List<String> audiences, @Nullable Instant since, int most) {
        return Math.toIntExact(
                collection.countDocuments(
                        filter(
                                audiences,
                                since == null
                                        ? new Document()
                                        : new Document("$gte", Notice.place(since))),
                        new CountOptions()
                                .limit(most)
                                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)));
    }

    /** Those made since then, in no order. */
    List<Notice> madeSince(Instant since, int most) {
        return collection
                .find(new Document("at", new Document("$gt", Date.from(since))))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(most)
                .into(new ArrayList<>());
    }

    @Override
    public void erase(FollowerId follower) {
        collection.deleteMany(new Document("audience", follower.value()));
    }

    private FindIterable<Notice> find(List<String> audiences, Document place) {
        return collection
                .find(filter(audiences, place))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private static Document filter(List<String> audiences, Document place) {
        Document filter = new Document("audience", new Document("$in", audiences));
        return place.isEmpty() ? filter : filter.append("place", place);
    }
}
