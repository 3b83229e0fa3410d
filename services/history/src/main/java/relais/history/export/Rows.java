package relais.history.export;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
        Envelope envelope = Envelope.of(event.headers());
        if (!filter.fits(event.place().appendedAt(), envelope, geography)) {
            return null;
        }
        ParentTerritories parentTerritories =
                envelope == null
                        ? ParentTerritories.NOWHERE
                        : geography.parentTerritories(envelope.territory(), envelope.time());
        boolean isHidden = TextRedaction.concerns(envelope, hidden);
        Map<String, Object> data;
        try {
            data = payloads.of(event);
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
        return filter.fitsAxes(axes(data))
                ? new Row(
                        event,
                        envelope,
                        parentTerritories,
                        isHidden ? TextRedaction.withoutText(data) : data,
                        null,
                        isHidden,
                        repeat)
                : null;
    }

    /** An event's axes: its own field, or that of the card it carries. */
    static Set<String> axes(Map<String, Object> data) {
        Set<String> found = new HashSet<>();
        collect(data.get("axis"), found);
        collect(data.get("axes"), found);
        if (data.get("content") instanceof Map<?, ?> content) {
            collect(content.get("axes"), found);
        }
        return found;
    }

    private static void collect(@Nullable Object value, Set<String> found) {
        if (value instanceof String text) {
            found.add(text);
        } else if (value instanceof Collection<?> several) {
            several.forEach(each -> found.add(String.valueOf(each)));
        }
    }
}
