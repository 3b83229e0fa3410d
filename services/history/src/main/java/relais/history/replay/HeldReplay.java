package relais.history.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A replay that this instance holds. */
final class HeldReplay {
    final Replay replay;
    final RunControl control = new RunControl();
    final Rate rate = new Rate();
    final Instant startedAt;
    volatile Instant until;
    volatile @Nullable ReplayRun<?> run;
    volatile @Nullable Thread thread;

    HeldReplay(Replay replay, Instant startedAt, Instant until) {
        this.replay = replay;
        this.startedAt = startedAt;
        this.until = until;
    }

    /** How many offsets of the log it has yet to go through. */
    long left() {
        ReplayRun<?> running = run;
        Progress progress = running == null ? replay.course().progress() : running.progress();
        return progress.of() - progress.read();
    }
}
