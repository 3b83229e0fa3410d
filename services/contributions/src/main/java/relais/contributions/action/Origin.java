package relais.contributions.action;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import relais.contributions.workingday.DecisionId;
import relais.contributions.workingday.WorkingDayId;

/** Where an action was decided: both are absent from an answer of one that was not decided. */
public record Origin(
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) WorkingDayId workingDay,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) DecisionId decision) {}
