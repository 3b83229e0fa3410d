package relais.contributions.objective;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The whole objective as it is from now on: what the body leaves out is no longer there.
 *
 * @param indicator what is counted or measured
 * @param unit of the baseline, the target and every measure
 * @param baseline the value at the start; without it there is no progress to show
 * @param dueOn the last day on which the target is reached in time
 * @param steward the partner that follows the indicator and may report measures
 * @param note how the indicator is to be understood, or why the objective is set anew
 */
@Schema(
        example =
                """
                {"axis": "INFRASTRUCTURE", "title": "Le très haut débit dans tous les collèges",
                 "indicator": "Part des collèges publics raccordés en fibre", "unit": "%",
                 "baseline": 41.5, "baselineOn": "2015-10-01", "target": 100,
                 "dueOn": "2027-08-31", "steward": "p-mene"}""")
record ObjectiveRequest(
        @Nullable String axis,
        @Nullable String title,
        @Nullable String indicator,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Schema(format = "date") @Nullable String baselineOn,
        @Nullable BigDecimal target,
        @Schema(format = "date") @Nullable String dueOn,
        @Nullable String steward,
        @Nullable String note) {

    /** Any number longer than this is refused anyway, and need not be written out. */
    private static final int LONGEST_NUMBER = 40;

    public ObjectiveCommand setting(ObjectiveId id) {
        return new ObjectiveCommand.Set(id, aim(), note);
    }

    public ObjectiveCommand revision() {
        return new ObjectiveCommand.Revise(aim(), note);
    }

    private ProposedAim aim() {
        return new ProposedAim(
                axis,
                title,
                indicator,
                unit,
                text(baseline),
                baselineOn,
                text(target),
                dueOn,
                steward);
    }

    /** {@code 1e999999999} is short as JSON and endless in digits. */
    static @Nullable String text(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        boolean modest = Math.abs((long) number.scale()) + number.precision() < LONGEST_NUMBER;
        return modest ? number.toPlainString() : number.toString();
    }
}
