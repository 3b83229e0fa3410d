package relais.contributions.workingday;

import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;

/**
 * What happens to a working day when the secretariat asks for this and that.
 *
 * @param live what came of it, decision by decision
 */
public record Walk(List<WorkingDayEvent> events, WorkingDay live) {

    public static Walk of(Random random) {
        List<WorkingDayEvent> events = new ArrayList<>();
        WorkingDay live = step(null, Samples.SCHEDULE, events);
        for (int step = 0; step < 15; step++) {
            live = step(live, command(random, live), events);
        }
        return new Walk(events, live);
    }

    private static WorkingDayCommand command(Random random, WorkingDay live) {
        Minutes minutes = live.minutes();
        return switch (random.nextInt(12)) {
            case 0 -> Samples.CANCEL;
            case 1, 2 -> Samples.rescheduling("2026-01-15");
            case 3, 4, 5 ->
                    new WorkingDayCommand.AddItem(
                            new AgendaItemId("ai-" + random.nextInt(1_000_000)),
                            new ProposedItem("Point", null, null, null));
            case 6 ->
                    live.agenda().isEmpty()
                            ? Samples.REMOVE
                            : new WorkingDayCommand.RemoveItem(live.agenda().getFirst().id(), null);
            default -> again(random, minutes);
        };
    }

    /** Keeps what it must and some of the rest, and adds a decision. */
    private static WorkingDayCommand again(Random random, @Nullable Minutes minutes) {
        List<ProposedDecision> decisions = new ArrayList<>();
        if (minutes != null) {
            minutes.decisions().stream()
                    .filter(known -> known.action() != null || random.nextBoolean())
                    .forEach(
                            known ->
                                    decisions.add(
                                            Samples.decision(
                                                    known.id().value(), known.text(), null)));
        }
        decisions.add(
                Samples.decision(
                        null,
                        "Décision",
                        random.nextBoolean() ? Samples.plan("2026-08-31") : null));
        return Samples.minutes(
                minutes == null ? null : "Corrigé", decisions.toArray(ProposedDecision[]::new));
    }

    private static WorkingDay step(
            @Nullable WorkingDay before, WorkingDayCommand command, List<WorkingDayEvent> events) {
        return switch (Samples.RULES.decide(before, command, now(SECRETARY))) {
            case Decision.Accepted<WorkingDayEvent>(List<WorkingDayEvent> more) -> {
                events.addAll(more);
                yield WorkingDay.apply(before, more.getFirst(), new Moment(events.size(), NOW));
            }
            case Decision.Refused<WorkingDayEvent> _, Decision.Unchanged<WorkingDayEvent> _ ->
                    Objects.requireNonNull(before);
        };
    }
}
