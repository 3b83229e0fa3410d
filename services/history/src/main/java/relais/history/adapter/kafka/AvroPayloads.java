package relais.history.adapter.kafka;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.events.RegistryUnavailable;
import relais.events.SchemaRegistry;
import relais.events.UnknownSchema;
import relais.history.export.Payloads;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;

/**
 * Reads events with the schema they were written with, and no other: what a later release adds is
 * told too, although this build has no class for it.
 */
@Component
public final class AvroPayloads implements Payloads {

    private static final int HEADER_LENGTH = 5;

    private static final GenericData MODEL = new GenericData();

    static {
        MODEL.addLogicalTypeConversion(new TimeConversions.DateConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        MODEL.addLogicalTypeConversion(new Conversions.DecimalConversion());
    }

    private final SchemaRegistry registry;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    public AvroPayloads(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Map<String, Object> of(LoggedEvent event) {
        byte[] value = event.value();
        if (value.length < HEADER_LENGTH || value[0] != 0) {
            throw new Unreadable("The value does not begin as the wire format says", null);
        }
        try {
            Schema schema =
                    schemas.computeIfAbsent(ByteBuffer.wrap(value).getInt(1), registry::byId);
            BinaryDecoder decoder =
                    DecoderFactory.get()
                            .binaryDecoder(
                                    value, HEADER_LENGTH, value.length - HEADER_LENGTH, null);
            GenericRecord record =
                    new GenericDatumReader<GenericRecord>(schema, schema, MODEL)
                            .read(null, decoder);
            return fields(record);
        } catch (RegistryUnavailable away) {
            throw new LogUnavailable(String.valueOf(away.getMessage()), away);
        } catch (UnknownSchema unknown) {
            throw new Unreadable(String.valueOf(unknown.getMessage()), unknown);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException bad) {
            throw new Unreadable("The bytes do not fit their schema: " + bad.getMessage(), bad);
        }
    }

    private static Map<String, Object> fields(GenericRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = plain(record.get(field.pos()));
            if (value != null) {
                fields.put(field.name(), value);
            }
        }
        return fields;
    }

    /** Dates, decimals and symbols as texts; the rest as it is. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case GenericRecord record -> fields(record);
            case List<?> list -> {
                List<Object> several = new ArrayList<>(list.size());
                for (Object each : list) {
                    Object one = plain(each);
                    several.add(one == null ? "" : one);
                }
                yield several;
            }
            case ByteBuffer bytes -> {
                byte[] copy = new byte[bytes.remaining()];
                bytes.duplicate().get(copy);
                yield Base64.getEncoder().encodeToString(copy);
            }
            case Long number -> number;
            case Integer number -> number;
            case Boolean truth -> truth;
            case LocalDate day -> day.toString();
            case Instant instant -> instant.toString();
            default -> value.toString();
        };
    }
}
