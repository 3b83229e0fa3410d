package relais.history.adapter.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.events.RegistryUnavailable;
import relais.events.SchemaRegistry;
import relais.events.UnknownSchema;
import relais.history.export.Payload;
import relais.history.export.Payloads;
import relais.history.export.TextRedaction;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events with the schema they were written with, and no other: what a later release adds is
 * told too, although this build has no class for it.
 */
@Component
public final class AvroPayloads implements Payloads {

    private static final int HEADER_LENGTH = 5;
    private static final int TYPICAL_LENGTH = 1024;

    private static final GenericData MODEL = new GenericData();

    static {
        MODEL.addLogicalTypeConversion(new TimeConversions.DateConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        MODEL.addLogicalTypeConversion(new Conversions.DecimalConversion());
    }

    private final SchemaRegistry registry;
    private final Map<Integer, Reader> readers = new ConcurrentHashMap<>();

    /**
     * Of the events of one schema; compiled once.
     *
     * @param axes fields that hold the event's own axes
     * @param content field that holds a card, which may have axes; -1 if there is none
     */
    private record Reader(
            Schema schema, DatumReader<GenericRecord> compiled, List<Integer> axes, int content) {

        static Reader of(Schema schema) {
            try {
                Schema.Field content = schema.getField("content");
                return new Reader(
                        schema,
                        new FastReaderBuilder(MODEL).createDatumReader(schema),
                        Stream.of("axis", "axes")
                                .map(schema::getField)
                                .filter(Objects::nonNull)
                                .map(Schema.Field::pos)
                                .toList(),
                        content == null ? -1 : content.pos());
            } catch (IOException notCompatibleWithItself) {
                throw new IllegalStateException(notCompatibleWithItself);
            }
        }

        GenericRecord read(byte[] value) throws IOException {
            try {
                return compiled.read(null, decoder(value));
            } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException bad) {
                // Exports hold the reason in the words of Avro's other reader.
                return new GenericDatumReader<GenericRecord>(schema, schema, MODEL)
                        .read(null, decoder(value));
            }
        }

        SortedSet<String> axes(GenericRecord record) {
            SortedSet<String> found = new TreeSet<>();
            axes.forEach(field -> collect(record.get(field), found));
            if (content >= 0
                    && record.get(content) instanceof GenericRecord card
                    && card.hasField("axes")) {
                collect(card.get("axes"), found);
            }
            return found;
        }

        private static BinaryDecoder decoder(byte[] value) {
            return DecoderFactory.get()
                    .binaryDecoder(value, HEADER_LENGTH, value.length - HEADER_LENGTH, null);
        }
    }

    public AvroPayloads(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Payload of(LoggedEvent event, boolean withTexts) {
        byte[] value = event.value();
        if (value.length < HEADER_LENGTH || value[0] != 0) {
            throw new Unreadable("The value does not begin as the wire format says", null);
        }
        try {
            Reader reader = reader(ByteBuffer.wrap(value).getInt(1));
            GenericRecord record = reader.read(value);
            ByteArrayOutputStream json = new ByteArrayOutputStream(TYPICAL_LENGTH);
            try (JsonGenerator out = JsonMapper.shared().createGenerator(json)) {
                write(record, out, withTexts);
            }
            return new Payload(json.toByteArray(), reader.axes(record));
        } catch (RegistryUnavailable away) {
            throw new LogUnavailable(String.valueOf(away.getMessage()), away);
        } catch (UnknownSchema unknown) {
            throw new Unreadable(String.valueOf(unknown.getMessage()), unknown);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException bad) {
            throw new Unreadable("The bytes do not fit their schema: " + bad.getMessage(), bad);
        }
    }

    private Reader reader(int schema) {
        Reader known = readers.get(schema);
        return known == null
                ? readers.computeIfAbsent(schema, id -> Reader.of(registry.byId(id)))
                : known;
    }

    private static void write(GenericRecord record, JsonGenerator out, boolean withTexts) {
        out.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null && (withTexts || TextRedaction.keeps(field.name()))) {
                out.writeName(field.name());
                write(value, out, withTexts);
            }
        }
        out.writeEndObject();
    }

    /** Dates, decimals and symbols as texts; the rest as it is. */
    private static void write(@Nullable Object value, JsonGenerator out, boolean withTexts) {
        switch (value) {
            case null -> out.writeString("");
            case Utf8 text when isPlain(text.getBytes(), text.getByteLength()) ->
                    out.writeUTF8String(text.getBytes(), 0, text.getByteLength());
            case GenericRecord record -> write(record, out, withTexts);
            case List<?> list -> {
                out.writeStartArray();
                // A list is kept or left out as a whole.
                list.forEach(each -> write(each, out, true));
                out.writeEndArray();
            }
            case ByteBuffer bytes ->
                    out.writeBinary(
                            bytes.array(),
                            bytes.arrayOffset() + bytes.position(),
                            bytes.remaining());
            case Long number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case Boolean truth -> out.writeBoolean(truth);
            case LocalDate day -> out.writeString(day.toString());
            case Instant instant -> out.writeString(instant.toString());
            default -> out.writeString(value.toString());
        }
    }

    /** Whether it is surely well-formed UTF-8, as most texts are; of others a String decides. */
    private static boolean isPlain(byte[] utf8, int length) {
        int i = 0;
        while (i < length) {
            int lead = utf8[i] & 0xFF;
            int end = i + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3);
            boolean rare = lead < 0xC2 || lead == 0xE0 || lead == 0xED || lead > 0xEF;
            if (end > length || (rare && lead >= 0x80)) {
                return false;
            }
            while (++i < end) {
                if ((utf8[i] & 0xC0) != 0x80) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void collect(@Nullable Object value, SortedSet<String> found) {
        if (value instanceof Collection<?> several) {
            several.forEach(each -> found.add(each == null ? "" : each.toString()));
        } else if (value instanceof CharSequence || value instanceof GenericData.EnumSymbol) {
            found.add(value.toString());
        }
    }
}
