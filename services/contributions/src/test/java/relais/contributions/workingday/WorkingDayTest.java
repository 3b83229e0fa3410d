package relais.contributions.workingday;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.contributions.known.KnownWorld.ANALYST;
import static relais.contributions.known.KnownWorld.ENDED;
import static relais.contributions.known.KnownWorld.LOIRET;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.OPERATOR;
import static relais.contributions.known.KnownWorld.ORLEANS;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.SERVICE;
import static relais.contributions.known.KnownWorld.SUSPENDED;
import static relais.contributions.known.KnownWorld.UNKNOWN;
import static relais.contributions.known.KnownWorld.archive;
import static relais.contributions.known.KnownWorld.later;
import static relais.contributions.known.KnownWorld.now;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.contributions.action.ActionId;
import relais.contributions.known.Decisions;

class WorkingDayTest {

    private static final WorkingDay TODAY = Samples.scheduled();
    private static final WorkingDay HELD = Samples.held();

    @Test
    void onlyThoseWhoMayDoIt() {
        Map<WorkingDayCommand, Set<Actor>> allowed =
                Map.of(
                        Samples.SCHEDULE, Set.of(SECRETARY),
                        Samples.RESCHEDULE, Set.of(SECRETARY),
                        Samples.CANCEL, Set.of(SECRETARY),
                        Samples.ADD, Set.of(SECRETARY, LOIRET),
                        Samples.REMOVE, Set.of(SECRETARY),
                        Samples.MINUTES, Set.of(SECRETARY));
        for (Actor actor :
                List.of(
                        SECRETARY, LOIRET, ORLEANS, SUSPENDED, ENDED, UNKNOWN, ANALYST, OPERATOR,
                        SERVICE)) {
            allowed.forEach(
                    (command, actors) ->
                            assertThat(Samples.RULES.decide(before(command), command, now(actor)))
                                    .as("%s by %s", command, actor)
                                    .isInstanceOf(
                                            actors.contains(actor)
                                                    ? Decision.Accepted.class
                                                    : Decision.Refused.class));
        }
    }

    private static @Nullable WorkingDay before(WorkingDayCommand command) {
        return command instanceof WorkingDayCommand.Schedule ? null : Samples.withItem();
    }

    @Test
    void anItemSaysWhichSignatoryAskedForIt() {
        WorkingDayEvent asked =
                Decisions.accepted(Samples.RULES.decide(TODAY, Samples.ADD, now(LOIRET)));
        assertThat(((WorkingDayEvent.ItemAdded) asked).item().partner())
                .isEqualTo(new PartnerId("p-loiret"));
        assertThat(Samples.withItem().agenda()).extracting(AgendaItem::partner).containsNull();
        assertThat(Samples.after(Samples.withItem(), Samples.REMOVE).agenda()).isEmpty();
    }

    @Test
    void aDecisionWithAPlanBecomesAnActionUnderAnIdOfItsOwn() {
        Minutes minutes = requireNonNull(HELD.minutes());
        assertThat(minutes.decisions()).hasSize(2);
        MeetingDecision first = minutes.decisions().getFirst();
        assertThat(first.id().value()).isEqualTo("d-1");
        assertThat(requireNonNull(first.plan()).dueOn()).isEqualTo("2026-08-31");
        assertThat(minutes.decisions().getLast().action()).isNull();
        assertThat(HELD.status()).isEqualTo(WorkingDayStatus.HELD);
    }

    @Test
    void correctedMinutesKeepWhatBecameAnActionAndMayAddMore() {
        ActionId before = action(HELD, 0);
        WorkingDay corrected =
                Samples.after(
                        HELD,
                        Samples.minutes(
                                "Un chiffre",
                                Samples.decision(null, "Nouvelle", Samples.plan("2026-10-01")),
                                Samples.decision("d-1", "Raccorder tout le Loiret", null)));
        Minutes minutes = requireNonNull(corrected.minutes());
        assertThat(minutes.decisions())
                .extracting(decision -> decision.id().value())
                .containsExactly("d-3", "d-1");
        assertThat(action(corrected, 1)).isEqualTo(before);
        assertThat(minutes.decisions().getLast().text()).isEqualTo("Raccorder tout le Loiret");
        assertThat(action(corrected, 0)).isNotEqualTo(before);
        assertThat(minutes.correctedAt()).isNotNull();
    }

    @Test
    void theSizeOfMinutesCountsThePlansTheyKeep() {
        WorkingDayCommand.PublishMinutes kept =
                (WorkingDayCommand.PublishMinutes)
                        Samples.minutes("Faute", Samples.decision("d-1", "Raccorder", null));
        assertThat(MinutesSize.of(kept, HELD.minutes()) - MinutesSize.of(kept, null))
                .isGreaterThan("Raccorder les collèges du Loiret".length());
    }

    @Test
    void aDecisionThatWasOnlyTextMayBecomeAnActionLater() {
        WorkingDay corrected =
                Samples.after(
                        HELD,
                        Samples.minutes(
                                "Une action oubliée",
                                Samples.decision("d-1", "Raccorder", null),
                                Samples.decision("d-2", "Se réunir", Samples.plan("2026-10-01"))));
        assertThat(requireNonNull(corrected.minutes()).decision("d-2").orElseThrow().action())
                .isNotNull();
    }

    @Test
    void aNumberThatHasGoneIsNeverGivenAgain() {
        WorkingDay shorter =
                Samples.after(
                        HELD,
                        Samples.minutes("De trop", Samples.decision("d-1", "Raccorder", null)));
        WorkingDay longer =
                Samples.after(
                        shorter,
                        Samples.minutes(
                                "Oubli",
                                Samples.decision("d-1", "Raccorder", null),
                                Samples.decision(null, "Autre", null)));
        assertThat(requireNonNull(longer.minutes()).decisions())
                .extracting(decision -> decision.id().value())
                .containsExactly("d-1", "d-3");
    }

    @Test
    void minutesOfTheDayAreWelcomeOnTheDayInFrance() {
        WorkingDay next = Samples.after(TODAY, Samples.rescheduling("2026-01-16"));
        Instant midnightPast = Instant.parse("2026-01-15T23:30:00Z");
        assertThat(Samples.RULES.decide(next, Samples.MINUTES, later(SECRETARY, midnightPast)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void itsThemeMayBeMendedAfterTheDay() {
        assertThat(
                        Samples.RULES.decide(
                                TODAY,
                                Samples.rescheduling("2026-01-15"),
                                later(SECRETARY, NOW.plus(Duration.ofDays(3)))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void anArchiveTellsOfADayThatWasPastAndOfItsAgendaAfterwards() {
        Instant told = Instant.parse("2015-10-01T12:30:00Z");
        WorkingDayEvent scheduled =
                Decisions.accepted(
                        Samples.RULES.decide(
                                null, Samples.scheduling("2013-12-05"), archive(SECRETARY, told)));
        WorkingDay day = WorkingDay.apply(null, scheduled, new Moment(1, told));
        assertThat(day.meeting().date()).isEqualTo(LocalDate.of(2013, 12, 5));
        assertThat(Samples.RULES.decide(day, Samples.ADD, archive(LOIRET, told)))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(Decisions.refusals(Samples.RULES.decide(day, Samples.ADD, now(LOIRET))))
                .containsExactly("date agenda-closed");
    }

    @Test
    void anArchiveMayNameItsDecisions() {
        Instant told = Instant.parse("2026-01-15T08:00:00Z");
        WorkingDayEvent published =
                Decisions.accepted(
                        Samples.RULES.decide(
                                TODAY,
                                Samples.minutes(
                                        null,
                                        Samples.decision("d-7", "Nommée", null),
                                        Samples.decision(null, "Numérotée", null)),
                                archive(SECRETARY, told)));
        assertThat(((WorkingDayEvent.MinutesPublished) published).decisions())
                .extracting(decision -> decision.id().value())
                .containsExactly("d-7", "d-8");
    }

    @Test
    void aDecisionHasBothAnActionAndItsPlanOrNeither() {
        MeetingDecision whole = requireNonNull(HELD.minutes()).decisions().getFirst();
        assertThatThrownBy(
                        () -> new MeetingDecision(whole.id(), whole.text(), whole.action(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingHappensBeforeItIsScheduled() {
        assertThatThrownBy(
                        () ->
                                WorkingDay.apply(
                                        null,
                                        new WorkingDayEvent.Cancelled("why"),
                                        new Moment(1, NOW)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void replayedItIsTheSame() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Walk walk = Walk.of(random);
            WorkingDay replayed = null;
            for (int j = 0; j < walk.events().size(); j++) {
                replayed =
                        WorkingDay.apply(replayed, walk.events().get(j), new Moment(j + 1L, NOW));
            }
            assertThat(replayed).isEqualTo(walk.live());
            assertThat(decidedIds(walk.live())).doesNotHaveDuplicates();
        }
    }

    private static List<String> decidedIds(WorkingDay workingDay) {
        Minutes minutes = workingDay.minutes();
        return minutes == null
                ? List.of()
                : minutes.decisions().stream().map(decision -> decision.id().value()).toList();
    }

    private static ActionId action(WorkingDay workingDay, int index) {
        return requireNonNull(requireNonNull(workingDay.minutes()).decisions().get(index).action());
    }
}
