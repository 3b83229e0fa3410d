package relais.indicators;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of an indicator, from where it stood to where it is wanted.
 *
 * @param baseline the value at the start; absent if nobody knows it
 * @param target in the unit of the baseline; it may lie below it
 */
public record Indicator(@Nullable BigDecimal baseline, BigDecimal target) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * The measure that holds: that of the latest day; of those of one day, the one reported last,
     * since it corrects the others.
     *
     * @param measures in the order in which they were reported, which two reports of one instant
     *     have too
     * @param on the day that a measure holds for (French civil date)
     */
    public static <M> Optional<M> latest(List<M> measures, Function<M, LocalDate> on) {
        return measures.stream()
                .reduce((held, next) -> on.apply(next).isBefore(on.apply(held)) ? held : next);
    }

    /**
     * How much of the way from the baseline to the target a value has come, in whole percent. Under
     * 0 it has gone the other way; from 100 on the target is reached, which rounding down never
     * says too early. Empty without a baseline, or if it is the target: then there is no way.
     */
    public Optional<BigInteger> percent(BigDecimal value) {
        if (baseline == null || baseline.compareTo(target) == 0) {
            return Optional.empty();
        }
        BigDecimal way = target.subtract(baseline);
        return Optional.of(
                value.subtract(baseline)
                        .multiply(HUNDRED)
                        .divide(way, 0, RoundingMode.FLOOR)
                        .toBigInteger());
    }
}
