package relais.portal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import relais.portal.page.Question;

/** What somebody asks to be told again, from the fields of the form. */
final class ReplayForm {

    static final List<String> NAMES =
            Stream.concat(
                            Stream.of("target", "format", "topic", "speed"),
                            EventsController.FILTERS.stream())
                    .toList();

    /** Fields that are meant for one target only. */
    private static final Map<String, String> TARGETS =
            Map.of("topic", "TOPIC", "format", "FILE", "speed", "STREAM");

    private static final Set<String> SEVERAL = Set.of("type", "aggregate", "axis");

    private ReplayForm() {}

    /** Only what is meant for the chosen target: the fields of the others stay as they are. */
    static Map<String, Object> request(Question typed) {
        var request = new LinkedHashMap<String, Object>();
        typed.values()
                .forEach(
                        (name, said) -> {
                            String target = TARGETS.get(name);
                            if (target == null || target.equals(typed.get("target"))) {
                                request.put(name, SEVERAL.contains(name) ? said : said.getFirst());
                            }
                        });
        return request;
    }

    /** Tells whether what is sent is what was counted. */
    static String fingerprint(Map<String, Object> request) {
        return Integer.toHexString(request.hashCode());
    }
}
