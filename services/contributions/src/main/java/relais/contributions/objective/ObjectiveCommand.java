package relais.contributions.objective;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;

/**
 * What someone asks of an objective, as typed: anything may be absent or wrong, so that one answer
 * names every field to correct. Each is the body of its call.
 */
public sealed interface ObjectiveCommand {

    /** Sets a new objective. */
    record Set(ObjectiveId id, Revise aim) implements ObjectiveCommand {}

    /**
     * The whole objective as it is from now on: what the body leaves out is no longer there.
     * Measures stay.
     *
     * @param indicator what is counted or measured
     * @param unit of the baseline, the target and every measure
     * @param baseline the value at the start; without it there is no progress to show
     * @param dueOn the last day on which the target is reached in time
     * @param steward the partner that follows the indicator and may report measures
     * @param note how the indicator is to be understood, or why the objective is set anew
     */
    @Schema(
            name = "ObjectiveRequest",
            example =
                    """
                    {"axis": "INFRASTRUCTURE", "title": "Le très haut débit dans tous les collèges",
                     "indicator": "Part des collèges publics raccordés en fibre", "unit": "%",
                     "baseline": 41.5, "baselineOn": "2015-10-01", "target": 100,
                     "dueOn": "2027-08-31", "steward": "p-mene"}""")
    record Revise(
            @Nullable String axis,
            @Nullable String title,
            @Nullable String indicator,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Schema(format = "date") @Nullable String baselineOn,
            @Nullable BigDecimal target,
            @Schema(format = "date") @Nullable String dueOn,
            @Nullable String steward,
            @Nullable String note)
            implements ObjectiveCommand {
        public Revise {
            axis = Typed.text(axis);
            title = Typed.text(title);
            indicator = Typed.text(indicator);
            unit = Typed.text(unit);
            baselineOn = Typed.text(baselineOn);
            dueOn = Typed.text(dueOn);
            steward = Typed.text(steward);
            note = Typed.text(note);
        }
    }

    /**
     * @param measuredOn the day the value holds for; absent for the day of the command
     * @param source where the value comes from
     * @param note what it holds and leaves out
     */
    @Schema(
            name = "MeasureRequest",
            example =
                    """
                    {"value": 63.2, "measuredOn": "2025-12-31",
                     "source": "Enquête annuelle auprès des départements"}""")
    record Report(
            @Nullable BigDecimal value,
            @Schema(format = "date") @Nullable String measuredOn,
            @Nullable String source,
            @Nullable String note)
            implements ObjectiveCommand {
        public Report {
            measuredOn = Typed.text(measuredOn);
            source = Typed.text(source);
            note = Typed.text(note);
        }
    }

    /**
     * @param reason in words fit to be published
     */
    @Schema(
            name = "ObjectiveWithdrawalRequest",
            example = "{\"reason\": \"L’indicateur n’est plus suivi depuis 2024\"}")
    record Withdraw(@Nullable String reason) implements ObjectiveCommand {
        public Withdraw {
            reason = Typed.text(reason);
        }
    }
}
