package relais.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values are one BSON value. Days and decimals are texts: nothing is computed of them
 * by the database, and every digit stays.
 */
final class ScalarShape extends Shape {

    private static final Map<Class<?>, ScalarShape> KNOWN = known();

    private final Function<Object, Object> store;
    private final Function<Object, Object> read;
    private final @Nullable Object zero;

    ScalarShape(
            Function<Object, Object> store, Function<Object, Object> read, @Nullable Object zero) {
        this.store = store;
        this.read = read;
        this.zero = zero;
    }

    static @Nullable ScalarShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    static ScalarShape text(Function<String, Object> parse) {
        return new ScalarShape(Object::toString, text -> parse.apply((String) text), null);
    }

    private static Map<Class<?>, ScalarShape> known() {
        Map<Class<?>, ScalarShape> known = new HashMap<>();
        known.put(String.class, text(text -> text));
        known.put(LocalDate.class, text(LocalDate::parse));
        known.put(
                BigDecimal.class,
                new ScalarShape(
                        decimal -> ((BigDecimal) decimal).toPlainString(),
                        text -> new BigDecimal((String) text),
                        null));
        known.put(
                Instant.class,
                new ScalarShape(
                        at -> Date.from((Instant) at), date -> ((Date) date).toInstant(), null));
        known.put(
                byte[].class,
                new ScalarShape(
                        bytes -> new Binary((byte[]) bytes),
                        binary -> ((Binary) binary).getData(),
                        null));
        number(known, int.class, Integer.class, ScalarShape::toInt, 0);
        number(known, long.class, Long.class, ScalarShape::toLong, 0L);
        number(known, double.class, Double.class, number -> number.doubleValue(), 0.0);
        var flag = new ScalarShape(value -> value, value -> (Boolean) value, false);
        known.put(boolean.class, flag);
        known.put(Boolean.class, flag);
        return known;
    }

    private static void number(
            Map<Class<?>, ScalarShape> known,
            Class<?> primitive,
            Class<?> boxed,
            Function<Number, Object> read,
            Object zero) {
        var shape = new ScalarShape(value -> value, value -> read.apply((Number) value), zero);
        known.put(primitive, shape);
        known.put(boxed, shape);
    }

    private static Object toInt(Number number) {
        return number instanceof Integer ? number : (Object) Math.toIntExact((Long) toLong(number));
    }

    private static Object toLong(Number number) {
        if (number instanceof Double fraction && fraction != Math.rint(fraction)) {
            throw new ArithmeticException(fraction + " is not an integer");
        }
        return number.longValue();
    }

    @Override
    Object store(Object value) {
        return store.apply(value);
    }

    @Override
    Object read(Object stored) {
        return read.apply(stored);
    }

    @Override
    void write(BsonWriter writer, Object value) {
        switch (store.apply(value)) {
            case String text -> writer.writeString(text);
            case Integer number -> writer.writeInt32(number);
            case Long number -> writer.writeInt64(number);
            case Double number -> writer.writeDouble(number);
            case Boolean flag -> writer.writeBoolean(flag);
            case Date date -> writer.writeDateTime(date.toInstant().toEpochMilli());
            case Binary binary -> writer.writeBinaryData(new BsonBinary(binary.getData()));
            case Object other ->
                    throw new IllegalArgumentException("Not a scalar: " + other.getClass());
        }
    }

    @Override
    Object read(BsonReader reader) {
        return read.apply(
                switch (reader.getCurrentBsonType()) {
                    case STRING -> reader.readString();
                    case INT32 -> reader.readInt32();
                    case INT64 -> reader.readInt64();
                    case DOUBLE -> reader.readDouble();
                    case BOOLEAN -> reader.readBoolean();
                    case DATE_TIME -> Date.from(Instant.ofEpochMilli(reader.readDateTime()));
                    case BINARY -> new Binary(reader.readBinaryData().getData());
                    default ->
                            throw new IllegalArgumentException(
                                    "not a scalar: " + reader.getCurrentBsonType());
                });
    }

    @Override
    boolean isEmpty(Object value) {
        return value.equals(zero);
    }

    @Override
    Object empty() {
        return zero == null ? super.empty() : zero;
    }

    /** That of a record of one component, or of another type that one value of this stands for. */
    ScalarShape mapped(Function<Object, Object> unwrap, Function<Object, Object> wrap) {
        return new ScalarShape(
                unwrap.andThen(store), read.andThen(wrap), zero == null ? null : wrap.apply(zero));
    }
}
