package relais.limits;

import org.jspecify.annotations.Nullable;

/**
 * A part of a request in which it does nothing but wait for something to happen, such as for its
 * own write to become visible. Meanwhile its place is another's, and its time says nothing of how
 * busy the server is. A caller bounds by other means how many wait.
 */
public final class Waiting implements AutoCloseable {

    private static final ThreadLocal<RequestsInHand.@Nullable Place> PLACE = new ThreadLocal<>();

    private final RequestsInHand.@Nullable Place place;

    private Waiting(RequestsInHand.@Nullable Place place) {
        this.place = place;
    }

    /** Begins in the request that runs on this thread; to be closed on the same. */
    public static Waiting begin() {
        RequestsInHand.Place place = PLACE.get();
        if (place != null) {
            place.rest();
        }
        return new Waiting(place);
    }

    @Override
    public void close() {
        if (place != null) {
            place.goOn();
        }
    }

    static void isIn(RequestsInHand.Place place) {
        PLACE.set(place);
    }

    static void isInNone() {
        PLACE.remove();
    }
}
