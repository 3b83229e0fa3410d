package relais.history.export;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.history.timeline.EventFilter;
import relais.log.Envelope;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;

/**
 * Makes rows of the records that are wanted: headers first, so that what is not wanted is never
 * decoded. Used by many threads at once.
 *
 * @param after what has been told already, up to and with this place; null for all
 * @param hidden aggregates whose texts whoever asks may not read
 * @param repeated whether the record there repeats an event that lies before it
 * @param all repeats too: for whoever wants the log as it is
 */
public record Rows(
        EventFilter filter,
        @Nullable RecordPosition after,
        Payloads payloads,
        Geography geography,
        Predicate<String> hidden,
        Predicate<RecordPosition> repeated,
        boolean all)
        implements Function<LoggedEvent, @Nullable Row> {

    /** Where territories lay. */
    public interface Geography extends EventFilter.Geography {

        ParentTerritories parentTerritories(String territory, Instant at);
    }

    @Override
    public @Nullable Row apply(LoggedEvent event) {
        if (after != null && event.place().compareTo(after) <= 0) {
            return null;
        }
        boolean repeat = repeated.test(event.place());
        if (repeat && !all) {
            return null;
        }
        Envelope envelope = Envelope.of(event);
        if (!filter.fits(event.place().appendedAt(), envelope, geography)) {
            return null;
        }
        ParentTerritories parentTerritories =
                envelope == null
                        ? ParentTerritories.NOWHERE
                        : geography.parentTerritories(envelope.territory(), envelope.time());
        boolean isHidden = TextRedaction.concerns(envelope, hidden);
        Payload data;
        try {
            data = payloads.of(event, !isHidden);
        } catch (Payloads.Unreadable unreadable) {
            return filter.axes().isEmpty()
                    ? new Row(
                            event,
                            envelope,
                            parentTerritories,
                            null,
                            unreadable.getMessage(),
                            isHidden,
                            repeat)
                    : null;
        }
        return filter.fitsAxes(data.axes())
                ? new Row(event, envelope, parentTerritories, data, null, isHidden, repeat)
                : null;
    }
}
