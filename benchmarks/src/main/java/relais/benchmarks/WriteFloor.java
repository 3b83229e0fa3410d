package relais.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import relais.events.SchemaRegistry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The floor of an export as JSON: Avro decodes the event, and Jackson writes its headers and fields
 * as one line, in the order in which they lie there. Nothing is looked up, merged, digested or
 * sent.
 */
final class WriteFloor implements PollFloor.Work {

    private static final int HEADER_LENGTH = 5;

    private final JsonMapper json = JsonMapper.shared();
    private final SchemaRegistry registry;
    private final Map<Integer, DatumReader<GenericRecord>> readers = new HashMap<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    WriteFloor(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public int of(ConsumerRecord<byte[], byte[]> record) throws IOException {
        write(record);
        return line.size();
    }

    /** The line itself. */
    byte[] line(ConsumerRecord<byte[], byte[]> record) throws IOException {
        write(record);
        return line.toByteArray();
    }

    private void write(ConsumerRecord<byte[], byte[]> record) throws IOException {
        byte[] value = record.value();
        int schema = ByteBuffer.wrap(value).getInt(1);
        DatumReader<GenericRecord> reader = readers.get(schema);
        if (reader == null) {
            reader =
                    new FastReaderBuilder(new GenericData())
                            .createDatumReader(registry.byId(schema));
            readers.put(schema, reader);
        }
        GenericRecord event =
                reader.read(
                        null,
                        DecoderFactory.get()
                                .binaryDecoder(
                                        value, HEADER_LENGTH, value.length - HEADER_LENGTH, null));
        line.reset();
        try (JsonGenerator out = json.createGenerator(line)) {
            out.writeStartObject();
            for (Header header : record.headers()) {
                out.writeStringProperty(header.key(), new String(header.value(), UTF_8));
            }
            out.writeName("data");
            write(event, out);
            out.writeEndObject();
        }
        line.write('\n');
    }

    private static void write(@Nullable Object value, JsonGenerator out) {
        switch (value) {
            case null -> out.writeNull();
            case GenericRecord record -> {
                out.writeStartObject();
                for (Schema.Field field : record.getSchema().getFields()) {
                    Object content = record.get(field.pos());
                    if (content != null) {
                        out.writeName(field.name());
                        write(content, out);
                    }
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(each -> write(each, out));
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
            default -> out.writeString(value.toString());
        }
    }
}
