package relais.events;

import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads events in Confluent's wire format into this build's generated classes, whichever schema
 * version they were written with. Enum symbols that this build does not know become {@code
 * UNKNOWN}.
 *
 * <p>Asks the registry once for each schema id; any number of threads may use it.
 */
public final class EventDeserializer {

    private final WriterSchemas writers;

    public EventDeserializer(SchemaRegistry registry) {
        this.writers = new WriterSchemas(registry, System::nanoTime);
    }

    /**
     * @throws UndecodableEvent if the bytes are no event this build can read: the same on every
     *     try, except that a schema id unknown today may be registered later
     * @throws RegistryUnavailable if the id is new here and the registry did not answer: the event
     *     may be fine
     */
    public SpecificRecord deserialize(byte[] value) {
        WriterSchemas.Reader reader = writers.reader(WireFormat.schemaId(value));
        BinaryDecoder decoder =
                DecoderFactory.get()
                        .binaryDecoder(
                                value,
                                WireFormat.HEADER_LENGTH,
                                value.length - WireFormat.HEADER_LENGTH,
                                null);
        try {
            SpecificRecord event = reader.read(decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableEvent("Bytes are left over after " + reader.type(), null);
            }
            return event;
        } catch (EOFException e) {
            throw new UndecodableEvent("The bytes end in the middle of " + reader.type(), e);
        } catch (UndecodableEvent e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Nothing but the bytes takes part here, and bad bytes fail in any way: an index, a
            // number format.
            throw new UndecodableEvent(
                    "The bytes are no " + reader.type() + ": " + e.getMessage(), e);
        }
    }
}
