package relais.history.figure;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.View.Event;

/**
 * What someone else ties to an experience: an adoption, or an endorsement.
 *
 * @param ended null while it stands
 */
record Tie(Subject subject, Event begun, @Nullable Event ended) {

    boolean stands() {
        return ended == null;
    }

    Tie endedBy(Event event) {
        return stands() ? new Tie(subject, begun, event) : this;
    }

    /** Whether an event is about it: its adoption's id, or who endorses, is the same. */
    boolean isOf(Event event, Subject other) {
        return subject == other && begun.tieKey(subject) == event.tieKey(subject);
    }

    /** Whether it is the same, though it was untied and tied again. */
    boolean isSame(Tie other) {
        return isOf(other.begun, other.subject);
    }

    /** The adoption's id, or who endorses. */
    String key() {
        return requireNonNull(subject == Subject.ADOPTION ? begun.mark() : begun.partner());
    }
}
