package relais.contributions.domain.objective;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.contributions.domain.Axis;
import relais.contributions.domain.PartnerId;

/**
 * What an objective wants, whole, at one version.
 *
 * @param indicator what is counted or measured
 * @param unit of the baseline, the target and every measure
 * @param baseline the value at the start; absent if nobody knows it
 * @param dueOn the last day on which the target is reached in time
 * @param steward the partner that follows the indicator and may report measures
 */
public record Aim(
        Axis axis,
        String title,
        String indicator,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineOn,
        BigDecimal target,
        LocalDate dueOn,
        @Nullable PartnerId steward) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * How much of the way from the baseline to the target a value has come, in whole percent;
     * whether the target lies above the baseline or below. Under 0 it has gone the other way, from
     * 100 the target is reached: rounding down never says so too early. Empty without a baseline.
     */
    public Optional<BigDecimal> progress(BigDecimal value) {
        if (baseline == null) {
            return Optional.empty();
        }
        BigDecimal way = target.subtract(baseline);
        return Optional.of(
                value.subtract(baseline).multiply(HUNDRED).divide(way, 0, RoundingMode.FLOOR));
    }
}
