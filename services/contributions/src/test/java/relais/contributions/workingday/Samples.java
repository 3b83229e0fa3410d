package relais.contributions.workingday;

import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.contributions.action.ProposedPlan;
import relais.contributions.known.Decisions;

/** Working days and what is asked of them. */
final class Samples {

    static final WorkingDayId ID = new WorkingDayId("wd-lyon");
    static final AgendaItemId ITEM = new AgendaItemId("ai-besancon");

    static final WorkingDayRules RULES = new WorkingDayRules();

    static final WorkingDayCommand SCHEDULE = scheduling("2026-01-15");
    static final WorkingDayCommand RESCHEDULE = rescheduling("2026-02-20");
    static final WorkingDayCommand CANCEL = new WorkingDayCommand.Cancel("Trop peu de monde");
    static final WorkingDayCommand ADD = adding("Besançon", "x-published", 3L);
    static final WorkingDayCommand REMOVE = new WorkingDayCommand.RemoveItem(ITEM, "Reporté");
    static final WorkingDayCommand MINUTES =
            minutes(null, decision(null, "Deux réunions par an", null));

    private Samples() {}

    /** Today, without an agenda. */
    static WorkingDay scheduled() {
        return after(null, SCHEDULE);
    }

    static WorkingDay withItem() {
        return after(scheduled(), ADD);
    }

    /** Its first decision became an action, its second did not. */
    static WorkingDay held() {
        return after(
                withItem(),
                minutes(
                        null,
                        decision(null, "Raccorder le Loiret", plan("2026-08-31")),
                        decision(null, "Deux réunions par an", null)));
    }

    static WorkingDay after(@Nullable WorkingDay before, WorkingDayCommand command) {
        WorkingDayEvent event = Decisions.accepted(RULES.decide(before, command, now(SECRETARY)));
        return WorkingDay.apply(before, event, new Moment(1, NOW));
    }

    static ProposedMeeting meeting(@Nullable String date) {
        return new ProposedMeeting(date, "Lyon", "commune:69123", "La gouvernance partagée", null);
    }

    static WorkingDayCommand scheduling(@Nullable String date) {
        return new WorkingDayCommand.Schedule(ID, meeting(date));
    }

    static WorkingDayCommand rescheduling(@Nullable String date) {
        return rescheduling(date, "Salle prise");
    }

    static WorkingDayCommand rescheduling(@Nullable String date, String reason) {
        return new WorkingDayCommand.Reschedule(meeting(date), reason);
    }

    static WorkingDayCommand adding(
            @Nullable String label, @Nullable String card, @Nullable Long version) {
        return new WorkingDayCommand.AddItem(ITEM, new ProposedItem(label, card, version, null));
    }

    static WorkingDayCommand minutes(@Nullable String correction, ProposedDecision... decisions) {
        return new WorkingDayCommand.PublishMinutes(
                "# Gouvernance partagée", List.of("p-loiret"), List.of(decisions), correction);
    }

    static ProposedDecision decision(
            @Nullable String id, @Nullable String text, @Nullable ProposedPlan plan) {
        return new ProposedDecision(id, text, plan);
    }

    static ProposedPlan plan(@Nullable String dueOn) {
        return new ProposedPlan(
                "Raccorder les collèges du Loiret",
                null,
                "p-loiret",
                List.of(),
                "departement:45",
                List.of("INFRASTRUCTURE"),
                dueOn,
                List.of("o-open"),
                null,
                List.of());
    }
}
