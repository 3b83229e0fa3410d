package relais.history.figure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;

/**
 * One event of the log, as the columns take it.
 *
 * @param version the aggregate's version that it makes
 * @param time when it happened; whole milliseconds count
 */
public record Fact(
        LogPartition partition,
        long offset,
        String aggregate,
        long version,
        Instant time,
        EventKind eventKind,
        @Nullable Details details) {}
