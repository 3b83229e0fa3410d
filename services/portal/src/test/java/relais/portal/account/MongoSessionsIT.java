package relais.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import relais.teststack.TestStack;

class MongoSessionsIT {

    private static final Duration LIFETIME = Duration.ofHours(8);
    private static final MongoClient MONGO = MongoClients.create(TestStack.shared().mongoUri());

    private final MongoCollection<Document> collection =
            MONGO.getDatabase("sessions_test").getCollection(UUID.randomUUID().toString());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final MongoSessions sessions = new MongoSessions(() -> collection, LIFETIME, now::get);

    @Test
    void twoRequestsOfOneSessionDoNotUndoEachOthersChanges() {
        String id = begun();
        StoredSession one = found(id);
        StoredSession other = found(id);

        one.setAttribute("one", "1");
        sessions.save(one);
        other.setAttribute("other", "2");
        other.removeAttribute("first");
        sessions.save(other);

        StoredSession after = found(id);
        assertThat(after.getAttributeNames()).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void aSessionThatGetsAnotherIdIsNotFoundByTheOldOne() {
        String id = begun();
        StoredSession session = found(id);

        String next = session.changeSessionId();
        sessions.save(session);
        session.setAttribute("later", "1");
        sessions.save(session);

        assertThat(sessions.findById(id)).isNull();
        assertThat(found(next).getAttributeNames()).containsExactlyInAnyOrder("first", "later");
        assertThat(collection.countDocuments()).isEqualTo(1);
    }

    @Test
    void whatAnotherRequestEndedStaysEnded() {
        String id = begun();
        StoredSession late = found(id);
        sessions.deleteById(id);

        late.setAttribute("late", "1");
        sessions.save(late);

        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void readingAPageWritesNothing() {
        String id = begun();
        Document before = collection.find().first();

        StoredSession read = found(id);
        read.setLastAccessedTime(read.getLastAccessedTime().plusSeconds(60));
        sessions.save(read);
        assertThat(collection.find().first()).isEqualTo(before);

        read.setLastAccessedTime(read.getLastAccessedTime().plusSeconds(600));
        sessions.save(read);
        assertThat(collection.find().first()).isNotEqualTo(before);
    }

    @Test
    void sessionsOfThoseWhoNeverCameBackAreRemoved() {
        begun();
        now.updateAndGet(then -> then.plus(LIFETIME).plusSeconds(1));

        begun();

        assertThat(collection.countDocuments()).isEqualTo(1);
    }

    private String begun() {
        StoredSession session = sessions.createSession();
        session.setAttribute("first", "0");
        sessions.save(session);
        return session.getId();
    }

    private StoredSession found(String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }
}
