package relais.portal.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import relais.portal.api.ParkedEvent;

/**
 * The events of one aggregate that wait, in order: it is mended as a whole or not at all.
 *
 * @param events at least one
 */
public record Waiting(List<ParkedEvent> events) {

    public Waiting {
        events = List.copyOf(events);
    }

    /** Groups a list in which those of one aggregate follow each other. */
    static List<Waiting> in(List<ParkedEvent> list) {
        return list.stream()
                .collect(
                        Collectors.groupingBy(
                                ParkedEvent::aggregateId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Waiting::new)
                .toList();
    }

    public String aggregateId() {
        return events.getFirst().aggregateId();
    }

    /** The one to blame, or the first that is there if one is missing. */
    public ParkedEvent head() {
        return events.getFirst();
    }

    /**
     * The event that comes next in the aggregate's order, as far as this list shows: it is parked
     * itself, or it has never arrived.
     */
    public long next() {
        return head().reason().equals("GAP") ? head().sequence() - 1 : head().sequence();
    }
}
