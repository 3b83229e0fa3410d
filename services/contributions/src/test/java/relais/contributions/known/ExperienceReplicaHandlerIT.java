package relais.contributions.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import relais.aggregates.Cause;
import relais.consumer.HandledEvent;
import relais.contributions.Happened;
import relais.contributions.reaction.OwnEvent;
import relais.contributions.reaction.ReactionPositions;
import relais.contributions.reaction.Reactions;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.teststack.TestStack;

/** The replica, then the contributions, then the position; whatever dies in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExperienceReplicaHandlerIT {

    private static final ExperienceFact REVISED =
            new ExperienceFact.Changed(EvidenceChange.REVISED, Happened.AT, "mesuré");

    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final MongoDatabase database =
            client.getDatabase("handler_" + UUID.randomUUID().toString().substring(0, 8));
    private final MongoExperiences experiences =
            new MongoExperiences(database.getCollection("experiences"));
    private final Told told = new Told();
    private final ExperienceReplicaHandler handler =
            new ExperienceReplicaHandler(
                    // Nothing is decoded here.
                    new EventDeserializer(new ConfluentSchemaRegistry("http://localhost:1")),
                    experiences,
                    told,
                    new ReactionPositions(database.getCollection("answered")));

    @AfterAll
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void aChangeIsToldWhenTheReplicaHasIt() {
        handler.handle(
                List.of(
                        Happened.now("x-order", 1, null),
                        Happened.now("x-order", 2, new ExperienceFact.Published()),
                        Happened.now("x-order", 3, REVISED)));
        assertThat(told.changes).contains("x-order:3 known at 3");
        assertThat(handler.versionsOf(Set.of("x-order"))).containsEntry("x-order", 3L);
    }

    @Test
    void aChangeThatWasNotToldToAllComesAgainThoughTheReplicaKnowsIt() {
        List<HandledEvent<ExperienceFact>> batch =
                List.of(Happened.now("x-crash", 1, null), Happened.now("x-crash", 2, REVISED));
        told.dies = true;
        assertThatIllegalStateException().isThrownBy(() -> handler.handle(batch));
        told.dies = false;
        assertThat(experiences.find(new ExperienceId("x-crash")).orElseThrow().version())
                .isEqualTo(2);
        assertThat(handler.versionsOf(Set.of("x-crash"))).containsEntry("x-crash", 1L);

        handler.handle(batch);
        assertThat(told.changes).contains("x-crash:2 known at 2");
        assertThat(handler.versionsOf(Set.of("x-crash"))).containsEntry("x-crash", 2L);
    }

    private final class Told implements Reactions {

        private final List<String> changes = new ArrayList<>();
        private boolean dies;

        @Override
        public void toChange(ExperienceId experience, KnownExperience.Change change, Cause cause) {
            if (dies) {
                throw new IllegalStateException("the process dies");
            }
            long known = experiences.find(experience).orElseThrow().version();
            changes.add(cause.event() + " known at " + known);
        }

        @Override
        public void toOwn(OwnEvent event, Cause cause) {
            throw new AssertionError("no event of this service is read here");
        }
    }
}
