package relais.local.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import relais.local.message.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The aggregates of one service, as it stores them and as its topic tells them.
 *
 * <p>The store is listed before the log's end is read, so that the log has all that had left by
 * then; and those of which the log tells more are looked up once more after it was read, because a
 * service writes to its store before it publishes. So nothing that happens meanwhile looks like a
 * fault.
 */
final class Reconciliation {

    private static final int PAGE = 100;

    private final ServiceApi service;
    private final Map<String, Aggregate> aggregates = new TreeMap<>();
    private long stored;
    private long events;

    Reconciliation(ServiceApi service) {
        this.service = service;
    }

    /** To be called before the log's end is known. */
    void list() {
        list(
                item -> {
                    stored++;
                    aggregate(item.path("id").asString())
                            .store(
                                    item.path("version").asLong(),
                                    item.path("unsent").asLong(),
                                    item.path("privateSteps").asBoolean(false));
                });
    }

    /** To be called after the log was read. */
    void lookAgain() {
        if (aggregates.values().stream().noneMatch(Aggregate::isAheadOfTheStore)) {
            return;
        }
        list(
                item -> {
                    Aggregate known = aggregates.get(item.path("id").asString());
                    if (known != null && known.isAheadOfTheStore()) {
                        known.storeLater(item.path("version").asLong());
                    }
                });
    }

    Aggregate.VersionOrder tell(LogRecord.Event event) {
        events++;
        return aggregate(event.aggregate()).tell(event.version());
    }

    void conclude(Findings findings) {
        aggregates.forEach((id, aggregate) -> aggregate.conclude(id, findings));
    }

    Report.Tally tally() {
        return new Report.Tally(service.name(), stored, events);
    }

    private Aggregate aggregate(String id) {
        return aggregates.computeIfAbsent(id, _ -> new Aggregate());
    }

    private void list(Consumer<JsonNode> each) {
        String last = "";
        String cursor = "";
        do {
            String from = cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor);
            JsonNode page = service.get("/aggregates?limit=" + PAGE + from);
            JsonNode items = page.path("items");
            items.forEach(each);
            cursor = page.path("nextCursor").asString("");
            String reached = items.path(items.size() - 1).path("id").asString("");
            if (!cursor.isEmpty() && reached.compareTo(last) <= 0) {
                throw new Problem("verify.list-without-end", service.name(), reached);
            }
            last = reached;
        } while (!cursor.isEmpty());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
