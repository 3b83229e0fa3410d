package relais.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a service's recovery stands.
 *
 * @param because what made it necessary, or what ended it early; for operators
 * @param by the mandate of who asked for it
 * @param seenAt when the instance that does it last gave a sign of life
 */
public record RecoveryStatus(
        State state,
        @Nullable String because,
        @Nullable String by,
        @Nullable Instant startedAt,
        @Nullable Instant seenAt,
        @Nullable Instant endedAt,
        RecoveryReport report) {

    static final RecoveryStatus NONE = unasked(State.NONE, null);

    /** One that nobody has asked for yet. */
    static RecoveryStatus unasked(State state, @Nullable String because) {
        return new RecoveryStatus(state, because, null, null, null, null, RecoveryReport.NONE);
    }

    static RecoveryStatus begun(String by, Instant now) {
        return new RecoveryStatus(State.RUNNING, null, by, now, now, null, RecoveryReport.NONE);
    }

    /** The same recovery, of which its instance has given a sign of life. */
    RecoveryStatus seen(State now, @Nullable String why, Instant at, RecoveryReport reached) {
        return new RecoveryStatus(
                now, why, by, startedAt, at, now == State.RUNNING ? null : at, reached);
    }

    /** As it is shown once its instance has been silent for too long. */
    RecoveryStatus abandoned() {
        return new RecoveryStatus(
                State.FAILED,
                "the instance that did it has died",
                by,
                startedAt,
                seenAt,
                null,
                report);
    }

    public enum State {
        /** Nobody ever asked for one, and nothing shows that one is needed. */
        NONE,
        /** The store was found empty although the log is not. */
        NEEDED,
        RUNNING,
        /** It ended early: asking again goes on from where it was. */
        FAILED,
        DONE
    }

    /** Whether the store may lack what the log has, so that nothing may be decided on it. */
    public boolean isOpen() {
        return switch (state) {
            case NONE, DONE -> false;
            case NEEDED, RUNNING, FAILED -> true;
        };
    }

    /** In whole percent of the records to read; 100 only at the end. */
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return report.events() == 0 ? 0 : (int) Math.min(99, report.read() * 100 / report.events());
    }
}
