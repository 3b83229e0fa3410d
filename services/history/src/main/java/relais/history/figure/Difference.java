package relais.history.figure;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.View.Event;

/**
 * One unit at two instants; it stands at one of them at least.
 *
 * @param before null if it did not stand
 * @param after null if it does not stand
 * @param lifeBefore of its aggregate; null before it began
 */
record Difference(
        String aggregate,
        @Nullable Item before,
        @Nullable Item after,
        @Nullable Life lifeBefore,
        Life lifeAfter) {

    Subject subject() {
        return present().subject();
    }

    /** As it stands, or as it last stood. */
    Item present() {
        return after == null ? requireNonNull(before) : after;
    }

    boolean isChanged() {
        return before != null
                && after != null
                && (before.life().textVersion() != after.life().textVersion()
                        || before.life().status() != after.life().status());
    }

    boolean isAdoptedContribution() {
        return after != null
                && after.life().kind() == Kind.CONTRIBUTION
                && after.life().status() == Status.ADOPTED
                && (before == null || before.life().status() != Status.ADOPTED);
    }

    /** When what a figure says of it came about, in milliseconds since 1970. */
    long at(Figure figure) {
        Life.Times times = lifeAfter.times();
        return switch (figure) {
            case BEFORE -> requireNonNull(before).since();
            case AFTER, NEW, ADOPTED, ENDORSED -> requireNonNull(after).since();
            case CHANGED -> Math.max(times.written(), times.turned());
            case ARRIVED, LEFT -> times.written();
            case WITHDRAWN,
                    MODERATED,
                    SUSPENDED,
                    SUPERSEDED,
                    COMPLETED,
                    ABANDONED,
                    CANCELLED,
                    CONTRIBUTIONS_ADOPTED ->
                    times.turned();
            case ADOPTIONS_ENDED, ENDORSEMENTS_RETRACTED -> ended();
        };
    }

    private long ended() {
        Tie tie = requireNonNull(present().tie());
        return lifeAfter.ties().stream()
                .filter(other -> other.isSame(tie))
                .map(Tie::ended)
                .filter(Objects::nonNull)
                .mapToLong(Event::at)
                .findFirst()
                .orElse(lifeAfter.latest().at());
    }
}
