package relais.experiences.adapter.http;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What it cost, in euros and in full-time equivalents. */
record MeansJson(@Nullable BigDecimal euros, @Nullable BigDecimal fte, @Nullable String note) {}
