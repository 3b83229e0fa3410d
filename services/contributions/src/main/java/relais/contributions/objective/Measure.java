package relais.contributions.objective;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;

/**
 * A value of an objective's indicator.
 *
 * @param measuredOn the day it holds for
 * @param source where it comes from
 * @param note what it holds and leaves out
 */
public record Measure(
        BigDecimal value,
        @StoredField(name = "on") LocalDate measuredOn,
        @Nullable String source,
        @Nullable String note) {}
