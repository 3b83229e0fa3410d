package relais.experiences.experience;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an experience cost.
 *
 * @param euros all taxes included, two decimals
 * @param fte full-time equivalents, two decimals
 */
public record Means(@Nullable BigDecimal euros, @Nullable BigDecimal fte, @Nullable String note) {}
