package relais.history.figure;

import org.jspecify.annotations.Nullable;
import relais.history.figure.Ledger.View.Event;

/**
 * One event and what it did.
 *
 * @param before null if it was the first
 */
record Step(@Nullable Life before, Event event, Life after) {

    /** Whether it is this deed, of something that can do it. */
    boolean is(Deed deed) {
        return event.deed() == deed && after.kind() == deed.kind();
    }

    /** Whether it began with this deed. */
    boolean begins(Deed deed) {
        return before == null && is(deed);
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

    /** The bond that it tied. */
    @Nullable Item tied() {
        for (Bond bond : after.bonds()) {
            if (bond.begun() == event) {
                return new Item(after, bond);
            }
        }
        return null;
    }

    /** The bond that it untied. */
    @Nullable Item untied() {
        for (Bond bond : after.bonds()) {
            if (bond.ended() == event) {
                return new Item(after, bond);
            }
        }
        return null;
    }

    /** The adoption that it tells of, if it is known. */
    @Nullable Item reported() {
        for (Bond bond : after.bonds()) {
            if (bond.isOf(event, Subject.ADOPTION)) {
                return new Item(after, bond);
            }
        }
        return null;
    }
}
