package relais.consumer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer fares.
 *
 * @param running whether all its threads read
 * @param assigned partitions that it reads at present
 * @param pausedBecause what it waits for, in plain words; null while it reads
 * @param pausedSince since when; null while it reads
 * @param lag events in its partitions that it has not handled yet, as far as it knows
 * @param parked events that wait for an operator or for an earlier event, a few seconds old
 */
public record ConsumerHealth(
        boolean running,
        int assigned,
        @Nullable String pausedBecause,
        @Nullable Instant pausedSince,
        long lag,
        long parked) {

    /** Whether it is running, has partitions, and waits for nothing. */
    public boolean flowing() {
        return running && assigned > 0 && pausedBecause == null;
    }
}
