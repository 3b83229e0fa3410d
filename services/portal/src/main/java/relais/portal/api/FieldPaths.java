package relais.portal.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a record as its JSON names them; {@code means.euros} is a part of one. */
public final class FieldPaths {

    private FieldPaths() {}

    public static Stream<String> of(Class<?> record) {
        return Stream.of(record.getRecordComponents()).flatMap(FieldPaths::of);
    }

    private static Stream<String> of(RecordComponent component) {
        Class<?> type = component.getType();
        if (!type.isRecord()) {
            return Stream.of(component.getName());
        }
        return isUnwrapped(component)
                ? of(type)
                : of(type).map(part -> component.getName() + "." + part);
    }

    /** Whether the fields of a nested record are among those of the record that holds it. */
    public static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    /** Null if there is none, nor anything that it would be a part of. */
    public static @Nullable Object value(@Nullable Record record, String path) {
        if (record == null) {
            return null;
        }
        int dot = path.indexOf('.');
        return dot < 0
                ? component(record, path)
                : value(
                        (Record) component(record, path.substring(0, dot)),
                        path.substring(dot + 1));
    }

    /** What the components of a record hold. */
    public static Stream<@Nullable Object> values(Record record) {
        return Stream.of(record.getClass().getRecordComponents())
                .map(component -> component(record, component.getName()));
    }

    private static @Nullable Object component(Record record, String name) {
        try {
            return record.getClass().getMethod(name).invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No field " + name + " to read", e);
        }
    }
}
