package relais.notices.mail;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;
import relais.codec.StoredField;
import relais.notices.follower.Erasure;
import relais.notices.follower.FollowerId;

/** The mail that would have left, where no mail server is configured: the latest of it. */
@Component
public final class DemonstrationMailbox implements Erasure.Kept {

    /** What is kept; what is older makes room. */
    static final int PLACES = 200;

    /**
     * A mail in the mailbox.
     *
     * @param at when it would have left
     */
    public record KeptMail(
            @StoredField(name = "_id") String id,
            String follower,
            Instant at,
            String to,
            String subject,
            String html,
            String text,
            String language,
            Map<String, String> headers) {}

    private final MongoCollection<KeptMail> collection;
    private final Clock clock;

    DemonstrationMailbox(MongoDatabase database, Clock clock) {
        this.collection =
                database.getCollection("mailbox", KeptMail.class)
                        .withCodecRegistry(RecordCodecs.registry());
        this.clock = clock;
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(Indexes.descending("at"), new IndexOptions().name("latest"));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending("follower"), Indexes.descending("at")),
                new IndexOptions().name("follower"));
    }

    void put(String follower, OutgoingMail mail) {
        collection.replaceOne(
                new Document("_id", mail.id()),
                new KeptMail(
                        mail.id(),
                        follower,
                        clock.instant(),
                        mail.to(),
                        mail.subject(),
                        mail.html(),
                        mail.text(),
                        mail.language(),
                        mail.headers()),
                new ReplaceOptions().upsert(true));
        List<String> old = new ArrayList<>();
        collection
                .find()
                .sort(new Document("at", -1))
                .skip(PLACES)
                .limit(PLACES)
                .forEach(each -> old.add(each.id()));
        if (!old.isEmpty()) {
            collection.deleteMany(new Document("_id", new Document("$in", old)));
        }
    }

    /**
     * The latest first.
     *
     * @param follower whose; null for everybody's
     */
    List<KeptMail> of(@Nullable FollowerId follower, int most) {
        return collection
                .find(
                        follower == null
                                ? new Document()
                                : new Document("follower", follower.value()))
                .sort(new Document("at", -1))
                .limit(most)
                .into(new ArrayList<>());
    }

    @Override
    public void erase(FollowerId follower) {
        collection.deleteMany(new Document("follower", follower.value()));
    }
}
