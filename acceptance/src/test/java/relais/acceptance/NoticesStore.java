package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/**
 * What notices keep. Digests leave in the morning, and the service goes by the clock of the
 * machine: instead of moving it, what is kept is made older.
 */
final class NoticesStore implements AutoCloseable {

    /** The beginning of a notice's place in lists. */
    private static final DateTimeFormatter PLACE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final Duration A_WHILE = Duration.ofHours(1);

    /** Longer than the service waits for what others are writing. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final MongoClient client;
    private final MongoDatabase database;

    NoticesStore(Stack stack) {
        this.client = MongoClients.create(stack.local().mongoUri());
        this.database = client.getDatabase("relais_notices");
    }

    /** The digest that goes to an address is due, and the notice of a card is in it. */
    void letDigestBeDue(String address, String card) {
        Instant now = Instant.now();
        Instant noticed = now.minus(A_WHILE);
        MongoCollection<Document> notices = database.getCollection("notices");
        for (Document notice : notices.find(new Document("card", card))) {
            String id = notice.getString("_id");
            update(
                    notices,
                    id,
                    new Document("at", Date.from(noticed))
                            .append("place", PLACE.format(noticed) + " " + id));
        }
        MongoCollection<Document> followers = database.getCollection("followers");
        Document follower =
                Objects.requireNonNull(
                        followers.find(new Document("address", address)).first(),
                        "nobody has this address");
        update(
                followers,
                follower.getString("_id"),
                new Document("digestedTo", Date.from(noticed.minusSeconds(1)))
                        .append("digestAt", Date.from(now.minus(SETTLED))));
    }

    private static void update(MongoCollection<Document> in, String id, Document fields) {
        assertThat(
                        in.updateOne(new Document("_id", id), new Document("$set", fields))
                                .getMatchedCount())
                .isEqualTo(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
