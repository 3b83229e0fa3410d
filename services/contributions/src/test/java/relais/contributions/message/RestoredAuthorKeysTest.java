package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.KeptState;
import relais.aggregates.Moment;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.recovery.Findings;
import relais.recovery.Loss;

/** What becomes of the keys of authors when their store was lost. */
class RestoredAuthorKeysTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Author ADA =
            new Author("m-ada", new PartnerId("p-loiret"), new TerritoryCode("departement:45"));
    private static final AuthorSecret SECRET = new AuthorSecret(new byte[AuthorSecret.BYTES]);

    private final Store store = new Store();
    private final Findings findings = new Findings();

    @Test
    void aKeyThatWentWithTheStoreIsToldAsErasedOnce() {
        RestoredAuthorKeys keys = keys();
        keys.wrote(ADA, key(1));
        keys.wrote(ADA, key(1));
        keys.restore("m-exploitation", findings);

        assertThat(store.state()).isEqualTo(new AuthorKey(ADA, key(1), null));
        assertThat(store.told).containsExactly(new AuthorKey.Event.Erased(key(1)));
        assertThat(store.by).isEqualTo("m-exploitation");
        assertThat(keys.losses())
                .containsExactly(
                        new Loss("author-keys", 1L, List.of("m-ada")),
                        new Loss("message-texts", 2L, List.of()));

        RestoredAuthorKeys again = keys();
        again.wrote(ADA, key(1));
        again.wrote(ADA, key(1));
        again.restore("m-exploitation", findings);
        assertThat(store.told).hasSize(1);
        assertThat(again.losses().getFirst().examples()).isEmpty();
    }

    @Test
    void aKeyThatWasErasedIsNotToldAgain() {
        RestoredAuthorKeys keys = keys();
        keys.wrote(ADA, key(1));
        keys.erased(ADA, key(1));
        keys.restore("m-exploitation", findings);

        assertThat(store.state()).isEqualTo(new AuthorKey(ADA, key(1), null));
        assertThat(store.version()).isEqualTo(2);
        assertThat(store.told).isEmpty();
        assertThat(keys.losses().getLast().count()).isZero();
    }

    @Test
    void onlyTheLatestOfSeveralKeysIsLost() {
        RestoredAuthorKeys keys = keys();
        keys.wrote(ADA, key(1));
        keys.erased(ADA, key(1));
        keys.wrote(ADA, key(2));
        keys.restore("m-exploitation", findings);

        assertThat(store.state()).isEqualTo(new AuthorKey(ADA, key(2), null));
        assertThat(store.version()).isEqualTo(4);
        assertThat(store.told).containsExactly(new AuthorKey.Event.Erased(key(2)));
        assertThat(keys.losses().getLast().count()).isEqualTo(1);
    }

    @Test
    void whoeverWritesAgainGetsTheNextKeySoThatTheLogHasNoGap() {
        RestoredAuthorKeys keys = keys();
        keys.wrote(ADA, key(1));
        keys.restore("m-exploitation", findings);

        AuthorKeyRules type = new AuthorKeyRules();
        AuthorKey next =
                type.apply(
                        store.state(),
                        new AuthorKey.Event.Made(ADA, key(2), SECRET),
                        new Moment(3, NOW));
        assertThat(next.id()).isEqualTo(key(2));
        assertThat(store.state().id()).isEqualTo(key(1));
    }

    @Test
    void aKeyThatIsThereIsNotTouched() {
        AuthorKey sound = new AuthorKey(ADA, key(2), SECRET);
        store.put(sound, 3);
        RestoredAuthorKeys keys = keys();
        keys.wrote(ADA, key(1));
        keys.erased(ADA, key(1));
        keys.wrote(ADA, key(2));
        keys.restore("m-exploitation", findings);

        assertThat(store.state()).isEqualTo(sound);
        assertThat(store.version()).isEqualTo(3);
        assertThat(store.told).isEmpty();
    }

    /** A right to be forgotten outlives backups. */
    @Test
    void aBackupDoesNotBringAnErasedKeyBack() {
        store.put(new AuthorKey(ADA, key(1), SECRET), 1);
        RestoredAuthorKeys keys = keys();
        keys.wrote(ADA, key(1));
        keys.erased(ADA, key(1));
        keys.restore("m-exploitation", findings);

        assertThat(store.state()).isEqualTo(new AuthorKey(ADA, key(1), null));
        assertThat(store.version()).isEqualTo(2);
        assertThat(store.told).isEmpty();
    }

    @Test
    void aBackupWithAnEarlierKeyLosesTheLaterOne() {
        store.put(new AuthorKey(ADA, key(1), SECRET), 1);
        RestoredAuthorKeys keys = keys();
        keys.wrote(ADA, key(1));
        keys.erased(ADA, key(1));
        keys.wrote(ADA, key(2));
        keys.restore("m-exploitation", findings);

        assertThat(store.state()).isEqualTo(new AuthorKey(ADA, key(2), null));
        assertThat(store.told).containsExactly(new AuthorKey.Event.Erased(key(2)));
    }

    private RestoredAuthorKeys keys() {
        return new RestoredAuthorKeys(
                // Nothing is decoded here.
                new EventDeserializer(new ConfluentSchemaRegistry("http://localhost:1")),
                store,
                store::write,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static KeyId key(int number) {
        return new KeyId("m-ada", number);
    }

    /** One mandate's keys, and what was told of them. */
    private static final class Store implements Aggregates<AuthorKey, AuthorKey.Event> {
        private final List<AuthorKey.Event> told = new ArrayList<>();
        private Optional<Stored<AuthorKey>> stored = Optional.empty();
        private String by = "";

        void put(AuthorKey keys, long version) {
            stored = Optional.of(new Stored<>("k-m-ada", version, keys, NOW, Set.of()));
        }

        AuthorKey state() {
            return stored.orElseThrow().state();
        }

        long version() {
            return stored.orElseThrow().version();
        }

        @Override
        public Optional<Stored<AuthorKey>> find(String id) {
            assertThat(id).isEqualTo("k-m-ada");
            return stored;
        }

        @Override
        public boolean create(Change<AuthorKey, AuthorKey.Event> creation) {
            assertThat(stored).isEmpty();
            return take(creation);
        }

        @Override
        public boolean save(Change<AuthorKey, AuthorKey.Event> change) {
            assertThat(version()).isEqualTo(change.previousVersion());
            return take(change);
        }

        private boolean take(Change<AuthorKey, AuthorKey.Event> change) {
            assertThat(change.actor().is(Role.OPERATOR)).isTrue();
            put(change.after(), change.version());
            told.addAll(change.events());
            by = change.actor().mandate();
            return true;
        }

        boolean write(String id, long read, long version, KeptState<AuthorKey> keys) {
            assertThat(version()).isEqualTo(read).isLessThan(version);
            put(keys.state(), version);
            return true;
        }
    }
}
