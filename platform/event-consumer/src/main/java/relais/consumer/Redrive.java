package relais.consumer;

import org.jspecify.annotations.Nullable;

/**
 * What an operator's redrive or skip came to.
 *
 * @param outcome in one word
 * @param handled events that were applied, and are parked no more
 * @param stillParked events of the aggregate that go on waiting
 * @param detail for people: what stands in the way; null if nothing does
 */
public record Redrive(Outcome outcome, int handled, long stillParked, @Nullable String detail) {

    /** In one word. */
    public enum Outcome {
        /** Nothing of the aggregate is parked any more. */
        CLEARED,
        /** An event failed again; {@code detail} says how. */
        FAILED_AGAIN,
        /** An earlier event has not arrived; it can be skipped. */
        MISSING_EVENT,
        /** Nothing of that aggregate is parked; nothing was done. */
        NOTHING_PARKED,
        /** Only the next event in order can be skipped, and this is not it; nothing was done. */
        NOT_NEXT,
        /** The consumer is in the middle of something long; nothing was done, ask again. */
        BUSY
    }
}
