package relais.history.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;

/**
 * What has become of a replay until now, as its holder says.
 *
 * @param attempt which run of it this is: who runs it as an earlier one has lost it
 * @param eventsPerSecond how fast the log was gone through lately
 * @param startedAt when it was first run
 * @param finishedAt when it became ready
 * @param trouble why it does not go on; null if it does
 * @param product what it has to offer; null until it is ready
 */
public record Course(
        ReplayState state,
        long attempt,
        @StoredField(unwrapped = true) Progress progress,
        long eventsPerSecond,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Trouble trouble,
        @Nullable Product product) {

    static Course begin(Progress progress) {
        return new Course(ReplayState.QUEUED, 0, progress, 0, null, null, null, null);
    }
}
