package relais.history.figure;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.View.Event;

/**
 * One event and what it did.
 *
 * @param before null if it was the first
 */
record Transition(@Nullable Life before, Event event, Life after) {

    /** Whether it is an event of this kind, of something that it can happen to. */
    boolean is(EventKind eventKind) {
        return event.eventKind() == eventKind && after.kind() == eventKind.kind();
    }

    /** Whether it began with an event of this kind. */
    boolean begins(EventKind eventKind) {
        return before == null && is(eventKind);
    }

    /** Whether it stands so, and did not before. */
    boolean turnsInto(Status status) {
        return after.shown()
                && after.status() == status
                && before != null
                && before.status() != status;
    }

    boolean isRewritten() {
        return before != null && before.shown() && after.textVersion() == event.version();
    }

    /** The tie that it began. */
    @Nullable Item tied() {
        return tie(tie -> tie.begun() == event);
    }

    /** The tie that it ended. */
    @Nullable Item untied() {
        return tie(tie -> tie.ended() == event);
    }

    /** The adoption that it tells of, if it is known. */
    @Nullable Item reported() {
        return tie(tie -> tie.isOf(event, Subject.ADOPTION));
    }

    private @Nullable Item tie(Predicate<Tie> wanted) {
        return after.ties().stream()
                .filter(wanted)
                .findFirst()
                .map(tie -> new Item(after, tie))
                .orElse(null);
    }
}
