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

    static final RecoveryStatus NONE =
            new RecoveryStatus(State.NONE, null, null, null, null, null, RecoveryReport.NONE);

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
