package relais.portal.days;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/**
 * The decisions of minutes in a form: {@code decisions[0].text}, {@code decisions[0].action.title}
 * and so on, as the service calls them. Those that are left empty are not sent, so a place in the
 * form may differ from that in what was sent; what the service says is put where it belongs.
 */
final class DecisionFields {

    /** As many as the service takes. */
    static final int MOST = 100;

    /** What a new form offers. */
    static final int AT_FIRST = 2;

    private static final Pattern NAME = Pattern.compile("decisions\\[(\\d{1,3})]\\..+");
    private static final Pattern PLACE = Pattern.compile("decisions\\[(\\d{1,3})](.*)");
    private static final String WHOLE_COUNTRY = "pays:FR";

    private DecisionFields() {}

    /** The decisions filled in; two functions identify the partner and territory of a field. */
    static List<Map<String, @Nullable Object>> read(
            Typed typed,
            Function<String, @Nullable String> partner,
            Function<String, @Nullable String> territory) {
        var decisions = new ArrayList<Map<String, @Nullable Object>>();
        for (int place : filled(typed)) {
            String prefix = "decisions[" + place + "].";
            var decision = new LinkedHashMap<String, @Nullable Object>();
            decision.put("id", typed.value(prefix + "id"));
            decision.put("text", typed.value(prefix + "text"));
            decision.put(
                    "action",
                    isAction(typed, prefix + "action.")
                            ? action(typed, prefix + "action.", partner, territory)
                            : null);
            decisions.add(decision);
        }
        return decisions;
    }

    private static List<Integer> filled(Typed typed) {
        return IntStream.range(0, count(typed))
                .filter(
                        place -> {
                            String prefix = "decisions[" + place + "].";
                            return typed.value(prefix + "text") != null
                                    || isAction(typed, prefix + "action.");
                        })
                .boxed()
                .toList();
    }

    static int count(Typed typed) {
        int count = 0;
        for (String name : typed.fields().keySet()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                count = Math.max(count, Integer.parseInt(matcher.group(1)) + 1);
            }
        }
        return Math.min(count, MOST);
    }

    /** The same form with what is wrong with a decision beside its own fields. */
    static Form besideTheirFields(Typed typed, Form form) {
        List<Integer> places = filled(typed);
        return form.with(
                violation -> {
                    Matcher sent = PLACE.matcher(violation.field());
                    int at = sent.matches() ? Integer.parseInt(sent.group(1)) : places.size();
                    return at < places.size()
                            ? violation.of("decisions[" + places.get(at) + "]" + sent.group(2))
                            : violation;
                });
    }

    /** A decision becomes an action as soon as anything but the axes of it is filled in. */
    private static boolean isAction(Typed typed, String prefix) {
        return Stream.of("title", "lead", "dueOn", "description")
                .anyMatch(name -> typed.value(prefix + name) != null);
    }

    private static Map<String, @Nullable Object> action(
            Typed typed,
            String prefix,
            Function<String, @Nullable String> partner,
            Function<String, @Nullable String> territory) {
        var action = new LinkedHashMap<String, @Nullable Object>();
        action.put("title", typed.value(prefix + "title"));
        action.put("description", typed.value(prefix + "description"));
        action.put("lead", partner.apply(prefix + "lead"));
        action.put("partnersInvolved", List.of());
        action.put(
                "territory",
                Objects.requireNonNullElse(territory.apply(prefix + "territory"), WHOLE_COUNTRY));
        action.put("axes", typed.texts(prefix + "axes"));
        action.put("dueOn", typed.value(prefix + "dueOn"));
        action.put("objectives", typed.texts(prefix + "objectives"));
        action.put("contribution", null);
        action.put("experiences", List.of());
        return action;
    }
}
