package relais.feed.query;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.codec.Handles;

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

    /** The components of a record by their names, those of a part after its own: {@code a.b}. */
    FieldList putComponents(Record record) {
        return putComponents("", record);
    }

    private FieldList putComponents(String prefix, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String field = prefix + component.getName();
            switch (value(component, record)) {
                case Record part -> putComponents(field + ".", part);
                case List<?> several -> putAll(field, several, FieldList::text);
                case null -> {}
                case Object value -> put(field, value);
            }
        }
        return this;
    }

    private static String text(Object entry) {
        return entry instanceof Record record
                ? Stream.of(record.getClass().getRecordComponents())
                        .map(component -> String.valueOf(value(component, record)))
                        .collect(Collectors.joining(" "))
                : entry.toString();
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        return Handles.getter(component.getAccessor()).apply(record);
    }
}
