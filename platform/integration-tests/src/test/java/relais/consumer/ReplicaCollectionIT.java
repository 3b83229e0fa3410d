package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import relais.codec.RecordCodecs;
import relais.codec.StoredType;
import relais.teststack.TestStack;

/** A replica of words: the first fact starts a text, each further one is added to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicaCollectionIT {

    /** The fact that tells what there is; any other is an addition to it. */
    private static final String FIRST = "once";

    @StoredType(asDocument = true)
    private record Text(String text) {}

    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final MongoDatabase database =
            client.getDatabase("replica_" + UUID.randomUUID().toString().substring(0, 8));
    private final ReplicaCollection<Text, String> replica = replica(ReplicaCollectionIT::next);
    private String id = "";

    private ReplicaCollection<Text, String> replica(ReplicaFold<Text, String> fold) {
        return new ReplicaCollection<>(
                database.getCollection("texts"), fold, RecordCodecs.of(Text.class));
    }

    private static @Nullable Text next(@Nullable Text before, ReplicaUpdate<String> update) {
        String fact = update.fact();
        if (before == null) {
            return FIRST.equals(fact) ? new Text(FIRST) : null;
        }
        return fact == null ? before : new Text(before.text() + " " + fact);
    }

    @BeforeEach
    void take() {
        id = "p-" + UUID.randomUUID();
    }

    @AfterAll
    void close() {
        database.drop();
        client.close();
    }

    private ReplicaUpdate<String> update(long version, @Nullable String fact) {
        return new ReplicaUpdate<>(id, version, fact);
    }

    @Test
    void foldsTheUpdatesOfEachAggregateInOrder() {
        String other = id + "-other";
        replica.apply(
                List.of(
                        update(1, FIRST),
                        new ReplicaUpdate<>(other, 1, FIRST),
                        update(2, "upon"),
                        update(3, "a")));
        replica.apply(List.of(update(4, "time")));

        assertThat(replica.find(id)).contains(new Text("once upon a time"));
        assertThat(replica.find(other)).contains(new Text("once"));
        assertThat(replica.versionsOf(List.of(id, other, "p-none")))
                .isEqualTo(Map.of(id, 4L, other, 1L));
    }

    @Test
    void takesEachUpdateOnce() {
        List<ReplicaUpdate<String>> updates = List.of(update(1, FIRST), update(2, "more"));
        replica.apply(updates);
        replica.apply(updates);

        assertThat(replica.find(id)).contains(new Text("once more"));
        assertThat(replica.versionsOf(List.of(id))).isEqualTo(Map.of(id, 2L));
    }

    @Test
    void anUpdateWithoutFactAdvancesTheVersion() {
        replica.apply(List.of(update(1, FIRST), update(2, null), update(3, "again")));

        assertThat(replica.find(id)).contains(new Text("once again"));
        assertThat(replica.versionsOf(List.of(id))).isEqualTo(Map.of(id, 3L));
    }

    @Test
    void anAggregateWhoseFirstEventWasSkippedHasAVersionAndStaysUnknown() {
        replica.apply(List.of(update(1, null)));
        replica.apply(List.of(update(2, "more")));

        assertThat(replica.find(id)).isEmpty();
        assertThat(replica.list(new Document("_id", id), 1)).isEmpty();
        assertThat(replica.versionsOf(List.of(id))).isEqualTo(Map.of(id, 2L));
    }

    @Test
    void aReaderThatIsLateDoesNotTurnTheClockBack() {
        ReplicaCollection<Text, String> late =
                replica(
                        (before, update) -> {
                            if (update.version() == 2) {
                                replica.apply(List.of(update(2, "upon"), update(3, "a")));
                            }
                            return next(before, update);
                        });
        replica.apply(List.of(update(1, FIRST)));

        late.apply(List.of(update(2, "upon")));

        assertThat(replica.find(id)).contains(new Text("once upon a"));
        assertThat(replica.versionsOf(List.of(id))).isEqualTo(Map.of(id, 3L));
    }

    @Test
    void aReaderThatIsDisturbedByALateOneStillAppliesAll() {
        ReplicaCollection<Text, String> disturbed =
                replica(
                        (before, update) -> {
                            if (update.version() <= 2) {
                                replica.apply(List.of(update));
                            }
                            return next(before, update);
                        });

        disturbed.apply(List.of(update(1, FIRST), update(2, "upon"), update(3, "a")));

        assertThat(replica.find(id)).contains(new Text("once upon a"));
        assertThat(replica.versionsOf(List.of(id))).isEqualTo(Map.of(id, 3L));
    }

    @Test
    void givesUpForAWhileOnAnAggregateThatOthersKeepWriting() {
        AtomicLong rival = new AtomicLong();
        ReplicaCollection<Text, String> disturbed =
                replica(
                        (before, update) -> {
                            replica.apply(List.of(update(rival.incrementAndGet(), FIRST)));
                            return next(before, update);
                        });
        List<ReplicaUpdate<String>> last = List.of(update(1_000, "end"));

        assertThatThrownBy(() -> disturbed.apply(last)).isInstanceOf(TransientFailure.class);
    }

    @Test
    void theEarlierModelAnswersUntilThisOneHasComeAsFar() {
        var anew =
                new ReplicaCollection<Text, String>(
                        database.getCollection("texts_v2"),
                        database.getCollection("texts"),
                        (before, update) -> {
                            Text next = next(before, update);
                            return next == null
                                    ? null
                                    : new Text(next.text().toUpperCase(Locale.ROOT));
                        },
                        RecordCodecs.of(Text.class));
        List<ReplicaUpdate<String>> log =
                List.of(update(1, FIRST), update(2, "upon"), update(3, "a"));
        replica.apply(log);
        assertThat(anew.versionsOf(List.of(id))).isEmpty();
        assertThat(anew.find(id)).contains(new Text("once upon a"));

        anew.apply(log.subList(0, 2));
        assertThat(anew.find(id)).contains(new Text("once upon a"));
        anew.apply(log.subList(2, 3));
        assertThat(anew.find(id)).contains(new Text("ONCE UPON A"));
        assertThat(replica.find(id)).contains(new Text("once upon a"));
    }

    @Test
    void takesTheEventsOfALog() {
        replica.handle(
                List.of(
                        new HandledEvent<>(Events.event(id + ":1"), FIRST, null),
                        new HandledEvent<>(Events.event(id + ":2"), null, "no use"),
                        new HandledEvent<>(Events.event(id + ":3"), "more", null)));

        assertThat(replica.find(id)).contains(new Text("once more"));
    }

    @Test
    void listsKnownAggregatesById() {
        for (String name : List.of("c", "a", "b", "d")) {
            replica.apply(
                    List.of(
                            new ReplicaUpdate<>(id + name, 1, FIRST),
                            new ReplicaUpdate<>(id + name, 2, id)));
        }
        Document ours = new Document("text", "once " + id);

        assertThat(replica.list(ours, 10)).hasSize(4);
        assertThat(replica.list(ours, 2)).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> replica.list(ours, 0));
    }
}
