package relais.contributions.action;

import relais.contributions.workingday.DecisionId;
import relais.contributions.workingday.WorkingDayId;

/** Where an action was decided, for one that comes from the minutes of a working day. */
public record Origin(WorkingDayId workingDay, DecisionId decision) {}
