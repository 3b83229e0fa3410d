package relais.history.replay;

import java.util.SortedMap;
import java.util.TreeMap;
import relais.log.LogPartition;
import relais.log.RecordPosition;

/** Counts while a replay goes on: written by its run, read by whoever reports. */
final class ProgressCounter {

    private final SortedMap<LogPartition, Progress.Reach> lanes = new TreeMap<>();

    ProgressCounter(Progress progress) {
        set(progress);
    }

    /** Goes on from somewhere else. */
    final synchronized void set(Progress progress) {
        lanes.clear();
        lanes.putAll(progress.lanes());
    }

    synchronized void passed(RecordPosition place) {
        lanes.put(place.partition(), of(place).passed(place.offset()));
    }

    synchronized void kept(RecordPosition place, long size) {
        lanes.put(place.partition(), of(place).kept(place.offset(), size));
    }

    /** Also where the last records are not wanted. */
    synchronized void atTheEnd() {
        lanes.replaceAll((_, reach) -> reach.atTheEnd());
    }

    synchronized Progress progress() {
        return new Progress(lanes);
    }

    private Progress.Reach of(RecordPosition place) {
        Progress.Reach reach = lanes.get(place.partition());
        if (reach == null) {
            throw new IllegalArgumentException("Not read: " + place.partition());
        }
        return reach;
    }
}
