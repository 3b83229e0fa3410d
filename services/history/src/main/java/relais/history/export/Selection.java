package relais.history.export;

import java.util.function.Predicate;
import relais.history.timeline.EventFilter;
import relais.log.Envelope;
import relais.log.LoggedEvent;

/**
 * Whether records are wanted, for whoever wants them as they are: nothing is decoded but to learn
 * of axes. The same records as {@link Rows} makes rows of. Used by many threads at once.
 */
public record Selection(EventFilter filter, Payloads payloads, EventFilter.Geography geography)
        implements Predicate<LoggedEvent> {

    /**
     * @throws relais.log.LogUnavailable if a schema is needed and the registry does not answer
     */
    @Override
    public boolean test(LoggedEvent event) {
        Envelope envelope = Envelope.of(event);
        if (!filter.fits(event.place().appendedAt(), envelope, geography)) {
            return false;
        }
        if (filter.axes().isEmpty()) {
            return true;
        }
        try {
            return filter.fitsAxes(payloads.of(event, true).axes());
        } catch (Payloads.Unreadable itHasNoAxes) {
            return false;
        }
    }
}
