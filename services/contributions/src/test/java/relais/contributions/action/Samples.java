package relais.contributions.action;

import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.contributions.workingday.DecisionId;
import relais.contributions.known.Decisions;
import relais.contributions.known.KnownWorld;
import relais.contributions.workingday.WorkingDayId;

/** Actions and what is asked of them. */
final class Samples {

    static final ActionId ID = new ActionId("ac-raccorder");
    static final Origin ORIGIN = new Origin(new WorkingDayId("wd-lyon"), new DecisionId("d-1"));

    static final ActionCommand PLAN = new ActionCommand.Plan(ID, new Plan().typed());
    static final ActionCommand REVISE = new ActionCommand.Revise(new Plan().typed(), "Retard");
    static final ActionCommand PROGRESS = new ActionCommand.Progress(40, "Neuf sur vingt-trois");
    static final ActionCommand COMPLETE =
            new ActionCommand.Complete("2026-01-10", "Tous raccordés");
    static final ActionCommand ABANDON = new ActionCommand.Abandon("Plus de crédits");
    static final ActionCommand PLAN_DECIDED =
            new ActionCommand.PlanDecided(
                    ActionId.of(ORIGIN), new Plan().typed().accepted(), ORIGIN);

    private Samples() {}

    static Action planned() {
        return after(null, PLAN);
    }

    static Action after(@Nullable Action before, ActionCommand command) {
        ActionEvent event = Decisions.accepted(Action.decide(before, command, now(SECRETARY)));
        return Action.apply(before, event, new Moment(1, NOW));
    }

    /** A plan of which some fields are typed otherwise. */
    static final class Plan {

        private @Nullable String title = "Raccorder les collèges du Loiret";
        private @Nullable String description;
        private @Nullable String lead = "p-loiret";
        private List<String> partners = List.of("p-orleans", "p-suspended");
        private @Nullable String territory = "departement:45";
        private List<String> axes = List.of("INFRASTRUCTURE");
        private @Nullable String dueOn = KnownWorld.TODAY.toString();
        private List<String> objectives = List.of("o-open");
        private @Nullable String contribution = "c-adopted";
        private List<String> experiences = List.of("x-published");

        Plan title(@Nullable String typed) {
            title = typed;
            return this;
        }

        Plan description(@Nullable String typed) {
            description = typed;
            return this;
        }

        Plan lead(@Nullable String typed) {
            lead = typed;
            return this;
        }

        Plan partners(List<String> typed) {
            partners = typed;
            return this;
        }

        Plan territory(@Nullable String typed) {
            territory = typed;
            return this;
        }

        Plan axes(List<String> typed) {
            axes = typed;
            return this;
        }

        Plan dueOn(@Nullable String typed) {
            dueOn = typed;
            return this;
        }

        Plan objectives(List<String> typed) {
            objectives = typed;
            return this;
        }

        Plan contribution(@Nullable String typed) {
            contribution = typed;
            return this;
        }

        Plan experiences(List<String> typed) {
            experiences = typed;
            return this;
        }

        ProposedPlan typed() {
            return new ProposedPlan(
                    title,
                    description,
                    lead,
                    partners,
                    territory,
                    axes,
                    dueOn,
                    objectives,
                    contribution,
                    experiences);
        }
    }
}
