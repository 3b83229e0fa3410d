package relais.feed.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What Avro decoded, as {@link Fields}: days and decimals are texts with every digit. */
final class Plain {

    private Plain() {}

    static Map<String, Object> of(GenericRecord record) {
        var fields = new TreeMap<String, Object>();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = value(field.schema(), record.get(field.pos()));
            if (Fields.isThere(value)) {
                fields.put(field.name(), value);
            }
        }
        return fields;
    }

    private static @Nullable Object value(Schema schema, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (schema.getType()) {
            case UNION -> value(present(schema), value);
            case RECORD -> of((GenericRecord) value);
            case ARRAY ->
                    ((Collection<?>) value)
                            .stream().map(each -> value(schema.getElementType(), each)).toList();
            case INT -> whole(schema, ((Number) value).longValue());
            case LONG -> whole(schema, ((Number) value).longValue());
            case BYTES -> bytes(schema, (ByteBuffer) value);
            case STRING, ENUM -> value.toString();
            default -> throw new IllegalArgumentException("No event has a " + schema);
        };
    }

    /** Every union in the events is of null and one other. */
    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static Object whole(Schema schema, long value) {
        return switch (schema.getLogicalType()) {
            case LogicalTypes.Date day -> LocalDate.ofEpochDay(value).toString();
            case LogicalTypes.TimestampMillis at -> Fields.text(Instant.ofEpochMilli(value));
            case null, default -> value;
        };
    }

    private static Object bytes(Schema schema, ByteBuffer value) {
        if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
            return "…";
        }
        byte[] digits = new byte[value.remaining()];
        value.duplicate().get(digits);
        return new BigDecimal(new BigInteger(digits), decimal.getScale()).toPlainString();
    }
}
