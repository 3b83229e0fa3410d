package relais.contributions.action;

import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.contributions.known.Bodies;
import relais.contributions.known.Decisions;
import relais.contributions.workingday.DecisionId;
import relais.contributions.workingday.WorkingDayId;

/** Actions and what is asked of them. */
final class Samples {

    static final ActionId ID = new ActionId("ac-raccorder");
    static final Origin ORIGIN = new Origin(new WorkingDayId("wd-lyon"), new DecisionId("d-1"));

    private static final String BODY =
            """
            {"title": "Raccorder les collèges du Loiret", "lead": "p-loiret",
             "partnersInvolved": ["p-orleans", "p-suspended"], "territory": "departement:45",
             "axes": ["INFRASTRUCTURE"], "dueOn": "2026-01-15", "objectives": ["o-open"],
             "contribution": "c-adopted", "experiences": ["x-published"]}\
            """;

    static final ActionRules RULES = new ActionRules();

    static final ActionCommand PLAN = new ActionCommand.Plan(ID, plan());
    static final ActionCommand REVISE = revising("reason", "Retard");
    static final ActionCommand PROGRESS = new ActionCommand.Progress(40, "Neuf sur vingt-trois");
    static final ActionCommand COMPLETE =
            new ActionCommand.Complete("2026-01-10", "Tous raccordés");
    static final ActionCommand ABANDON = new ActionCommand.Abandon("Plus de crédits");
    static final ActionCommand PLAN_DECIDED =
            new ActionCommand.PlanDecided(ActionId.of(ORIGIN), plan().accepted(), ORIGIN);

    private Samples() {}

    static Action planned() {
        return after(null, PLAN);
    }

    static Action after(@Nullable Action before, ActionCommand command) {
        ActionEvent event = Decisions.accepted(RULES.decide(before, command, now(SECRETARY)));
        return Action.apply(before, event, new Moment(1, NOW));
    }

    /**
     * The plan as a body says it, with other values.
     *
     * @param fields names and values in turn
     */
    static ProposedPlan plan(@Nullable Object... fields) {
        return Bodies.with(Bodies.of(ProposedPlan.class, BODY), fields);
    }

    static ActionCommand revising(@Nullable Object... fields) {
        return Bodies.with(Bodies.of(ActionCommand.Revise.class, BODY), fields);
    }
}
