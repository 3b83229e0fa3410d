package relais.contributions.action;

import relais.contributions.workingday.DecisionId;

/**
 * A decision of a working day that is to become an action.
 *
 * @param plan what the action was to be when it was decided
 */
public record DecidedAction(DecisionId decision, ActionId action, ActionPlan plan) {}
