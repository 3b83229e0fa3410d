package relais.contributions.message;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.KeptState;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.events.EventDeserializer;
import relais.events.RegistryUnavailable;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.MessagePosted;
import relais.log.Envelope;
import relais.log.LoggedEvent;
import relais.recovery.Derived;
import relais.recovery.Finding;
import relais.recovery.Findings;
import relais.recovery.Loss;

/**
 * Brings the keys of authors to what the log says of them, after their store was lost or replaced
 * by a backup. A key itself is in no event. So a key that is gone is told as erased, which it is:
 * what was written with it can be read nowhere any more. And a key that the log says was erased is
 * forgotten again, wherever a backup had it from.
 *
 * <p>It remembers each mandate that ever wrote, a few words for each.
 */
public final class RestoredAuthorKeys implements Derived {

    private static final String POSTED = MessagePosted.getClassSchema().getFullName();
    private static final String ERASED = AuthorKeyErased.getClassSchema().getFullName();

    /** Writes the keys of a mandate without telling anyone. */
    @FunctionalInterface
    public interface Quietly {

        /** False if somebody wrote them meanwhile. */
        boolean write(String id, long readVersion, long version, KeptState<AuthorKey> keys);
    }

    /**
     * What the log says of a mandate's keys.
     *
     * @param latest the number of the latest key that it names
     * @param erased the number of the latest key that was erased; 0 if none was
     * @param written with the latest key
     */
    private record LoggedKeys(Author author, int latest, int erased, long written) {

        LoggedKeys wrote(int key) {
            return new LoggedKeys(
                    author,
                    Math.max(latest, key),
                    erased,
                    key > latest ? 1 : key == latest ? written + 1 : written);
        }

        LoggedKeys erased(int key) {
            return new LoggedKeys(author, Math.max(latest, key), Math.max(erased, key), written);
        }
    }

    private final EventDeserializer deserializer;
    private final Aggregates<AuthorKey, AuthorKey.Event> keys;
    private final Quietly quietly;
    private final Clock clock;
    private final Map<String, LoggedKeys> logged = new HashMap<>();
    private final List<Finding> unreadable = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private long lostTexts;

    public RestoredAuthorKeys(
            EventDeserializer deserializer,
            Aggregates<AuthorKey, AuthorKey.Event> keys,
            Quietly quietly,
            Clock clock) {
        this.deserializer = deserializer;
        this.keys = keys;
        this.quietly = quietly;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "authorKeys";
    }

    @Override
    public void saw(LoggedEvent event, Envelope envelope) {
        if (!envelope.type().equals(POSTED) && !envelope.type().equals(ERASED)) {
            return;
        }
        try {
            read(deserializer.deserialize(event.value()), event, envelope);
        } catch (RegistryUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            // A message that cannot be read is told by its own recovery.
            if (envelope.type().equals(ERASED)) {
                unreadable.add(
                        new Finding(
                                Finding.Kind.UNREADABLE_EVENT,
                                envelope.aggregateId(),
                                envelope.sequence(),
                                event.place().address().toString(),
                                failure.toString()));
            }
        }
    }

    private void read(SpecificRecord event, LoggedEvent logged, Envelope envelope) {
        String home = logged.key();
        String partner = envelope.partner();
        if (home == null || partner == null) {
            throw new IllegalArgumentException("Whoever writes is of a partner of a territory");
        }
        switch (event) {
            case MessagePosted e ->
                    wrote(author(e.getMandateId(), partner, home), KeyId.of(e.getKeyId()));
            case AuthorKeyErased e ->
                    erased(author(e.getMandateId(), partner, home), KeyId.of(e.getKeyId()));
            default -> throw new IllegalArgumentException("Nothing of keys: " + envelope.type());
        }
    }

    private static Author author(String mandate, String partner, String home) {
        return new Author(mandate, new PartnerId(partner), new TerritoryCode(home));
    }

    /** The log has a message that was sealed with this key. */
    void wrote(Author author, KeyId key) {
        logged.merge(
                author.mandate(),
                new LoggedKeys(author, key.number(), 0, 1),
                (before, _) -> before.wrote(key.number()));
    }

    /** The log says that this key was erased. */
    void erased(Author author, KeyId key) {
        logged.merge(
                author.mandate(),
                new LoggedKeys(author, key.number(), key.number(), 0),
                (before, _) -> before.erased(key.number()));
    }

    @Override
    public long restore(String operator, Findings findings) {
        unreadable.forEach(findings::add);
        Actor actor = new Actor(operator, null, Set.of(Role.OPERATOR));
        logged.values().forEach(mandate -> restore(mandate, actor));
        return logged.size();
    }

    /** The mandates whose key went with the store, and how many texts nobody can read since. */
    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("author-keys", (long) lost.size(), List.copyOf(lost)),
                new Loss("message-texts", lostTexts, List.of()));
    }

    private void restore(LoggedKeys mandate, Actor operator) {
        String id = AuthorKey.aggregateOf(mandate.author().mandate());
        Optional<Stored<AuthorKey>> stored = keys.find(id);
        if (stored.isPresent() && isSound(stored.get().state(), mandate)) {
            return;
        }
        int last =
                Math.max(
                        mandate.latest(), stored.map(each -> each.state().id().number()).orElse(0));
        Author author = stored.map(each -> each.state().author()).orElse(mandate.author());
        AuthorKey after = new AuthorKey(author, key(author, last), null);
        List<AuthorKey.Event> told =
                IntStream.rangeClosed(mandate.erased() + 1, last)
                        .<AuthorKey.Event>mapToObj(
                                number -> new AuthorKey.Event.Erased(key(author, number)))
                        .toList();
        if (!write(id, stored.orElse(null), told, after, operator)) {
            throw new IllegalStateException("somebody wrote " + id + " meanwhile");
        }
        if (!told.isEmpty()) {
            lost.add(author.mandate());
            lostTexts += mandate.written();
        }
    }

    /** Whether it knows all that the log knows, and forgot what the log says is forgotten. */
    private static boolean isSound(AuthorKey known, LoggedKeys mandate) {
        int number = known.id().number();
        return number >= mandate.latest() && (known.secret() == null || number > mandate.erased());
    }

    private boolean write(
            String id,
            @Nullable Stored<AuthorKey> before,
            List<AuthorKey.Event> told,
            AuthorKey after,
            Actor operator) {
        Instant now = clock.instant();
        Set<String> rows = before == null ? Set.of() : before.importedRows();
        // Every key was made and erased: two steps each.
        long whole = 2L * after.id().number();
        if (before == null || !told.isEmpty()) {
            long previous = before == null ? whole - told.size() : before.version();
            var change =
                    new Change<>(id, previous, told, after, operator, now, false, null, null, rows);
            return before == null ? keys.create(change) : keys.save(change);
        }
        long version = Math.max(whole, before.version() + 1);
        return quietly.write(id, before.version(), version, new KeptState<>(after, now, rows));
    }

    private static KeyId key(Author author, int number) {
        return new KeyId(author.mandate(), number);
    }
}
