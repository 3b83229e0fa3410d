package relais.portal.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/**
 * What an address asks, in the order in which its page names things: one question has one address,
 * whichever way it was put together, so that it can be shared.
 *
 * @param names in the order in which addresses have them
 * @param values by name; none of them is blank
 */
public record Question(List<String> names, Map<String, List<String>> values) {

    private static final int LONGEST = 4_000;
    private static final int MOST = 50;

    public Question {
        names = List.copyOf(names);
        var ordered = new LinkedHashMap<String, List<String>>();
        for (String name : names) {
            List<String> said = values.get(name);
            if (said != null) {
                ordered.put(name, List.copyOf(said));
            }
        }
        // What a page names besides comes last.
        values.forEach((name, said) -> ordered.putIfAbsent(name, List.copyOf(said)));
        values = Collections.unmodifiableMap(ordered);
    }

    /**
     * What an address asks; what it says beside that is left aside.
     *
     * @param names in the order in which addresses have them
     */
    public static Question of(List<String> names, MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        for (String name : names) {
            List<String> said =
                    parameters.getOrDefault(name, List.of()).stream()
                            .filter(value -> value != null && !value.isBlank())
                            .map(String::strip)
                            .filter(value -> value.length() <= LONGEST)
                            .distinct()
                            .limit(MOST)
                            .toList();
            if (!said.isEmpty()) {
                values.put(name, said);
            }
        }
        return new Question(names, values);
    }

    /** The first value; null if there is none. */
    public @Nullable String get(String name) {
        List<String> said = values.get(name);
        return said == null ? null : said.getFirst();
    }

    public String text(String name) {
        String said = get(name);
        return said == null ? "" : said;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** Whether it asks for nothing in particular. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The same with another value; without it if that is null or blank. */
    public Question with(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return without(name);
        }
        var changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(value));
        return new Question(names, changed);
    }

    public Question without(String... others) {
        var changed = new LinkedHashMap<>(values);
        for (String name : others) {
            changed.remove(name);
        }
        return new Question(names, changed);
    }

    /** The address of the page that answers it. */
    public String link(String path) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        var all = new ArrayList<Object>();
        values.forEach(
                (name, said) ->
                        said.forEach(
                                value -> {
                                    uri.queryParam(name, "{v" + all.size() + "}");
                                    all.add(value);
                                }));
        // A colon means nothing in a query, and territories are full of them.
        return uri.encode().buildAndExpand(all.toArray()).toUriString().replace("%3A", ":");
    }

    public Form form() {
        return Form.of(new Typed(values));
    }

    /** The same with what is wrong with it; that a service is unreachable is said elsewhere. */
    public Form form(Answer<?> answer) {
        return answer.isRefused() ? Form.after(new Typed(values), answer) : form();
    }

    public MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        values.forEach((name, said) -> said.forEach(value -> parameters.add(name, value)));
        return parameters;
    }
}
