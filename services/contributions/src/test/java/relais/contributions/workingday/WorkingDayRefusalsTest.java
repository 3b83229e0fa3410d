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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
                row(null, LOIRET, Samples.SCHEDULE, "roles committee-only"),
                row(HELD, SECRETARY, Samples.RESCHEDULE, "status working-day-held"),
                row(HELD, SECRETARY, Samples.CANCEL, "status working-day-held"),
                row(CANCELLED, SECRETARY, Samples.RESCHEDULE, "status working-day-cancelled"),
                row(CANCELLED, LOIRET, Samples.ADD, "status working-day-cancelled"),
                row(HELD, SECRETARY, Samples.REMOVE, "status working-day-held"),
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
                row(null, SECRETARY, Samples.scheduling(null), "date required"),
                row(null, SECRETARY, Samples.scheduling("2026-01-14"), "date date-between"),
                row(TODAY, SECRETARY, Samples.rescheduling("2026-01-14"), "date date-between"),
                row(TODAY, SECRETARY, Samples.rescheduling("2031-01-16"), "date date-between"),
                row(TODAY, SECRETARY, new WorkingDayCommand.Cancel(" "), "reason required"),
                row(
                        TODAY,
                        SECRETARY,
                        Samples.rescheduling("2026-02-01", "r".repeat(2_001)),
                        "reason too-long"),
                row(
                        WITH_ITEM,
                        SECRETARY,
                        new WorkingDayCommand.RemoveItem(Samples.ITEM, "\u0001"),
                        "reason unprintable"));
    }

    static Stream<Arguments> ofAgendas() {
        return Stream.of(
                row(TODAY, ORLEANS, Samples.ADD, "partner signatory-only"),
                add(Samples.adding(null, null, null), "label required"),
                add(Samples.adding("l".repeat(201), null, null), "label too-long"),
                add(Samples.adding("Besançon", "x-published", 0L), "cardVersion card-version"),
                add(Samples.adding("Rien", null, 2L), "card card-missing"),
                add(Samples.adding("Brouillon", "c-draft", null), "card card-not-public"),
                add(Samples.adding("Inconnu", "n'importe quoi", null), "card card-not-public"),
                add(
                        Samples.adding("Pas encore", "x-published", 10L),
                        "cardVersion card-version-unknown"),
                add(
                        Samples.adding("Avant la publication", "x-published", 1L),
                        "cardVersion card-version-not-public"),
                row(full(), LOIRET, Samples.ADD, "agenda agenda-full"),
                arguments(
                        TODAY,
                        later(LOIRET, NOW.plus(Duration.ofDays(1))),
                        Samples.ADD,
                        "date agenda-closed"),
                row(TODAY, SECRETARY, Samples.REMOVE, "item item-unknown"));
    }

    static Stream<Arguments> ofMinutes() {
        return Stream.of(
                row(CANCELLED, SECRETARY, Samples.MINUTES, "status working-day-cancelled"),
                row(TO_COME, SECRETARY, Samples.MINUTES, "date minutes-too-early"),
                row(
                        TODAY,
                        SECRETARY,
                        Samples.minutes("Une faute"),
                        "correction nothing-to-correct"),
                row(
                        HELD,
                        SECRETARY,
                        Samples.minutes(null, Samples.decision("d-1", "Raccorder", null)),
                        "correction correction-required"),
                row(
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
                        HELD,
                        SECRETARY,
                        Samples.minutes("Ordre", Samples.decision("d-2", "Deux réunions", null)),
                        "decisions decision-became-action"),
                row(
                        HELD,
                        SECRETARY,
                        Samples.minutes(
                                "Date",
                                Samples.decision("d-1", "Raccorder", Samples.plan("2026-09-30"))),
                        "decisions[0].action action-planned-already"),
                row(
                        HELD,
                        SECRETARY,
                        Samples.minutes(
                                "Nom",
                                Samples.decision("d-1", "Raccorder", null),
                                Samples.decision("d-9", "Autre", null)),
                        "decisions[1].id decision-unknown"),
                row(
                        HELD,
                        SECRETARY,
                        Samples.minutes(
                                "Doublon",
                                Samples.decision("d-1", "Raccorder", null),
                                Samples.decision("d-1", "Raccorder", null)),
                        "decisions[1].id decision-repeated"),
                row(
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
            @Nullable WorkingDay before,
            Circumstances circumstances,
            WorkingDayCommand command,
            String refusal) {
        assertThat(Decisions.refusals(Samples.RULES.decide(before, command, circumstances)))
                .containsExactly(refusal);
    }

    private static WorkingDay full() {
        WorkingDay full = TODAY;
        for (int i = 0; i < WorkingDayRules.MAX_ITEMS; i++) {
            AgendaItemId item = new AgendaItemId("ai-" + i);
            full =
                    Samples.after(
                            full,
                            new WorkingDayCommand.AddItem(
                                    item, new ProposedItem("Point " + i, null, null, null)));
        }
        return full;
    }

    private static Arguments meeting(ProposedMeeting meeting, String refusal) {
        return row(null, SECRETARY, new WorkingDayCommand.Schedule(Samples.ID, meeting), refusal);
    }

    private static Arguments add(WorkingDayCommand command, String refusal) {
        return row(TODAY, LOIRET, command, refusal);
    }

    private static Arguments minutes(WorkingDayCommand command, String refusal) {
        return row(TODAY, SECRETARY, command, refusal);
    }

    private static Arguments row(
            @Nullable WorkingDay before, Actor actor, WorkingDayCommand command, String refusal) {
        return arguments(before, now(actor), command, refusal);
    }
}
