package relais.feed.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Named fields in the order they are put; one without a value is not there. */
final class FieldList {

    private final SequencedMap<String, List<String>> fields = new LinkedHashMap<>();

    SequencedMap<String, List<String>> all() {
        return fields;
    }

    void put(String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(field, List.of(value.toString()));
        }
    }

    void putAll(String field, List<String> values) {
        if (!values.isEmpty()) {
            fields.put(field, values);
        }
    }
}
