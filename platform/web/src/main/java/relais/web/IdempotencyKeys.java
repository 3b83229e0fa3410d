package relais.web;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Remembers, for seven days, which id was given to a creating request, so that its repetition
 * creates nothing new. The id is reserved before the thing exists: the service then inserts under
 * that id, and an insert that finds the id taken answers with what is there. A crash in between
 * leaves a reservation that the next repetition completes.
 *
 * <p>A refused request (4xx) creates nothing, so its key is not used up: the mended body may use
 * it, under the same id.
 *
 * <p>One document of the collection {@code idempotencyKeys} each: {@code {_id: "scope|caller|key",
 * body, reserved, at, refused}}, the last only after a refusal.
 */
public final class IdempotencyKeys {

    public static final String HEADER = "Idempotency-Key";

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /**
     * A reservation can vanish between two looks only when it expires, and change only when another
     * request takes it over: once, not time after time.
     */
    private static final int ATTEMPTS = 3;

    private final MongoCollection<Document> collection;
    private final Clock clock;

    public IdempotencyKeys(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("idempotencyKeys");
        this.clock = clock;
    }

    /**
     * Reserves an id for what a request creates, or finds the one reserved before.
     *
     * @param scope what is created, such as {@code experience}; without {@code |}
     * @param key the header {@code Idempotency-Key}; null if the sender does not repeat itself
     * @param caller the actor, whose keys are its own; without {@code |}
     * @param canonicalBody the request as the service understood it, so that white space does not
     *     make another request of it
     * @param newId makes an id, unused as far as anyone knows
     * @throws ProblemException 400 if the key is not 1 to 128 printable ASCII characters, 422
     *     {@code idempotency-key-reused} if it was used with another body
     */
    public Reservation reserve(
            String scope,
            @Nullable String key,
            String caller,
            byte[] canonicalBody,
            Supplier<String> newId) {
        if (key == null) {
            return new Reservation(newId.get(), true);
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid(HEADER, "idempotency-key").exception();
        }
        String id = scope + "|" + caller + "|" + key;
        String body = Sha256.hex(canonicalBody);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String reserved = newId.get();
            if (insert(id, body, reserved)) {
                HeldKey.hold(new HeldKey(id, body));
                return new Reservation(reserved, true);
            }
            Document existing = collection.find(new Document("_id", id)).first();
            if (existing != null && !Boolean.TRUE.equals(existing.getBoolean("refused"))) {
                return repeated(existing, body);
            }
            if (existing != null && takeOver(existing, body)) {
                HeldKey.hold(new HeldKey(id, body));
                return new Reservation(existing.getString("reserved"), false);
            }
        }
        throw new IllegalStateException("The idempotency key came and went " + ATTEMPTS + " times");
    }

    /** Makes old reservations expire. The service calls this once at start, not before. */
    public void createIndexes() {
        collection.createIndex(
                Indexes.ascending("at"),
                new IndexOptions().name("expiry").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /** The request that held the key was refused: another body may use it. */
    void refused(HeldKey held) {
        collection.updateOne(
                new Document("_id", held.id()).append("body", held.body()),
                new Document("$set", new Document("refused", true)));
    }

    private boolean takeOver(Document refused, String body) {
        return collection
                        .updateOne(
                                new Document("_id", refused.getString("_id"))
                                        .append("body", refused.getString("body"))
                                        .append("refused", true),
                                new Document(
                                        "$set",
                                        new Document("body", body).append("refused", false)))
                        .getModifiedCount()
                == 1;
    }

    private boolean insert(String id, String body, String reserved) {
        try {
            collection.insertOne(
                    new Document("_id", id)
                            .append("body", body)
                            .append("reserved", reserved)
                            .append("at", Date.from(clock.instant())));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Reservation repeated(Document existing, String body) {
        if (!body.equals(existing.getString("body"))) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
        }
        return new Reservation(existing.getString("reserved"), false);
    }
}
