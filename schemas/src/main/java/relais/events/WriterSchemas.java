package relais.events;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Readers by the id of the schema that an event was written with, each made once.
 *
 * <p>A schema never changes under its id, so a good answer is kept for ever. That an id is unknown
 * may change, and bad bytes can claim any id: such answers are few and short-lived.
 */
final class WriterSchemas {

    static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);
    static final int UNKNOWN_AT_MOST = 1_000;

    private final SchemaRegistry registry;
    private final LongSupplier nanoTime;
    private final Map<Integer, Reader> readers = new ConcurrentHashMap<>();

    /** Ids to the nanosecond at which they were unknown. Guarded by itself. */
    private final Map<Integer, Long> unknown =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
                    return size() > UNKNOWN_AT_MOST;
                }
            };

    /**
     * @param nanoTime as {@link System#nanoTime()}
     */
    WriterSchemas(SchemaRegistry registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
    }

    /** Two threads that meet a new id at once both ask; the answers are the same. */
    Reader reader(int id) {
        Reader known = readers.get(id);
        if (known != null) {
            return known;
        }
        if (isUnknown(id)) {
            throw unknown(id, null);
        }
        try {
            Reader reader = readerOf(registry.byId(id));
            readers.put(id, reader);
            return reader;
        } catch (UnknownSchema e) {
            synchronized (unknown) {
                unknown.put(id, nanoTime.getAsLong());
            }
            throw unknown(id, e);
        }
    }

    private boolean isUnknown(int id) {
        synchronized (unknown) {
            Long since = unknown.get(id);
            if (since != null && nanoTime.getAsLong() - since >= UNKNOWN_FOR.toNanos()) {
                unknown.remove(id);
                return false;
            }
            return since != null;
        }
    }

    private static UndecodableEvent unknown(int id, @Nullable UnknownSchema cause) {
        return new UndecodableEvent("The schema registry knows no schema with id " + id, cause);
    }

    private static Reader readerOf(Schema writer) {
        Schema reader = EventSchemas.generatedByName().get(writer.getFullName());
        if (reader == null) {
            return new Reader.Refusing(
                    writer.getFullName(),
                    writer.getFullName() + " is not an event type of this build");
        }
        try {
            // Compiled from both schemas once; keeps nothing per thread, unlike Avro's resolving
            // decoder.
            return new Reader.Compiled(
                    writer.getFullName(),
                    new FastReaderBuilder(EventModel.INSTANCE).createDatumReader(writer, reader));
        } catch (IOException | AvroRuntimeException e) {
            return new Reader.Refusing(
                    writer.getFullName(),
                    "The schema with which "
                            + writer.getFullName()
                            + " was written is not compatible: "
                            + e.getMessage());
        }
    }

    /** Reads one event type as written with one schema. */
    sealed interface Reader {

        /** The event type's full name. */
        String type();

        SpecificRecord read(Decoder decoder) throws IOException;

        record Compiled(String type, DatumReader<SpecificRecord> reader) implements Reader {
            @Override
            public SpecificRecord read(Decoder decoder) throws IOException {
                return reader.read(null, decoder);
            }
        }

        record Refusing(String type, String reason) implements Reader {
            @Override
            public SpecificRecord read(Decoder decoder) {
                throw new UndecodableEvent(reason, null);
            }
        }
    }
}
