package relais.portal.account;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * Sessions in MongoDB, so that any instance of the portal knows who is signed in, and a new release
 * signs nobody out. While MongoDB is unreachable every request is anonymous: pages that anyone may
 * read go on, who was signed in is so again afterwards, and until then is told that they are to
 * wait ({@link LostSession}).
 */
public final class MongoSessions implements SessionRepository<StoredSession> {

    private static final Logger log = LoggerFactory.getLogger(MongoSessions.class);

    /** A visit is noted that rarely, so that reading pages does not write. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    /** For so long after a failed read the store is not asked again. */
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private static final Duration SWEPT = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 5;

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String EXPIRES = "expiresAt";
    private static final String SEALED = "sealed";

    private final Supplier<MongoCollection<Document>> collection;
    private final Duration lifetime;
    private final InstantSource clock;
    private final SessionSeal seal = new SessionSeal();
    private volatile Instant unreachableUntil = Instant.MIN;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    private record VersionedSession(long version, MapSession content) {}

    /** The first session opens the collection; lifetime counts from the last visit. */
    public MongoSessions(
            Supplier<MongoCollection<Document>> collection,
            Duration lifetime,
            InstantSource clock) {
        this.collection = collection;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public StoredSession createSession() {
        return StoredSession.begun(lifetime, clock.instant());
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        if (clock.instant().isBefore(unreachableUntil)) {
            return StoredSession.unread(id, lifetime, clock.instant());
        }
        try {
            VersionedSession found = find(id);
            return found == null || found.content().isExpired()
                    ? null
                    : StoredSession.stored(found.content());
        } catch (MongoException away) {
            log.warn("Sessions cannot be read: {}", away.getMessage());
            unreachableUntil = clock.instant().plus(BACK_OFF);
            return StoredSession.unread(id, lifetime, clock.instant());
        }
    }

    @Override
    public void save(StoredSession session) {
        if (session.isUnread()) {
            return;
        }
        boolean visited = session.sinceStoredAccess().compareTo(NOTED) >= 0;
        if (!session.isChanged() && !visited) {
            return;
        }
        try {
            write(session);
            sweep();
        } catch (MongoException away) {
            log.warn("A session cannot be kept: {}", away.getMessage());
        }
    }

    @Override
    public void deleteById(String id) {
        try {
            collection.get().deleteOne(new Document(ID, SessionSeal.name(id)));
        } catch (MongoException away) {
            log.warn("A session cannot be ended: {}", away.getMessage());
        }
    }

    /**
     * Begins a session of a given id, which holds nothing yet.
     *
     * @return whether there was none; one whose time is over makes room
     * @throws MongoException if the store is unreachable
     */
    boolean begin(String id, Duration limit) {
        Instant now = clock.instant();
        var session = new MapSession(id);
        session.setCreationTime(now);
        session.setLastAccessedTime(now);
        session.setMaxInactiveInterval(limit);
        return insert(session) || (removeOver(id, now) && insert(session));
    }

    private boolean removeOver(String id, Instant now) {
        var over =
                new Document(ID, SessionSeal.name(id))
                        .append(EXPIRES, new Document("$lte", Date.from(now)));
        return collection.get().deleteOne(over).getDeletedCount() == 1;
    }

    private void write(StoredSession session) {
        String stored = session.storedId();
        for (int i = 0; i < ATTEMPTS; i++) {
            VersionedSession current = stored == null ? null : find(stored);
            if (current == null && stored != null) {
                // Signed out by another request meanwhile: it stays so.
                return;
            }
            MapSession next = session.on(current == null ? session.content() : current.content());
            boolean moved = stored != null && !next.getId().equals(stored);
            boolean written =
                    (current == null || moved) ? insert(next) : replace(next, current.version());
            if (written) {
                if (stored != null && moved) {
                    deleteById(stored);
                }
                session.wasStored();
                return;
            }
        }
        log.warn("A session was changed by many requests at once: one change is lost");
    }

    private boolean insert(MapSession session) {
        try {
            collection.get().insertOne(document(session, 1));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private boolean replace(MapSession session, long version) {
        var known = new Document(ID, SessionSeal.name(session.getId())).append(VERSION, version);
        Document next = document(session, version + 1);
        return collection.get().replaceOne(known, next).getMatchedCount() == 1;
    }

    private Document document(MapSession session, long version) {
        Instant end = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
        return new Document(ID, SessionSeal.name(session.getId()))
                .append(VERSION, version)
                .append(EXPIRES, Date.from(end))
                .append(SEALED, new Binary(seal.seal(session)));
    }

    private @Nullable VersionedSession find(String id) {
        Document found =
                collection.get().find(new Document(ID, SessionSeal.name(id))).limit(1).first();
        if (found == null) {
            return null;
        }
        try {
            return new VersionedSession(
                    found.getLong(VERSION),
                    seal.open(id, found.get(SEALED, Binary.class).getData()));
        } catch (IllegalStateException unreadable) {
            log.info("A session is not readable and ends: {}", unreadable.getMessage());
            deleteById(id);
            return null;
        }
    }

    /** Those of browsers that never came back. */
    private void sweep() {
        Instant now = clock.instant();
        Instant last = swept.get();
        if (last != null && last.plus(SWEPT).isBefore(now) && swept.compareAndSet(last, now)) {
            collection.get().deleteMany(new Document(EXPIRES, new Document("$lt", Date.from(now))));
        }
    }
}
