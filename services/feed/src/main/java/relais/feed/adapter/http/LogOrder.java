package relais.feed.adapter.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import relais.feed.query.StoredActivity;

/**
 * The order of a stream: each partition's entries in the log's order, and between partitions by the
 * time of the events. So a vector that is read on entry by entry never skips one.
 */
final class LogOrder {

    private LogOrder() {}

    static List<StoredActivity> of(List<StoredActivity> entries) {
        var partitions = new LinkedHashMap<String, Deque<StoredActivity>>();
        entries.stream()
                .sorted(
                        Comparator.comparingLong(
                                (StoredActivity entry) -> entry.activity().stamp().log().offset()))
                .forEach(
                        entry ->
                                partitions
                                        .computeIfAbsent(
                                                entry.activity().stamp().log().lane(),
                                                partition -> new ArrayDeque<>())
                                        .add(entry));
        var heads =
                new PriorityQueue<Deque<StoredActivity>>(
                        Math.max(1, partitions.size()),
                        Comparator.comparing(partition -> partition.element().position()));
        heads.addAll(partitions.values());
        var ordered = new ArrayList<StoredActivity>(entries.size());
        while (!heads.isEmpty()) {
            Deque<StoredActivity> partition = heads.remove();
            ordered.add(partition.remove());
            if (!partition.isEmpty()) {
                heads.add(partition);
            }
        }
        return ordered;
    }
}
