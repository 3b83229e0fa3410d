package relais.portal.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Replay;
import relais.portal.page.Question;

/** What somebody asks to be told again, from the fields of the form. */
final class ReplayForm {

    static final List<String> NAMES =
            Stream.concat(
                            Stream.of("target", "format", "topic", "speed"),
                            EventsController.FILTERS.stream())
                    .toList();

    private ReplayForm() {}

    /** Only what is meant for the chosen target: the fields of the others stay as they are. */
    static Replay.Request request(Question typed) {
        String target = typed.get("target");
        return new Replay.Request(
                target,
                "TOPIC".equals(target) ? typed.get("topic") : null,
                "FILE".equals(target) ? typed.get("format") : null,
                null,
                "STREAM".equals(target) ? typed.get("speed") : null,
                typed.get("territory"),
                typed.get("partner"),
                several(typed, "type"),
                several(typed, "aggregate"),
                several(typed, "axis"),
                typed.get("from"),
                typed.get("to"),
                typed.get("loggedFrom"),
                typed.get("loggedTo"));
    }

    /** Tells whether what is sent is what was counted. */
    static String fingerprint(Replay.Request request) {
        return Integer.toHexString(request.hashCode());
    }

    private static @Nullable List<String> several(Question typed, String name) {
        return typed.values().get(name);
    }
}
