package relais.feed.query;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Named fields in the order they are put; one without a value is not there. */
final class FieldList {

    private final SequencedMap<String, List<String>> fields = new LinkedHashMap<>();
    private final Set<String> lists = new HashSet<>();

    SequencedMap<String, List<String>> all() {
        return fields;
    }

    /** Whether the field holds several values. */
    boolean isList(String field) {
        return lists.contains(field);
    }

    FieldList put(String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(field, List.of(value.toString()));
        }
        return this;
    }

    FieldList putAll(String field, List<String> values) {
        return putAll(field, values, value -> value);
    }

    <T> FieldList putAll(String field, List<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            fields.put(field, values.stream().map(text).toList());
            lists.add(field);
        }
        return this;
    }
}
