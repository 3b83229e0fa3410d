package relais.contributions.domain.action;

import relais.contributions.domain.DecisionId;
import relais.contributions.domain.WorkingDayId;

/** Where an action was decided, for one that comes from the minutes of a working day. */
public record Origin(WorkingDayId workingDay, DecisionId decision) {}
