package relais.feed.oracle;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Named values, of which nothing that is absent or empty is one. Values are texts, whole numbers,
 * truths, lists, and fields again; instants are texts with milliseconds. None is ever changed: a
 * version of a card shares with the next one what did not change.
 */
final class Fields {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Fields() {}

    static Map<String, Object> of(@Nullable Object... namesAndValues) {
        var fields = new TreeMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (isThere(value)) {
                fields.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    /** The same with other values for some names. */
    static Map<String, Object> with(
            Map<String, Object> before, @Nullable Object... namesAndValues) {
        var fields = new TreeMap<>(before);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.remove(String.valueOf(namesAndValues[i]));
        }
        fields.putAll(of(namesAndValues));
        return Collections.unmodifiableMap(fields);
    }

    static boolean isThere(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Collection<?> all -> !all.isEmpty();
            case Map<?, ?> fields -> !fields.isEmpty();
            default -> true;
        };
    }

    static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> record(Map<String, Object> fields, String name) {
        return (Map<String, Object>) fields.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> records(Map<String, Object> fields, String name) {
        return (List<Map<String, Object>>) fields.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Map<String, Object> fields, String name) {
        return (List<String>) fields.getOrDefault(name, List.of());
    }
}
