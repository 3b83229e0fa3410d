package relais.aggregates.avro;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The values that no other is in. */
final class Scalars {

    private Scalars() {}

    static Conversion of(Class<?> type, Schema schema, boolean plainDecimals) {
        if (type == BigDecimal.class
                && schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return Conversion.of(
                    number -> ((BigDecimal) number).setScale(decimal.getScale()),
                    number -> plainDecimals ? plain((BigDecimal) number) : number);
        }
        if (type == byte[].class && schema.getType() == Schema.Type.BYTES) {
            return Conversion.of(bytes -> ByteBuffer.wrap((byte[]) bytes), Scalars::bytes);
        }
        if (type == Instant.class
                && schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return Conversion.of(at -> ((Instant) at).truncatedTo(ChronoUnit.MILLIS), at -> at);
        }
        if (type == LocalDate.class && schema.getLogicalType() instanceof LogicalTypes.Date) {
            return Conversion.none();
        }
        if (schema.getLogicalType() == null && schema.getType() == plainType(type)) {
            return Conversion.none();
        }
        throw new IllegalArgumentException(type + " cannot be " + schema);
    }

    private static Schema.@Nullable Type plainType(Class<?> type) {
        if (type == String.class) {
            return Schema.Type.STRING;
        }
        if (type == int.class || type == Integer.class) {
            return Schema.Type.INT;
        }
        if (type == long.class || type == Long.class) {
            return Schema.Type.LONG;
        }
        return type == boolean.class || type == Boolean.class ? Schema.Type.BOOLEAN : null;
    }

    /**
     * Constants by their names. The schema's default is what a reader sees of a constant added
     * after its release: it is read only where the enum has it too.
     */
    static Conversion constants(Class<?> type, Class<?> avro, Schema schema) {
        Map<Object, Object> written = named(type, avro);
        Map<Object, Object> read = named(avro, type);
        if (written.size() < type.getEnumConstants().length) {
            throw new IllegalArgumentException(type + " has constants unknown to " + avro);
        }
        for (Object constant : avro.getEnumConstants()) {
            if (!read.containsKey(constant)
                    && !constant.toString().equals(schema.getEnumDefault())) {
                throw new IllegalArgumentException(type + " has no " + constant);
            }
        }
        return Conversion.of(
                constant -> known(written, constant, type),
                constant -> known(read, constant, type));
    }

    private static Object known(Map<Object, Object> constants, Object constant, Class<?> type) {
        Object known = constants.get(constant);
        if (known == null) {
            throw new IllegalArgumentException("A " + type.getSimpleName() + " of a later release");
        }
        return known;
    }

    private static Map<Object, Object> named(Class<?> from, Class<?> to) {
        Map<String, Object> targets =
                Arrays.stream(to.getEnumConstants())
                        .collect(Collectors.toMap(each -> ((Enum<?>) each).name(), each -> each));
        Map<Object, Object> named = new HashMap<>();
        for (Object constant : from.getEnumConstants()) {
            Object target = targets.get(((Enum<?>) constant).name());
            if (target != null) {
                named.put(constant, target);
            }
        }
        return named;
    }

    /** Without the zeros that the published decimals have for all. */
    private static BigDecimal plain(BigDecimal published) {
        BigDecimal number = published.stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static Object bytes(Object buffer) {
        ByteBuffer published = ((ByteBuffer) buffer).duplicate();
        byte[] bytes = new byte[published.remaining()];
        published.get(bytes);
        return bytes;
    }
}
