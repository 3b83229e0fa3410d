package relais.history.figure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.log.Lane;

/**
 * One event of the log, as the ledger takes it.
 *
 * @param version the aggregate's version that it makes
 * @param time when it happened; whole milliseconds count
 */
public record Fact(
        Lane lane,
        long offset,
        String aggregate,
        long version,
        Instant time,
        Deed deed,
        @Nullable Details details) {}
