package relais.history.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a replay until now.
 *
 * @param attempt which run of it this is: who runs it as an earlier one has lost it
 * @param eventsPerSecond how fast the log was gone through lately
 * @param startedAt when it was first run
 * @param finishedAt when it became ready
 * @param trouble why it does not go on; null if it does
 * @param product what it has to offer; null until it is ready
 * @param played how many events of a stream a listener has heard: the furthest of them
 */
public record Course(
        State state,
        Wanted wanted,
        long attempt,
        Progress progress,
        long eventsPerSecond,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Trouble trouble,
        @Nullable Product product,
        long played) {

    static Course begin(Progress progress) {
        return new Course(State.QUEUED, Wanted.RUN, 0, progress, 0, null, null, null, null, 0);
    }
}
