package relais.contributions.workingday;

import java.util.List;
import java.util.stream.Stream;
import relais.contributions.action.PlanAvro;
import relais.contributions.action.ActionId;
import relais.contributions.action.DecidedAction;
import relais.events.contributions.ActionContent;
import relais.events.contributions.MinutesPublished;

/** Decisions in the published language; and back, as far as the service has to answer them. */
public final class DecisionAvro {

    private DecisionAvro() {}

    static relais.events.contributions.MeetingDecision write(MeetingDecision decision) {
        return relais.events.contributions.MeetingDecision.newBuilder()
                .setDecisionId(decision.id().value())
                .setText(decision.text())
                .setActionId(decision.action() == null ? null : decision.action().value())
                .setAction(decision.plan() == null ? null : PlanAvro.write(decision.plan()))
                .build();
    }

    /**
     * @throws IllegalArgumentException if this service could not have written it
     */
    static MeetingDecision read(relais.events.contributions.MeetingDecision decision) {
        String action = decision.getActionId();
        ActionContent plan = decision.getAction();
        return new MeetingDecision(
                new DecisionId(decision.getDecisionId()),
                decision.getText(),
                action == null ? null : new ActionId(action),
                plan == null ? null : PlanAvro.read(plan));
    }

    /**
     * The decisions that are to become actions.
     *
     * @throws IllegalArgumentException if this service could not have written it
     */
    public static List<DecidedAction> decidedActions(MinutesPublished minutes) {
        return minutes.getDecisions().stream().flatMap(DecisionAvro::decidedAction).toList();
    }

    private static Stream<DecidedAction> decidedAction(
            relais.events.contributions.MeetingDecision decision) {
        String action = decision.getActionId();
        ActionContent plan = decision.getAction();
        return action == null || plan == null
                ? Stream.empty()
                : Stream.of(
                        new DecidedAction(
                                new DecisionId(decision.getDecisionId()),
                                new ActionId(action),
                                PlanAvro.read(plan)));
    }
}
