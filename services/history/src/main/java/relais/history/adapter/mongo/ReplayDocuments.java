package relais.history.adapter.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.history.replay.Course;
import relais.history.replay.Replay;
import relais.history.replay.Target;
import relais.history.replay.Wanted;
import relais.history.timeline.EventFilter;

/** A replay as a document, and back. */
final class ReplayDocuments {

    private static final RecordCodec<Course> COURSE = RecordCodecs.of(Course.class);
    private static final RecordCodec<Target> TARGET = RecordCodecs.of(Target.class);

    private ReplayDocuments() {}

    /** What no two replays may both write to. */
    static String place(Replay replay) {
        return replay.target() instanceof Target.Topic(String topic) ? topic : replay.id();
    }

    static Document document(Replay replay) {
        Document document =
                new Document("_id", replay.id())
                        .append("account", replay.account())
                        .append("place", place(replay))
                        .append("question", new Document(new TreeMap<>(replay.question())))
                        .append("filter", filter(replay.filter()))
                        .append("whole", replay.whole())
                        .append("from", StoredOffsets.of(replay.from()))
                        .append("to", StoredOffsets.of(replay.to()))
                        .append("target", TARGET.toDocument(replay.target()))
                        .append("askedAt", Date.from(replay.askedAt()))
                        .append("expiresAt", Date.from(replay.expiresAt()))
                        .append("wanted", replay.wanted().name())
                        .append("played", replay.played());
        document.putAll(COURSE.toDocument(replay.course()));
        return document;
    }

    /** All of it: what it does not say any more, such as a trouble that is over, is null. */
    static Document course(Course course) {
        Document document = new Document();
        for (String field : List.of("startedAt", "finishedAt", "trouble", "product")) {
            document.append(field, null);
        }
        document.putAll(COURSE.toDocument(course));
        return document;
    }

    static Replay replay(Document document) {
        Map<String, String> question = new TreeMap<>();
        document.get("question", Document.class)
                .forEach((name, value) -> question.put(name, String.valueOf(value)));
        return new Replay(
                document.getString("_id"),
                document.getString("account"),
                question,
                filter(document.get("filter", Document.class)),
                document.getBoolean("whole", false),
                StoredOffsets.positions(document, "from"),
                StoredOffsets.positions(document, "to"),
                TARGET.fromDocument(document.get("target", Document.class)),
                document.getDate("askedAt").toInstant(),
                document.getDate("expiresAt").toInstant(),
                Wanted.valueOf(document.getString("wanted")),
                document.getLong("played"),
                COURSE.fromDocument(document));
    }

    private static Document filter(EventFilter filter) {
        return new Document("territory", filter.territory())
                .append("partner", filter.partner())
                .append("types", List.copyOf(filter.types()))
                .append("aggregates", List.copyOf(filter.aggregates()))
                .append("axes", List.copyOf(filter.axes()))
                .append("from", text(filter.from()))
                .append("to", text(filter.to()))
                .append("loggedFrom", text(filter.loggedFrom()))
                .append("loggedTo", text(filter.loggedTo()));
    }

    private static EventFilter filter(Document document) {
        return new EventFilter(
                document.getString("territory"),
                document.getString("partner"),
                set(document, "types"),
                set(document, "aggregates"),
                set(document, "axes"),
                parsed(document, "from"),
                parsed(document, "to"),
                parsed(document, "loggedFrom"),
                parsed(document, "loggedTo"));
    }

    private static Set<String> set(Document document, String field) {
        return new HashSet<>(document.getList(field, String.class));
    }

    /** As text: a question is asked to the nanosecond, a date of MongoDB knows milliseconds. */
    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant parsed(Document document, String field) {
        String text = document.getString(field);
        return text == null ? null : Instant.parse(text);
    }
}
