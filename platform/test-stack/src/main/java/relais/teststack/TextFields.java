package relais.teststack;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every text that a record holds, its lists and the records within it included. A test puts a text
 * in the place of each, so that a field that is added tomorrow is tried, too.
 */
public final class TextFields {

    private TextFields() {}

    /**
     * A record of which one text is another.
     *
     * @param field the name of the component, such as {@code title} or {@code comment}
     */
    public record Variant<T>(String field, T record) {}

    /**
     * A variant for each text of a record. A component whose type refuses the text with an {@link
     * IllegalArgumentException} cannot hold it and has no variant.
     */
    public static <T> List<Variant<T>> replacedBy(String text, T record) {
        List<Variant<T>> variants = new ArrayList<>();
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object value = value(components[i], record);
            for (Variant<?> changed :
                    changed(
                            components[i].getName(),
                            components[i].getType(),
                            components[i].getGenericType(),
                            value,
                            text)) {
                Object[] values = Arrays.stream(components).map(it -> value(it, record)).toArray();
                values[i] = changed.record();
                with(record, components, values)
                        .ifPresent(it -> variants.add(new Variant<>(changed.field(), it)));
            }
        }
        return variants;
    }

    private static List<? extends Variant<?>> changed(
            String name, Class<?> type, Type generic, @Nullable Object value, String text) {
        if (type == String.class) {
            return List.of(new Variant<>(name, text));
        }
        if (value instanceof Record inner) {
            return replacedBy(text, inner);
        }
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        if (generic instanceof ParameterizedType of
                && of.getActualTypeArguments()[0] == String.class) {
            return List.of(new Variant<>(name, List.of(text)));
        }
        return list.isEmpty() || !(list.getFirst() instanceof Record first)
                ? List.of()
                : replacedBy(text, first).stream()
                        .map(it -> new Variant<Object>(it.field(), List.of(it.record())))
                        .toList();
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // The constructor is that of the record's own class.
    private static <T> Optional<T> with(
            T record, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor =
                    record.getClass()
                            .getDeclaredConstructor(
                                    Arrays.stream(components)
                                            .map(RecordComponent::getType)
                                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return Optional.of((T) constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
