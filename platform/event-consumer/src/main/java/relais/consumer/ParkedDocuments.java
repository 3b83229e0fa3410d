package relais.consumer;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * How a parked event is written down. Headers are a list of pairs: their names may hold dots and
 * dollars.
 */
final class ParkedDocuments {
    static final String ID = "_id";
    static final String AGGREGATE = "aggregateId";
    static final String SEQUENCE = "sequence";
    static final String REASON = "reason";
    static final String ERROR = "error";

    private static final String ATTEMPTS = "attempts";
    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final int LONGEST_ERROR = 2_000;
    private static final int LONGEST_STACK = 20_000;

    private ParkedDocuments() {}

    static Document upsert(Parking parking, Instant now) {
        Document once = event(parking).append("parkedAt", now);
        Throwable cause = parking.cause();
        if (cause == null) {
            once.append(REASON, parking.reason().name()).append(ATTEMPTS, 0);
            return new Document("$setOnInsert", once);
        }
        Document failure =
                new Document(REASON, parking.reason().name())
                        .append(ERROR, shortened(cause.toString(), LONGEST_ERROR))
                        .append("stack", shortened(stack(cause), LONGEST_STACK))
                        .append("failedAt", now);
        return new Document("$setOnInsert", once)
                .append("$set", failure)
                .append("$inc", new Document(ATTEMPTS, 1));
    }

    static Document skip(Parking parking, String reason, String actor, Instant now) {
        Document decision =
                new Document(REASON, reason).append("actor", actor).append("decidedAt", now);
        return new Document("$setOnInsert", event(parking)).append("$set", decision);
    }

    static ParkedEvent read(Document document) {
        Map<String, String> headers = new LinkedHashMap<>();
        document.getList("headers", Document.class, List.of())
                .forEach(header -> headers.put(header.getString(NAME), header.getString(VALUE)));
        IncomingEvent event =
                new IncomingEvent(
                        document.getString("topic"),
                        document.get("partition", Number.class).intValue(),
                        document.get("offset", Number.class).longValue(),
                        document.getDate("appendedAt").toInstant(),
                        document.getString("key"),
                        headers,
                        document.get(VALUE, Binary.class).getData());
        return new ParkedEvent(
                document.getString(AGGREGATE),
                document.get(SEQUENCE, Number.class).longValue(),
                ParkReason.valueOf(document.getString(REASON)),
                event,
                document.getString(ERROR),
                document.getString("stack"),
                document.getDate("parkedAt").toInstant(),
                document.get(ATTEMPTS, Number.class).intValue());
    }

    private static Document event(Parking parking) {
        IncomingEvent event = parking.event();
        List<Document> headers = new ArrayList<>();
        event.headers()
                .forEach(
                        (name, value) ->
                                headers.add(new Document(NAME, name).append(VALUE, value)));
        return new Document(AGGREGATE, parking.aggregateId())
                .append(SEQUENCE, parking.sequence())
                .append("topic", event.topic())
                .append("partition", event.partition())
                .append("offset", event.offset())
                .append("appendedAt", event.appendedAt())
                .append("key", event.key())
                .append("headers", headers)
                .append(VALUE, event.value());
    }

    private static String stack(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
