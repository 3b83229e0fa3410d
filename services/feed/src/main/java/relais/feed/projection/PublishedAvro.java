package relais.feed.projection;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import relais.codec.Handles;

/**
 * Reads a record of the read model out of a published one: each component is the field of its name,
 * a constant is its name. It is planned once, and fails there on a component without a field.
 */
final class PublishedAvro<R extends Record> {

    private record Field(int position, UnaryOperator<Object> read) {}

    private final Class<R> type;
    private final Function<@Nullable Object[], Object> constructor;
    private final List<Field> fields;

    private PublishedAvro(Class<R> type, Schema schema) {
        this.type = type;
        this.constructor = Handles.constructor(type);
        this.fields =
                Stream.of(type.getRecordComponents())
                        .map(component -> field(component, schema))
                        .toList();
    }

    static <R extends Record> PublishedAvro<R> of(Class<R> type, Schema schema) {
        return new PublishedAvro<>(type, schema);
    }

    R read(IndexedRecord published) {
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            Object value = published.get(field.position());
            values[i] = value == null ? null : field.read().apply(value);
        }
        return type.cast(constructor.apply(values));
    }

    private static Field field(RecordComponent component, Schema schema) {
        Schema.Field field = schema.getField(component.getName());
        if (field == null) {
            throw new IllegalArgumentException(
                    schema.getFullName() + " has no field for " + component);
        }
        return new Field(field.pos(), reading(component.getGenericType(), field.schema()));
    }

    private static UnaryOperator<Object> reading(Type type, Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                    schema.getTypes().stream()
                            .filter(each -> each.getType() != Schema.Type.NULL)
                            .map(each -> reading(type, each))
                            .findFirst()
                            .orElseThrow();
            case ARRAY -> {
                Type entry = ((ParameterizedType) type).getActualTypeArguments()[0];
                UnaryOperator<Object> each = reading(entry, schema.getElementType());
                yield list -> ((List<?>) list).stream().map(each).toList();
            }
            case ENUM -> constant -> ((Enum<?>) constant).name();
            case RECORD -> {
                PublishedAvro<?> part = of(((Class<?>) type).asSubclass(Record.class), schema);
                yield value -> part.read((IndexedRecord) value);
            }
            default -> UnaryOperator.identity();
        };
    }
}
