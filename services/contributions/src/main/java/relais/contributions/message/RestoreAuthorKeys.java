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
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.KeptState;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;

/**
 * Brings the keys of authors to what the log says of them, after their store was lost or replaced
 * by a backup. A key itself is in no event. So a key that is gone is told as erased, which it is:
 * what was written with it can be read nowhere any more. And a key that the log says was erased is
 * forgotten again, wherever a backup had it from.
 *
 * <p>It remembers each mandate that ever wrote, a few words for each.
 */
public final class RestoreAuthorKeys {

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
    private record Heard(Author author, int latest, int erased, long written) {

        Heard wrote(int key) {
            return new Heard(
                    author,
                    Math.max(latest, key),
                    erased,
                    key > latest ? 1 : key == latest ? written + 1 : written);
        }

        Heard erased(int key) {
            return new Heard(author, Math.max(latest, key), Math.max(erased, key), written);
        }
    }

    /**
     * What nobody can read any more, because its key went with the store.
     *
     * @param mandates whose key it was
     */
    public record Lost(long messages, List<String> mandates) {}

    private final Aggregates<AuthorKey, AuthorKey.Event> keys;
    private final Quietly quietly;
    private final Clock clock;
    private final Map<String, Heard> heard = new HashMap<>();
    private final List<String> lost = new ArrayList<>();
    private long unreadable;

    public RestoreAuthorKeys(
            Aggregates<AuthorKey, AuthorKey.Event> keys, Quietly quietly, Clock clock) {
        this.keys = keys;
        this.quietly = quietly;
        this.clock = clock;
    }

    /** The log has a message that was sealed with this key. */
    public void wrote(Author author, KeyId key) {
        heard.merge(
                author.mandate(),
                new Heard(author, key.number(), 0, 1),
                (before, _) -> before.wrote(key.number()));
    }

    /** The log says that this key was erased. */
    public void erased(Author author, KeyId key) {
        heard.merge(
                author.mandate(),
                new Heard(author, key.number(), key.number(), 0),
                (before, _) -> before.erased(key.number()));
    }

    /**
     * Done again, it does nothing more.
     *
     * @param operator the mandate of who has the store restored: it is who erases what is lost
     * @return how many mandates' keys were looked at
     */
    public long restore(String operator) {
        Actor actor = new Actor(operator, null, Set.of(Role.OPERATOR));
        heard.values().forEach(mandate -> restore(mandate, actor));
        return heard.size();
    }

    public Lost lost() {
        return new Lost(unreadable, List.copyOf(lost));
    }

    private void restore(Heard mandate, Actor operator) {
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
            unreadable += mandate.written();
        }
    }

    /** Whether it knows all that the log knows, and forgot what the log says is forgotten. */
    private static boolean isSound(AuthorKey known, Heard mandate) {
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
