package relais.history.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.history.replay.Course;
import relais.history.replay.Product;
import relais.history.replay.Progress;
import relais.history.replay.Replay;
import relais.history.replay.Replays;
import relais.history.replay.Speed;
import relais.history.replay.State;
import relais.history.replay.Target;
import relais.history.replay.Trouble;
import relais.history.replay.Wanted;
import relais.history.timeline.EventFilter;
import relais.log.LogPartition;

/** A replay as a document, and back. */
final class ReplayDocuments {

    private static final RecordCodec<Trouble> TROUBLE = RecordCodecs.of(Trouble.class);
    private static final RecordCodec<Product> PRODUCT = RecordCodecs.of(Product.class);
    private static final RecordCodec<Progress.Reach> REACH = RecordCodecs.of(Progress.Reach.class);

    private ReplayDocuments() {}

    /** What no two replays may both write to. */
    static String place(Replay replay) {
        return replay.target() instanceof Target.Topic(String topic) ? topic : replay.id();
    }

    static Document document(Replay replay) {
        return new Document("_id", replay.id())
                .append("account", replay.account())
                .append("place", place(replay))
                .append("question", new Document(new TreeMap<>(replay.question())))
                .append("filter", filter(replay.filter()))
                .append("whole", replay.whole())
                .append("from", StoredOffsets.of(replay.from()))
                .append("to", StoredOffsets.of(replay.to()))
                .append("target", target(replay.target()))
                .append("askedAt", Date.from(replay.askedAt()))
                .append("expiresAt", Date.from(replay.expiresAt()))
                .append("state", replay.course().state().name())
                .append("wanted", replay.course().wanted().name())
                .append("attempt", replay.course().attempt())
                .append("progress", progress(replay.course().progress()))
                .append("eventsPerSecond", 0L)
                .append("played", 0L);
    }

    static Document report(Replays.Report report) {
        Trouble trouble = report.trouble();
        Product product = report.product();
        return new Document("state", report.state().name())
                .append("progress", progress(report.progress()))
                .append("eventsPerSecond", report.eventsPerSecond())
                .append("startedAt", date(report.startedAt()))
                .append("finishedAt", date(report.finishedAt()))
                .append("trouble", trouble == null ? null : TROUBLE.toDocument(trouble))
                .append("product", product == null ? null : PRODUCT.toDocument(product));
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
                target(document.get("target", Document.class)),
                document.getDate("askedAt").toInstant(),
                document.getDate("expiresAt").toInstant(),
                course(document));
    }

    private static Course course(Document document) {
        Document trouble = document.get("trouble", Document.class);
        Document product = document.get("product", Document.class);
        return new Course(
                State.valueOf(document.getString("state")),
                Wanted.valueOf(document.getString("wanted")),
                document.getLong("attempt"),
                progress(document.getList("progress", Document.class)),
                document.getLong("eventsPerSecond"),
                instant(document, "startedAt"),
                instant(document, "finishedAt"),
                trouble == null ? null : TROUBLE.fromDocument(trouble),
                product == null ? null : PRODUCT.fromDocument(product),
                document.getLong("played"));
    }

    private static Document target(Target target) {
        return switch (target) {
            case Target.Topic(String topic) -> new Document("kind", "TOPIC").append("topic", topic);
            case Target.File(String format, boolean raw) ->
                    new Document("kind", "FILE").append("format", format).append("raw", raw);
            case Target.Stream(boolean raw, Speed speed) ->
                    new Document("kind", "STREAM")
                            .append("raw", raw)
                            .append("speed", speed.factor());
        };
    }

    private static Target target(Document document) {
        String kind = document.getString("kind");
        return switch (kind) {
            case "TOPIC" -> new Target.Topic(document.getString("topic"));
            case "FILE" ->
                    new Target.File(document.getString("format"), document.getBoolean("raw"));
            case "STREAM" ->
                    new Target.Stream(
                            document.getBoolean("raw"), new Speed(document.getInteger("speed")));
            default -> throw new IllegalStateException("No target: " + kind);
        };
    }

    private static List<Document> progress(Progress progress) {
        List<Document> lanes = new ArrayList<>();
        progress.lanes()
                .forEach(
                        (lane, reach) -> {
                            Document document = StoredOffsets.of(lane);
                            document.putAll(REACH.toDocument(reach));
                            lanes.add(document);
                        });
        return lanes;
    }

    private static Progress progress(List<Document> documents) {
        SortedMap<LogPartition, Progress.Reach> lanes = new TreeMap<>();
        documents.forEach(
                document -> lanes.put(StoredOffsets.lane(document), REACH.fromDocument(document)));
        return new Progress(lanes);
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

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document document, String field) {
        return document.get(field) == null
                ? null
                : requireNonNull(document.getDate(field)).toInstant();
    }
}
