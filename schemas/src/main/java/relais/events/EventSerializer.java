package relais.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of one topic in Confluent's wire format, under schema ids that the registry
 * already knows. It never registers anything.
 *
 * <p>After {@link #resolve()} it needs no registry, and any number of threads may use it.
 */
public final class EventSerializer {

    private static final int TYPICAL_SIZE = 512;

    private final SchemaRegistry registry;
    private final String topic;
    private final Map<String, Schema> schemas = new LinkedHashMap<>();
    private volatile @Nullable Map<String, Format> formats;

    /**
     * @param schemas the event types that will be written, out of {@link EventSchemas}
     * @throws IllegalArgumentException if one of them is not an event type of this build
     */
    public EventSerializer(SchemaRegistry registry, String topic, Collection<Schema> schemas) {
        this.registry = registry;
        this.topic = topic;
        for (Schema schema : schemas) {
            Schema generated = EventSchemas.generatedByName().get(schema.getFullName());
            if (generated == null || !EventSchemas.published(generated).equals(schema)) {
                throw new IllegalArgumentException(
                        schema.getFullName() + " is not an event type of this build");
            }
            this.schemas.put(schema.getFullName(), schema);
        }
    }

    /**
     * Asks the registry for every schema id; to be called at start. Calling it again asks again.
     *
     * @throws UnknownSchema naming every subject that lacks its schema, and what to do
     * @throws RegistryUnavailable if no answer came in time
     */
    public void resolve() {
        Map<String, Format> resolved = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        schemas.forEach(
                (name, schema) -> {
                    String subject = EventSchemas.subject(topic, schema);
                    try {
                        resolved.put(name, Format.of(registry.idOf(subject, schema), name));
                    } catch (UnknownSchema e) {
                        missing.add(subject);
                    }
                });
        if (!missing.isEmpty()) {
            throw new UnknownSchema(
                    "The schema registry lacks this build's schema of "
                            + String.join(", ", missing)
                            + ". Run the registrar (relais.events.RegistrarCommand), then start again.");
        }
        formats = Map.copyOf(resolved);
    }

    /** Whether {@link #resolve()} has succeeded. */
    public boolean isResolved() {
        return formats != null;
    }

    /**
     * @throws UnencodableEvent if the event does not fit its schema
     * @throws IllegalArgumentException if its type is not one of those given at construction
     * @throws IllegalStateException before {@link #resolve()}
     */
    public byte[] serialize(SpecificRecord event) {
        Map<String, Format> known = formats;
        if (known == null) {
            throw new IllegalStateException(
                    "The schema ids of " + topic + " were not resolved yet");
        }
        Format format = known.get(event.getSchema().getFullName());
        if (format == null) {
            throw new IllegalArgumentException(
                    event.getSchema().getFullName() + " does not belong to " + topic);
        }
        return format.write(event);
    }

    /** One event type's schema id and writer; a writer holds no state between records. */
    private record Format(int schemaId, SpecificDatumWriter<SpecificRecord> writer) {

        static Format of(int id, String name) {
            Schema generated = EventSchemas.generatedByName().get(name);
            return new Format(id, new SpecificDatumWriter<>(generated, EventModel.INSTANCE));
        }

        byte[] write(SpecificRecord event) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_SIZE);
            WireFormat.writeHeader(schemaId, bytes);
            // An unbuffered encoder costs one small object a record, which no thread keeps.
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            try {
                writer.write(event, encoder);
                encoder.flush();
            } catch (NullPointerException | ClassCastException | AvroRuntimeException e) {
                throw UnencodableEvent.of(event, e);
            } catch (IOException e) {
                throw new UncheckedIOException("Memory does not fail to be written to", e);
            }
            return bytes.toByteArray();
        }
    }
}
