package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import relais.consumer.IncomingEvent;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.LogPartition;
import relais.log.LoggedEvent;

/**
 * All records of a partition from an offset to another, by their fingerprints.
 *
 * @param from included
 * @param to excluded
 * @param links in order; fewer than offsets where some hold no record
 */
record Stretch(long from, long to, List<Link> links) {

    /** One record's share. */
    static final class Link {
        private final long offset;
        private final byte[] event;

        Link(LoggedEvent event) {
            this.offset = event.place().offset();
            this.event = Digest.ofEvent(event);
        }
    }

    Stretch {
        links = List.copyOf(links);
    }

    /** What a batch holds of each partition. */
    static Map<LogPartition, Stretch> of(List<IncomingEvent> batch) {
        Map<LogPartition, List<Link>> links = new TreeMap<>();
        for (IncomingEvent event : batch) {
            links.computeIfAbsent(event.topicPartition(), _ -> new ArrayList<>())
                    .add(new Link(event.logged()));
        }
        Map<LogPartition, Stretch> stretches = new TreeMap<>();
        links.forEach((partition, ofPartition) -> stretches.put(partition, between(ofPartition)));
        return stretches;
    }

    private static Stretch between(List<Link> links) {
        return new Stretch(links.getFirst().offset, links.getLast().offset + 1, links);
    }

    /** Whether it can carry a chain on that has come to there, and does. */
    boolean follows(Checkpoint end) {
        return from <= end.next() && end.next() < to;
    }

    /** The chain's end after this; what it covers already is left out. */
    Checkpoint carryOn(Checkpoint end) {
        Checkpoint carried = end;
        for (Link link : links) {
            if (link.offset >= end.next()) {
                carried = carried.after(link.offset, link.event);
            }
        }
        return carried.at(to);
    }
}
