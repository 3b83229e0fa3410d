package relais.contributions.objective;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.indicators.Indicator;

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

    /**
     * How far a measure has come, see {@link Indicator#percent}; absent without measure or
     * baseline.
     */
    @Nullable BigInteger progress(@Nullable Measure measure) {
        return measure == null
                ? null
                : new Indicator(baseline, target).percent(measure.value()).orElse(null);
    }
}
