package relais.contributions.objective;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param measuredOn the day the value holds for
 */
record MeasureJson(
        BigDecimal value, LocalDate measuredOn, @Nullable String source, @Nullable String note) {

    static MeasureJson of(Measure measure) {
        return new MeasureJson(measure.value(), measure.on(), measure.source(), measure.note());
    }
}
