package relais.feed.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A card on which each event is written down, one after the other. */
final class Sheet {

    private final SortedMap<String, Object> fields = new TreeMap<>();

    /** Writes down values in the place of what was there; one that is absent wipes its field. */
    Sheet write(@Nullable Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = String.valueOf(namesAndValues[i]);
            Object value = namesAndValues[i + 1];
            if (Fields.isThere(value)) {
                fields.put(name, value);
            } else {
                fields.remove(name);
            }
        }
        return this;
    }

    @Nullable Object value(String name) {
        return fields.get(name);
    }

    @Nullable String text(String name) {
        return (String) fields.get(name);
    }

    Map<String, Object> record(String name) {
        return Fields.record(fields, name);
    }

    List<Map<String, Object>> records(String name) {
        return Fields.records(fields, name);
    }

    List<String> texts(String name) {
        return Fields.texts(fields, name);
    }

    /** The first line of a list that has this key. */
    Map<String, Object> line(String list, String key, @Nullable Object value) {
        return records(list).stream()
                .filter(line -> Objects.equals(line.get(key), value))
                .findFirst()
                .orElse(Map.of());
    }

    void append(String list, Map<String, Object> line) {
        var lines = new ArrayList<>(records(list));
        lines.add(line);
        write(list, List.copyOf(lines));
    }

    /** Strikes out the lines of a list that have this key. */
    void strike(String list, String key, @Nullable Object value) {
        write(
                list,
                records(list).stream()
                        .filter(line -> !Objects.equals(line.get(key), value))
                        .toList());
    }

    /** Changes the lines of a list that have this key, in their places. */
    void change(
            String list,
            String key,
            @Nullable Object value,
            UnaryOperator<Map<String, Object>> change) {
        write(
                list,
                records(list).stream()
                        .map(
                                line ->
                                        Objects.equals(line.get(key), value)
                                                ? change.apply(line)
                                                : line)
                        .toList());
    }

    /** In the place of the line with the same key; at the end if there is none. */
    void replaceOrAppend(String list, String key, Map<String, Object> line) {
        if (line(list, key, line.get(key)).isEmpty()) {
            append(list, line);
        } else {
            change(list, key, line.get(key), old -> line);
        }
    }

    /** A copy of all that is written down. */
    SortedMap<String, Object> copy() {
        return new TreeMap<>(fields);
    }
}
