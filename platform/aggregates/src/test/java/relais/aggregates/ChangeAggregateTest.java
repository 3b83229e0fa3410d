package relais.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.aggregates.territory.TerritoryMap;

/** The engine, on an aggregate that is a text: a command is the next text. */
class ChangeAggregateTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:00:00.123Z");
    private static final Actor ONE = actor("m-1", "p-1");
    private static final Actor OTHER = actor("m-2", "p-2");
    private static final String ID = "n-1";

    private final Notes notes = new Notes();
    private Instant now = NOW;
    private final ChangeAggregate<Note, String, Written> change =
            new ChangeAggregate<>(
                    new NoteRules(),
                    notes,
                    (_, _, actor, at, when) -> new Context(actor, at, when),
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now;
                        }

                        @Override
                        public ZoneOffset getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }
                    });

    @Test
    void writesStateAndEventsInOneStep() {
        assertThat(created("a")).isEqualTo(done("a", 1, false));
        assertThat(notes.changes).hasSize(1);
        assertThat(notes.changes.getFirst().events()).containsExactly(new Written("a"));
        assertThat(change.change(ID, 1L, "b", Request.now(ONE))).isEqualTo(done("b", 2, false));
        assertThat(notes.changes.getLast().previousVersion()).isEqualTo(1);
    }

    @Test
    void aRepeatedCreationAnswersWhatIsThere() {
        created("a");
        change.change(ID, 1L, "b", Request.now(ONE));
        assertThat(created("a")).isEqualTo(done("b", 2, true));
        assertThat(notes.changes).hasSize(2);
    }

    @Test
    void anIdOfSomeoneElseIsNoOnes() {
        created("a");
        assertThat(change.create(ID, "a", Request.now(OTHER))).isEqualTo(new Result.Missing<>(ID));
    }

    @Test
    void ofTwoCreationsAtOnceOneIsARepetition() {
        notes.before = () -> created("a");
        assertThat(created("a")).isEqualTo(done("a", 1, true));
        assertThat(notes.changes).hasSize(1);
    }

    @Test
    void namesEveryReasonAtOnce() {
        Request archived = Request.archived(ONE, NOW.plusSeconds(1), "row");
        assertThat(change.create(ID, " ", archived))
                .isEqualTo(
                        new Result.Refused<>(
                                List.of(
                                        Refusal.invalid("occurredAt", "in-the-future"),
                                        Refusal.invalid("text", "required"))));
        assertThat(notes.changes).isEmpty();
    }

    @Test
    void whatChangedSinceItWasReadIsStale() {
        created("a");
        change.change(ID, 1L, "b", Request.now(ONE));
        assertThat(change.change(ID, 1L, "c", Request.now(ONE)))
                .isEqualTo(new Result.Stale<>(1, 2));
        notes.before = () -> change.changeLatest(ID, "between", Request.now(ONE));
        assertThat(change.change(ID, 2L, "d", Request.now(ONE)))
                .isEqualTo(new Result.Stale<>(2, 3));
    }

    @Test
    void whoNamesNoVersionTriesAgainAndNotForEver() {
        created("a");
        notes.before = () -> change.changeLatest(ID, "between", Request.now(ONE));
        assertThat(change.change(ID, null, "b", Request.now(ONE))).isEqualTo(done("b", 3, false));
        notes.alwaysFaster = true;
        assertThat(change.change(ID, null, "c", Request.now(ONE))).isInstanceOf(Result.Stale.class);
    }

    @Test
    void whatChangesNothingIsNotWritten() {
        created("a");
        assertThat(change.change(ID, 1L, "a", Request.now(ONE))).isEqualTo(done("a", 1, true));
        assertThat(change.change(ID, 1L, "same", Request.now(ONE))).isEqualTo(done("a", 1, true));
        assertThat(notes.changes).hasSize(1);
    }

    @Test
    void whatSomeoneMayNotKnowOfIsMissingEvenWithAWrongVersion() {
        created("secret");
        assertThat(change.change(ID, 7L, "b", Request.now(OTHER)))
                .isEqualTo(new Result.Missing<>(ID));
        assertThat(change.change("n-none", 1L, "b", Request.now(ONE)))
                .isEqualTo(new Result.Missing<>("n-none"));
    }

    @Test
    void aRowOfAnArchiveIsAppliedOnceEvenIfItChangesNothing() {
        Instant then = NOW.minus(Duration.ofDays(400));
        change.create(ID, "a", Request.archived(ONE, then, "1"));
        assertThat(change.changeLatest(ID, "a", Request.archived(ONE, then, "2")))
                .isEqualTo(
                        new Result.Done<>(
                                new Stored<>(ID, 2, note("a"), then, Set.of("1", "2")), false));
        assertThat(change.changeLatest(ID, "b", Request.archived(ONE, then, "2")))
                .isInstanceOfSatisfying(
                        Result.Done.class, repeated -> assertThat(repeated.repeated()).isTrue());
        assertThat(change.create(ID, "a", Request.archived(ONE, then, "other")))
                .isEqualTo(new Result.Refused<>(List.of(Refusal.conflict("ref", "ref-taken"))));
    }

    @Test
    void timeNeverGoesBackEvenIfAClockDoes() {
        created("a");
        now = NOW.minusSeconds(5);
        change.change(ID, 1L, "b", Request.now(ONE));
        assertThat(notes.changes.getLast().at()).isEqualTo(NOW);
        Instant before = NOW.minusSeconds(60);
        change.changeLatest(ID, "c", Request.answering(new Cause("n-0:3", before)));
        assertThat(notes.changes.getLast().at()).isEqualTo(NOW);
        assertThat(notes.changes.getLast().cause()).isEqualTo("n-0:3");
    }

    private Result<Note> created(String text) {
        return change.create(ID, text, Request.now(ONE));
    }

    private static Result<Note> done(String text, long version, boolean repeated) {
        return new Result.Done<>(new Stored<>(ID, version, note(text), NOW, Set.of()), repeated);
    }

    private static Note note(String text) {
        return new Note(text, new PartnerId("p-1"));
    }

    private static Actor actor(String mandate, String partner) {
        return new Actor(mandate, new PartnerId(partner), Set.of(Role.PARTNER));
    }

    private record Note(String text, PartnerId writer) {}

    private record Written(String text) {}

    private record Context(Actor actor, Instant at, Instant now) implements DecisionContext {

        @Override
        public @Nullable Partner acting() {
            return null;
        }

        @Override
        public TerritoryMap territories() {
            return new TerritoryMap() {
                @Override
                public boolean exists(TerritoryCode territory, LocalDate on) {
                    return false;
                }

                @Override
                public boolean isWithin(TerritoryCode inner, TerritoryCode outer, LocalDate on) {
                    return false;
                }
            };
        }
    }

    private static final class NoteRules implements AggregateType<Note, String, Written, Context> {

        @Override
        public Decision<Written> decide(@Nullable Note before, String command, Context context) {
            if (command.equals("same")) {
                return new Decision.Unchanged<>();
            }
            return Decision.unless(
                    Refusal.when(command.isBlank(), Refusal.invalid("text", "required")),
                    () -> new Written(command));
        }

        @Override
        public Note apply(@Nullable Note before, Written event, Moment moment) {
            return new Note(event.text(), before == null ? new PartnerId("p-1") : before.writer());
        }

        @Override
        public boolean isCreator(Note state, Actor actor) {
            return actor.actsFor(state.writer());
        }

        @Override
        public boolean isVisible(Note state, Context context) {
            return !state.text().equals("secret") || context.actor().actsFor(state.writer());
        }
    }

    /** In memory; someone else may be faster right before a write. */
    private static final class Notes implements Aggregates<Note, Written> {

        private final Map<String, Stored<Note>> kept = new HashMap<>();
        private final ArrayList<Change<Note, Written>> changes = new ArrayList<>();
        private @Nullable Runnable before;
        private boolean alwaysFaster;

        @Override
        public Optional<Stored<Note>> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public boolean create(Change<Note, Written> creation) {
            overtake();
            return !kept.containsKey(creation.id()) && keep(creation);
        }

        @Override
        public boolean save(Change<Note, Written> change) {
            overtake();
            Stored<Note> now = kept.get(change.id());
            return !alwaysFaster
                    && now != null
                    && now.version() == change.previousVersion()
                    && keep(change);
        }

        private void overtake() {
            Runnable other = before;
            before = null;
            if (other != null) {
                other.run();
            }
        }

        private boolean keep(Change<Note, Written> change) {
            changes.add(change);
            kept.put(change.id(), change.stored());
            return true;
        }
    }
}
