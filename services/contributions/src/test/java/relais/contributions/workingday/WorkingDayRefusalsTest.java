package relais.contributions.workingday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static relais.contributions.known.KnownWorld.LOIRET;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.ORLEANS;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.later;
import static relais.contributions.known.KnownWorld.now;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.partner.Actor;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Decisions;

class WorkingDayRefusalsTest {

    private static final WorkingDay TODAY = Samples.scheduled();
    private static final WorkingDay WITH_ITEM = Samples.withItem();
    private static final WorkingDay HELD = Samples.held();
    private static final WorkingDay CANCELLED = Samples.after(TODAY, Samples.CANCEL);
    private static final WorkingDay TO_COME = Samples.after(TODAY, Samples.RESCHEDULE);

    static Stream<Arguments> ofMeetings() {
        return Stream.of(
                row(
                        WorkingDayPolicy.SECRETARY_ONLY,
                        null,
                        LOIRET,
                        Samples.SCHEDULE,
                        "roles committee-only"),
                row(
                        WorkingDayPolicy.STILL_TO_COME,
                        HELD,
                        SECRETARY,
                        Samples.RESCHEDULE,
                        "status working-day-held"),
                row(
                        WorkingDayPolicy.STILL_TO_COME,
                        HELD,
                        SECRETARY,
                        Samples.CANCEL,
                        "status working-day-held"),
                row(
                        WorkingDayPolicy.STILL_TO_COME,
                        CANCELLED,
                        SECRETARY,
                        Samples.RESCHEDULE,
                        "status working-day-cancelled"),
                row(
                        WorkingDayPolicy.STILL_TO_COME,
                        CANCELLED,
                        LOIRET,
                        Samples.ADD,
                        "status working-day-cancelled"),
                row(
                        WorkingDayPolicy.STILL_TO_COME,
                        HELD,
                        SECRETARY,
                        Samples.REMOVE,
                        "status working-day-held"),
                meeting(
                        new ProposedMeeting("2026-02-01", null, null, "Thème", null),
                        "place required"),
                meeting(
                        new ProposedMeeting("2026-02-01", "Lyon", null, " ", null),
                        "theme required"),
                meeting(
                        new ProposedMeeting("2026-02-01", "Lyon", "Lyon", "Thème", null),
                        "territory unknown-territory"),
                meeting(
                        new ProposedMeeting("2026-02-01", "Lyon", null, "Thème", "d".repeat(5_001)),
                        "description too-long"),
                row(
                        WorkingDayPolicy.ON_A_DAY_TO_COME,
                        null,
                        SECRETARY,
                        Samples.scheduling(null),
                        "date required"),
                row(
                        WorkingDayPolicy.ON_A_DAY_TO_COME,
                        null,
                        SECRETARY,
                        Samples.scheduling("2026-01-14"),
                        "date date-between"),
                row(
                        WorkingDayPolicy.ON_A_DAY_TO_COME,
                        TODAY,
                        SECRETARY,
                        Samples.rescheduling("2026-01-14"),
                        "date date-between"),
                row(
                        WorkingDayPolicy.ON_A_DAY_TO_COME,
                        TODAY,
                        SECRETARY,
                        Samples.rescheduling("2031-01-16"),
                        "date date-between"),
                row(
                        WorkingDayPolicy.REASON_GIVEN,
                        TODAY,
                        SECRETARY,
                        new WorkingDayCommand.Cancel(" "),
                        "reason required"),
                row(
                        WorkingDayPolicy.READABLE_REASON,
                        TODAY,
                        SECRETARY,
                        new WorkingDayCommand.Reschedule(
                                Samples.meeting("2026-02-01"), "r".repeat(2_001)),
                        "reason too-long"),
                row(
                        WorkingDayPolicy.READABLE_REASON,
                        WITH_ITEM,
                        SECRETARY,
                        new WorkingDayCommand.RemoveItem(Samples.ITEM, "\u0001"),
                        "reason unprintable"));
    }

    static Stream<Arguments> ofAgendas() {
        return Stream.of(
                row(
                        WorkingDayPolicy.SECRETARY_OR_SIGNATORY,
                        TODAY,
                        ORLEANS,
                        Samples.ADD,
                        "partner signatory-only"),
                add(
                        WorkingDayPolicy.SOUND_ITEM,
                        Samples.adding(null, null, null),
                        "label required"),
                add(
                        WorkingDayPolicy.SOUND_ITEM,
                        Samples.adding("l".repeat(201), null, null),
                        "label too-long"),
                add(
                        WorkingDayPolicy.SOUND_ITEM,
                        Samples.adding("Besançon", "x-published", 0L),
                        "cardVersion card-version"),
                add(
                        WorkingDayPolicy.SOUND_ITEM,
                        Samples.adding("Rien", null, 2L),
                        "card card-missing"),
                add(
                        WorkingDayPolicy.LINKS_TO_A_PUBLIC_CARD,
                        Samples.adding("Brouillon", "c-draft", null),
                        "card card-not-public"),
                add(
                        WorkingDayPolicy.LINKS_TO_A_PUBLIC_CARD,
                        Samples.adding("Inconnu", "n'importe quoi", null),
                        "card card-not-public"),
                add(
                        WorkingDayPolicy.LINKS_TO_A_VERSION_THAT_EXISTS,
                        Samples.adding("Pas encore", "x-published", 10L),
                        "cardVersion card-version-unknown"),
                add(
                        WorkingDayPolicy.LINKS_TO_A_VERSION_THAT_EXISTS,
                        Samples.adding("Avant la publication", "x-published", 1L),
                        "cardVersion card-version-not-public"),
                row(
                        WorkingDayPolicy.AGENDA_IS_BOUNDED,
                        full(),
                        LOIRET,
                        Samples.ADD,
                        "agenda agenda-full"),
                arguments(
                        WorkingDayPolicy.BEFORE_THE_DAY_IS_OVER,
                        TODAY,
                        later(LOIRET, NOW.plus(Duration.ofDays(1))),
                        Samples.ADD,
                        "date agenda-closed"),
                row(
                        WorkingDayPolicy.ITEM_IS_ON_THE_AGENDA,
                        TODAY,
                        SECRETARY,
                        Samples.REMOVE,
                        "item item-unknown"));
    }

    static Stream<Arguments> ofMinutes() {
        return Stream.of(
                row(
                        WorkingDayPolicy.NOT_CANCELLED,
                        CANCELLED,
                        SECRETARY,
                        Samples.MINUTES,
                        "status working-day-cancelled"),
                row(
                        WorkingDayPolicy.ON_OR_AFTER_THE_DAY,
                        TO_COME,
                        SECRETARY,
                        Samples.MINUTES,
                        "date minutes-too-early"),
                row(
                        WorkingDayPolicy.CORRECTION_IS_EXPLAINED,
                        TODAY,
                        SECRETARY,
                        Samples.minutes("Une faute"),
                        "correction nothing-to-correct"),
                row(
                        WorkingDayPolicy.CORRECTION_IS_EXPLAINED,
                        HELD,
                        SECRETARY,
                        Samples.minutes(null, Samples.decision("d-1", "Raccorder", null)),
                        "correction correction-required"),
                row(
                        WorkingDayPolicy.CORRECTION_IS_EXPLAINED,
                        HELD,
                        SECRETARY,
                        Samples.minutes(
                                "c".repeat(2_001), Samples.decision("d-1", "Raccorder", null)),
                        "correction too-long"),
                minutes(
                        new WorkingDayCommand.PublishMinutes(null, List.of(), List.of(), null),
                        "text required"),
                minutes(
                        new WorkingDayCommand.PublishMinutes(
                                "t".repeat(100_001), List.of(), List.of(), null),
                        "text too-long"),
                minutes(
                        new WorkingDayCommand.PublishMinutes(
                                "Texte", List.of("p-loiret", "p-unknown"), List.of(), null),
                        "attending[1] named-partner-unknown"),
                minutes(
                        new WorkingDayCommand.PublishMinutes(
                                "Texte", Collections.nCopies(201, "p-loiret"), List.of(), null),
                        "attending too-many"),
                minutes(
                        Samples.minutes(null, Samples.decision(null, " ", null)),
                        "decisions[0].text required"),
                minutes(
                        new WorkingDayCommand.PublishMinutes(
                                "Texte",
                                List.of(),
                                Collections.nCopies(101, Samples.decision(null, "Décision", null)),
                                null),
                        "decisions too-many"),
                row(
                        WorkingDayPolicy.MINUTES_FIT_IN_ONE_EVENT,
                        TODAY,
                        SECRETARY,
                        new WorkingDayCommand.PublishMinutes(
                                "𝄞".repeat(100_000),
                                List.of(),
                                Collections.nCopies(
                                        51, Samples.decision(null, "𝄞".repeat(2_000), null)),
                                null),
                        "decisions minutes-too-long"),
                row(
                        WorkingDayPolicy.DECIDED_ACTIONS_STAY,
                        HELD,
                        SECRETARY,
                        Samples.minutes("Ordre", Samples.decision("d-2", "Deux réunions", null)),
                        "decisions decision-became-action"),
                row(
                        WorkingDayPolicy.DECIDED_ACTIONS_STAY,
                        HELD,
                        SECRETARY,
                        Samples.minutes(
                                "Date",
                                Samples.decision("d-1", "Raccorder", Samples.plan("2026-09-30"))),
                        "decisions[0].action action-planned-already"),
                row(
                        WorkingDayPolicy.DECIDED_ACTIONS_STAY,
                        HELD,
                        SECRETARY,
                        Samples.minutes(
                                "Nom",
                                Samples.decision("d-1", "Raccorder", null),
                                Samples.decision("d-9", "Autre", null)),
                        "decisions[1].id decision-unknown"),
                row(
                        WorkingDayPolicy.DECIDED_ACTIONS_STAY,
                        HELD,
                        SECRETARY,
                        Samples.minutes(
                                "Doublon",
                                Samples.decision("d-1", "Raccorder", null),
                                Samples.decision("d-1", "Raccorder", null)),
                        "decisions[1].id decision-repeated"),
                row(
                        WorkingDayPolicy.PLANS_ARE_SOUND,
                        TODAY,
                        SECRETARY,
                        Samples.minutes(
                                null,
                                Samples.decision(null, "Deux réunions", null),
                                Samples.decision(null, "Raccorder", Samples.plan("2026-01-14"))),
                        "decisions[1].action.dueOn date-between"));
    }

    static Stream<Arguments> rows() {
        return Stream.of(ofMeetings(), ofAgendas(), ofMinutes()).flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refuses(
            WorkingDayPolicy policy,
            @Nullable WorkingDay before,
            Circumstances circumstances,
            WorkingDayCommand command,
            String refusal) {
        assertThat(Decisions.refusals(WorkingDay.decide(before, command, circumstances)))
                .containsExactly(refusal);
        assertThat(policy.check(new Case(before, command, circumstances))).isNotEmpty();
    }

    @Test
    void everyPolicyRefusesSomething() {
        Set<WorkingDayPolicy> refused = EnumSet.noneOf(WorkingDayPolicy.class);
        rows().forEach(row -> refused.add((WorkingDayPolicy) row.get()[0]));
        assertThat(refused).containsExactlyInAnyOrder(WorkingDayPolicy.values());
    }

    private static WorkingDay full() {
        WorkingDay full = TODAY;
        for (int i = 0; i < AgendaRules.MAX_ITEMS; i++) {
            AgendaItemId item = new AgendaItemId("ai-" + i);
            full =
                    Samples.after(
                            full,
                            new WorkingDayCommand.AddItem(item, "Point " + i, null, null, null));
        }
        return full;
    }

    private static Arguments meeting(ProposedMeeting meeting, String refusal) {
        return row(
                WorkingDayPolicy.SOUND_MEETING,
                null,
                SECRETARY,
                new WorkingDayCommand.Schedule(Samples.ID, meeting),
                refusal);
    }

    private static Arguments add(
            WorkingDayPolicy policy, WorkingDayCommand command, String refusal) {
        return row(policy, TODAY, LOIRET, command, refusal);
    }

    private static Arguments minutes(WorkingDayCommand command, String refusal) {
        return row(WorkingDayPolicy.SOUND_MINUTES, TODAY, SECRETARY, command, refusal);
    }

    private static Arguments row(
            WorkingDayPolicy policy,
            @Nullable WorkingDay before,
            Actor actor,
            WorkingDayCommand command,
            String refusal) {
        return arguments(policy, before, now(actor), command, refusal);
    }
}
