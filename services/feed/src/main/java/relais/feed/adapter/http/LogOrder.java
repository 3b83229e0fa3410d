package relais.feed.adapter.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import relais.feed.query.StoredActivity;

/**
 * The order of a stream: each partition's entries in the log's order, and between partitions by the
 * time of the events. So a vector that is read on entry by entry never skips one.
 */
final class LogOrder {

    private LogOrder() {}

    static List<StoredActivity> of(List<StoredActivity> entries) {
        // An entry comes after those before it in its partition, however late these happened.
        var latest = new HashMap<String, String>();
        return entries.stream()
                .sorted(Comparator.comparingLong(each -> each.activity().stamp().log().offset()))
                .map(
                        each ->
                                new Placed(
                                        latest.merge(
                                                partition(each), each.position(), LogOrder::later),
                                        each))
                .sorted(Comparator.comparing(Placed::after))
                .map(Placed::entry)
                .toList();
    }

    private record Placed(String after, StoredActivity entry) {}

    private static String partition(StoredActivity entry) {
        return entry.activity().stamp().log().lane();
    }

    private static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
