package relais.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.portal.api.FieldPaths;

/**
 * What somebody typed into a form, as it came: nothing is judged or changed here, so that a page
 * can show it again to the letter.
 *
 * @param fields values by the name of their field
 */
public record Typed(Map<String, List<String>> fields) implements Serializable {

    /** Names with this mark at the beginning are the frame's business, such as {@code _csrf}. */
    private static final String TECHNICAL = "_";

    public Typed {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = Collections.unmodifiableMap(copy);
    }

    public static Typed nothing() {
        return new Typed(Map.of());
    }

    public static Typed in(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!name.startsWith(TECHNICAL)) {
                                fields.put(name, List.of(values));
                            }
                        });
        return new Typed(fields);
    }

    /** The same with what a record has under these names of its components. */
    public Typed with(Record record, String... names) {
        Typed typed = this;
        for (String name : names) {
            Object value = FieldPaths.value(record, name);
            typed =
                    value instanceof List<?> all
                            ? typed.withAll(name, all.stream().map(String::valueOf).toList())
                            : typed.with(name, value);
        }
        return typed;
    }

    /** The same with another value in a field; empty if there is none. */
    public Typed with(String name, @Nullable Object value) {
        return withAll(name, value == null ? List.of() : List.of(value.toString()));
    }

    public Typed withAll(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(fields);
        changed.put(name, values);
        return new Typed(changed);
    }

    public String text(String name) {
        List<String> values = texts(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The same without space around it; null if nothing is left, as services have it. */
    public @Nullable String value(String name) {
        String stripped = text(name).strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** The values of these fields as a service has them, by the same names. */
    public Map<String, @Nullable Object> body(String... names) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        for (String name : names) {
            body.put(name, value(name));
        }
        return body;
    }

    /** The same without what is left empty. */
    public Map<String, @Nullable Object> said(String... names) {
        var body = body(names);
        body.values().removeIf(Objects::isNull);
        return body;
    }

    /** Every value of a field that may have several. */
    public List<String> texts(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return texts(name).contains(value);
    }

    int characters() {
        int values = fields.values().stream().flatMap(List::stream).mapToInt(String::length).sum();
        return values + fields.keySet().stream().mapToInt(String::length).sum();
    }
}
