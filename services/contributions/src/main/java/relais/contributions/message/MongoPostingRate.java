package relais.contributions.message;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.mongo.Indexed;
import relais.consumer.Inserts;

/**
 * Counts what each mandate posts, for all instances: one document {@code {_id: mandate, version,
 * times, at}} with at most {@value RecentPosts#PER_DAY} times, which expires a day after the last
 * one. A place is taken by a write that only succeeds if nobody wrote since it was read.
 */
public record MongoPostingRate(MongoCollection<Document> collection, Clock clock)
        implements PostingRate, Indexed {

    /** Whoever loses a race knows that another place was taken: so often, and none is left. */
    private static final int ATTEMPTS = RecentPosts.PER_MINUTE + 1;

    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final String VERSION = "version";
    private static final String TIMES = "times";
    private static final String AT = "at";

    @Override
    public void ensureIndexes() {
        collection.createIndex(
                new Document(AT, 1),
                new IndexOptions()
                        .name("expiry")
                        .expireAfter(RecentPosts.REMEMBERED.toSeconds(), TimeUnit.SECONDS));
    }

    @Override
    public Duration take(String mandate) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Document before = collection.find(new Document("_id", mandate)).first();
            RecentPosts recent = recent(before);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Duration wait = recent.waitAt(now);
            if (!wait.isZero()) {
                return wait;
            }
            if (write(mandate, before, recent.and(now), now)) {
                return Duration.ZERO;
            }
        }
        return AGAIN;
    }

    private boolean write(
            String mandate, @Nullable Document before, RecentPosts after, Instant now) {
        List<Date> times = after.times().stream().map(Date::from).toList();
        if (before == null) {
            return Inserts.ifAbsent(
                    collection,
                    new Document("_id", mandate)
                            .append(VERSION, 1L)
                            .append(TIMES, times)
                            .append(AT, Date.from(now)));
        }
        long version = before.get(VERSION, Number.class).longValue();
        Document change =
                new Document(VERSION, version + 1).append(TIMES, times).append(AT, Date.from(now));
        return collection
                        .updateOne(
                                new Document("_id", mandate).append(VERSION, version),
                                new Document("$set", change))
                        .getMatchedCount()
                == 1;
    }

    private static RecentPosts recent(@Nullable Document document) {
        return document == null
                ? RecentPosts.NONE
                : new RecentPosts(
                        document.getList(TIMES, Date.class).stream().map(Date::toInstant).toList());
    }
}
