package relais.notices.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.notices.follower.FollowerId;

/**
 * How many mails that ask were wanted in a day (UTC), by an account and to an address. The counts
 * outlive an erasure, so that nobody has more sent by being forgotten in between; they name neither
 * person nor address, and expire two days after their day began.
 */
@Component
public final class MongoMailCounts {

    private static final Duration KEPT = Duration.ofDays(2);

    private final MongoCollection<Document> collection;

    MongoMailCounts(MongoDatabase database) {
        this.collection = database.getCollection("mailCounts");
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("day"),
                new IndexOptions().name("expiry").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /** Counts one more; how many it makes of that account today. */
    int byAccount(FollowerId follower, Instant now) {
        return count(follower.value(), now);
    }

    /** Counts one more; how many it makes to that address today, whoever wants them. */
    int toAddress(String address, Instant now) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(address.toLowerCase(Locale.ROOT).getBytes(UTF_8));
            return count(HexFormat.of().formatHex(hash), now);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** When counting begins again. */
    static Instant end(Instant now) {
        return day(now).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private int count(String whose, Instant now) {
        LocalDate day = day(now);
        Document counted =
                collection.findOneAndUpdate(
                        new Document("_id", day + " " + whose),
                        new Document("$inc", new Document("mails", 1))
                                .append(
                                        "$setOnInsert",
                                        new Document(
                                                "day",
                                                Date.from(
                                                        day.atStartOfDay()
                                                                .toInstant(ZoneOffset.UTC)))),
                        new FindOneAndUpdateOptions()
                                .upsert(true)
                                .returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(counted).getInteger("mails");
    }
}
