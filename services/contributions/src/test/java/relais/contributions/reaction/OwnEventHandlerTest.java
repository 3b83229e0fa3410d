package relais.contributions.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relais.aggregates.Cause;
import relais.aggregates.StillBusyException;
import relais.consumer.HandledEvent;
import relais.contributions.Happened;
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.RegistryUnavailable;
import relais.web.CorrelationId;

/** The service's answers to its own events, without a log or a store. */
class OwnEventHandlerTest {

    private static final OwnEvent CITED =
            new OwnEvent.EvidenceCited(new ContributionId("c-1"), new ExperienceId("x-1"));

    private final Map<String, Long> answered = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private boolean busy;

    private final OwnEventHandler handler =
            new OwnEventHandler(
                    // Nothing is decoded here.
                    new EventDeserializer(new ConfluentSchemaRegistry("http://localhost:1")),
                    new Recorder(),
                    new InMemory());

    @Test
    void anAnswerNamesItsEventAndBelongsToItsRequest() {
        handler.handle(List.of(Happened.now("c-1", 3, CITED)));
        assertThat(done).containsExactly("c-1:3 now request-of-3");
        assertThat(answered).containsExactly(Map.entry("c-1", 3L));
    }

    @Test
    void anAnswerToAnArchiveBelongsToItsTime() {
        handler.handle(List.of(Happened.inAnArchive("c-1", 3, CITED)));
        assertThat(done).containsExactly("c-1:3 " + Happened.AT + " request-of-3");
    }

    @Test
    void whatNeedsNoAnswerMovesThePositionToo() {
        handler.handle(
                List.of(
                        Happened.now("c-1", 1, null),
                        Happened.now("c-1", 2, null),
                        Happened.now("wd-1", 1, null)));
        assertThat(done).isEmpty();
        assertThat(handler.versionsOf(Set.of("c-1", "wd-1", "c-2")))
                .containsOnly(Map.entry("c-1", 2L), Map.entry("wd-1", 1L));
    }

    @Test
    void whatCouldNotBeAnsweredComesAgain() {
        busy = true;
        List<HandledEvent<OwnEvent>> batch = List.of(Happened.now("c-1", 1, CITED));
        assertThatThrownBy(() -> handler.handle(batch))
                .isInstanceOf(StillBusyException.class)
                .satisfies(failure -> assertThat(handler.isTransient(failure)).isTrue());
        assertThat(answered).isEmpty();
        busy = false;
        handler.handle(batch);
        assertThat(done).hasSize(1);
        assertThat(answered).containsEntry("c-1", 1L);
    }

    @Test
    void itWaitsForWhatPassesAndParksWhatDoesNot() {
        Throwable away = new RegistryUnavailable("away", new IOException("no route"));
        assertThat(handler.isTransient(new IllegalStateException(away))).isTrue();
        assertThat(handler.isTransient(new IllegalStateException("a fault"))).isFalse();
    }

    private final class Recorder implements Reactions {

        @Override
        public void toChange(ExperienceId experience, KnownExperience.Change change, Cause cause) {
            throw new AssertionError("no change of an experience is read here");
        }

        @Override
        public void toOwn(OwnEvent event, Cause cause) {
            if (busy) {
                throw new StillBusyException("c-1");
            }
            done.add(
                    "%s %s %s"
                            .formatted(
                                    cause.event(),
                                    cause.archivedAt() == null ? "now" : cause.archivedAt(),
                                    CorrelationId.current()));
        }
    }

    private final class InMemory implements Positions {

        @Override
        public Map<String, Long> of(Collection<String> aggregates) {
            Map<String, Long> known = new HashMap<>(answered);
            known.keySet().retainAll(aggregates);
            return known;
        }

        @Override
        public void advance(Map<String, Long> versions) {
            versions.forEach((id, version) -> answered.merge(id, version, Math::max));
        }
    }
}
