package relais.consumer;

import org.jspecify.annotations.Nullable;

/**
 * An event that it is time to apply.
 *
 * @param source where it came from, with its headers. For an event that never arrived and that an
 *     operator skipped, the headers are those of the event that waited for it, with its own {@code
 *     ce_id} and {@code ce_sequence} and the type {@link #MISSING}
 * @param payload the decoded event; null if the handler does not want its type or if an operator
 *     skipped it. The handler then still advances the aggregate's version to {@code
 *     source.sequence()}
 * @param skippedBecause the operator's reason; null if nobody skipped it
 * @param <E> the handler's own event type
 */
public record HandledEvent<E>(
        IncomingEvent source, @Nullable E payload, @Nullable String skippedBecause) {

    /** The type of an event that never arrived. */
    public static final String MISSING = "relais.consumer.Missing";
}
