package relais.history.adapter.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.history.replay.Replay;
import relais.history.replay.Speed;
import relais.history.replay.Target;
import relais.web.Caller;
import tools.jackson.databind.json.JsonMapper;

/** Turns a request for a replay into one, or refuses what cannot be meant. */
public final class ReplayRequests {

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Speed USUAL = new Speed(1);

    private final QuestionReader questions;
    private final Formats formats;
    private final JsonMapper json;
    private final Duration kept;
    private final Clock clock;

    /**
     * @param kept after which a replay is removed
     */
    public ReplayRequests(
            QuestionReader questions,
            Formats formats,
            JsonMapper json,
            Duration kept,
            Clock clock) {
        this.questions = questions;
        this.formats = formats;
        this.json = json;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * @param id of what it becomes
     * @throws relais.web.ProblemException 400 naming each field that cannot be accepted
     */
    Replay read(String id, ReplayRequest request, Caller caller) {
        Parameters parameters = parameters();
        Target target = target(id, request, parameters);
        begun("from", request.from(), parameters);
        begun("loggedFrom", request.loggedFrom(), parameters);
        QuestionReader.Understood understood = questions.read(request.question(), parameters);
        // As the store keeps it.
        Instant now = parameters.now().truncatedTo(ChronoUnit.MILLIS);
        return Replay.asked(
                id,
                caller.actor(),
                asked(request),
                understood.filter(),
                TextsToldTo.isWhole(caller),
                understood.from(),
                understood.to(),
                target,
                now,
                now.plus(kept));
    }

    Parameters parameters() {
        return new Parameters(clock.instant());
    }

    /** The same request has the same bytes, however it was written. */
    byte[] canonical(ReplayRequest request) {
        return json.writeValueAsBytes(request);
    }

    private Target target(String id, ReplayRequest request, Parameters parameters) {
        ReplayRequest.Kind kind = request.target();
        if (kind == null) {
            parameters.refuse("target", "required");
            return new Target.Topic(Target.Topic.PREFIX + id);
        }
        only(kind, request, parameters);
        boolean raw = Boolean.TRUE.equals(request.raw());
        return switch (kind) {
            case TOPIC -> new Target.Topic(Target.Topic.PREFIX + topic(id, request, parameters));
            case FILE -> new Target.File(format(request, raw, parameters), raw);
            case STREAM -> new Target.Stream(raw, speed(request.speed(), parameters).factor());
        };
    }

    private static void only(
            ReplayRequest.Kind kind, ReplayRequest request, Parameters parameters) {
        record Field(String name, @Nullable Object value, List<ReplayRequest.Kind> kinds) {}
        for (Field field :
                List.of(
                        new Field("topic", request.topic(), List.of(ReplayRequest.Kind.TOPIC)),
                        new Field("format", request.format(), List.of(ReplayRequest.Kind.FILE)),
                        new Field(
                                "raw",
                                request.raw(),
                                List.of(ReplayRequest.Kind.FILE, ReplayRequest.Kind.STREAM)),
                        new Field("speed", request.speed(), List.of(ReplayRequest.Kind.STREAM)))) {
            if (field.value() != null && !field.kinds().contains(kind)) {
                parameters.refuse(field.name(), "not-for-this-target", kind.name());
            }
        }
    }

    private static String topic(String id, ReplayRequest request, Parameters parameters) {
        String name = request.topic();
        if (name == null) {
            return id;
        }
        if (!TOPIC.matcher(name).matches()) {
            parameters.refuse("topic", "topic-name");
        }
        return name;
    }

    private String format(ReplayRequest request, boolean raw, Parameters parameters) {
        String name = request.format();
        if (name == null) {
            parameters.refuse("format", "required");
            return "ndjson";
        }
        String format = name.toLowerCase(Locale.ROOT);
        if (!formats.names().contains(format)) {
            parameters.refuse("format", "one-of", String.join(", ", formats.names()));
        } else if (raw && !format.equals("ndjson")) {
            parameters.refuse("raw", "raw-is-ndjson");
        }
        return format;
    }

    /** Of a stream; the pace of life if none is given. */
    static Speed speed(@Nullable String raw, Parameters parameters) {
        if (raw == null) {
            return USUAL;
        }
        return Speed.parse(raw)
                .orElseGet(
                        () -> {
                            parameters.refuse("speed", "speed");
                            return USUAL;
                        });
    }

    /** What is no time at all is refused with the rest of the question. */
    private static void begun(String name, @Nullable String raw, Parameters parameters) {
        Instant start = new Parameters(parameters.now()).start(name, raw);
        if (start != null && start.isAfter(parameters.now())) {
            parameters.refuse(name, "log-time-to-come");
        }
    }

    private Map<String, String> asked(ReplayRequest request) {
        Map<String, String> asked = new TreeMap<>();
        json.valueToTree(request)
                .properties()
                .forEach(
                        field ->
                                asked.put(
                                        field.getKey(),
                                        field.getValue().isArray()
                                                ? String.join(
                                                        ",",
                                                        field.getValue()
                                                                .valueStream()
                                                                .map(each -> each.asString())
                                                                .toList())
                                                : field.getValue().asString()));
        return asked;
    }
}
