package relais.history.replay;

import java.util.Set;

/** How far a replay has come. */
public enum ReplayState {
    /** Waits for an instance that has room for it. */
    QUEUED,
    RUNNING,
    /** Kafka or the registry is away: it goes on by itself. */
    WAITING,
    PAUSED,
    /** What was asked for is there, until it expires. */
    READY,
    /** Waiting does not help; {@link Trouble} says why. */
    FAILED,
    /** Its traces are being removed. */
    CANCELLED;

    /** Those in which work is still to be done. */
    public static final Set<ReplayState> UNFINISHED = Set.of(QUEUED, RUNNING, WAITING, PAUSED);
}
