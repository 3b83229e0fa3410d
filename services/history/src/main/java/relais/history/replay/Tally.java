package relais.history.replay;

import java.util.SortedMap;
import java.util.TreeMap;
import relais.log.LogPartition;
import relais.log.RecordPosition;

/** Counts while a replay goes on: written by its run, read by whoever reports. */
final class Tally {

    private static final class Count {
        long from;
        long next;
        long to;
        long events;
        long bytes;
    }

    private final SortedMap<LogPartition, Count> lanes = new TreeMap<>();

    Tally(Progress progress) {
        set(progress);
    }

    /** Goes on from somewhere else. */
    final synchronized void set(Progress progress) {
        lanes.clear();
        progress.lanes()
                .forEach(
                        (lane, reach) -> {
                            Count count = new Count();
                            count.from = reach.from();
                            count.next = reach.next();
                            count.to = reach.to();
                            count.events = reach.events();
                            count.bytes = reach.bytes();
                            lanes.put(lane, count);
                        });
    }

    synchronized void passed(RecordPosition place) {
        of(place).next = place.offset() + 1;
    }

    synchronized void kept(RecordPosition place, long size) {
        Count count = of(place);
        count.next = place.offset() + 1;
        count.events++;
        count.bytes += size;
    }

    /** Also where the last records are not wanted. */
    synchronized void atTheEnd() {
        lanes.values().forEach(count -> count.next = Math.max(count.next, count.to));
    }

    synchronized Progress progress() {
        SortedMap<LogPartition, Progress.Reach> reached = new TreeMap<>();
        lanes.forEach(
                (lane, count) ->
                        reached.put(
                                lane,
                                new Progress.Reach(
                                        count.from,
                                        count.next,
                                        count.to,
                                        count.events,
                                        count.bytes)));
        return new Progress(reached);
    }

    private Count of(RecordPosition place) {
        Count count = lanes.get(place.lane());
        if (count == null) {
            throw new IllegalArgumentException("Not read: " + place.lane());
        }
        return count;
    }
}
