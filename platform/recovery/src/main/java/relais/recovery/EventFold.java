package relais.recovery;

import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.LoggedEvent;

/**
 * How the log's records become an aggregate again: by the very code that changes it live.
 *
 * @param <S> its state
 */
@FunctionalInterface
public interface EventFold<S> {

    /**
     * The state after one more event.
     *
     * @param before null before the first event
     * @throws RuntimeException if the event cannot be read, or does not fit what was before: that
     *     ends the aggregate's recovery. {@link relais.events.RegistryUnavailable}, or the driver's
     *     own, ends the whole of it: it may be tried again later
     */
    S next(@Nullable S before, LoggedEvent event, Envelope envelope);
}
