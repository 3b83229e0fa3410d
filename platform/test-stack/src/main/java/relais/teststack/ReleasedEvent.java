package relais.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import relais.events.EventDeserializer;
import relais.events.SchemaRegistry;

/**
 * One event of every schema version that was ever released, as the log may hold it for ever, read
 * with this build's classes. The bytes are kept in {@code schemas/src/test/resources/history}.
 *
 * @param name type and version, such as {@code PartnerRegistered v1}
 */
public record ReleasedEvent(String name, SpecificRecord event) {

    private static final Path HISTORY = Path.of("schemas", "src", "test", "resources", "history");

    /** All of a topic, by name. */
    public static List<ReleasedEvent> of(String topic) {
        try (Stream<Path> files = Files.walk(sources().resolve(HISTORY).resolve(topic))) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .map(ReleasedEvent::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the sample of the latest released version says, as JSON.
     *
     * @param type the record's name without its namespace
     */
    public static String text(String topic, String type) {
        Path folder = sources().resolve(HISTORY).resolve(topic).resolve(type);
        try (Stream<Path> files = Files.list(folder)) {
            Path latest =
                    files.filter(file -> file.toString().endsWith(".json"))
                            .max(Comparator.comparingInt(ReleasedEvent::version))
                            .orElseThrow();
            return Files.readString(latest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
    }

    private static ReleasedEvent read(Path file) {
        try {
            String path = file.toString().replaceFirst("\\.bin$", "");
            Schema writer = new Schema.Parser().parse(Files.readString(Path.of(path + ".avsc")));
            byte[] bytes = Files.readAllBytes(file);
            byte[] value =
                    ByteBuffer.allocate(1 + Integer.BYTES + bytes.length)
                            .put((byte) 0)
                            .putInt(1)
                            .put(bytes)
                            .array();
            SchemaRegistry registry = known(List.of(writer));
            return new ReleasedEvent(
                    writer.getName() + " " + Path.of(path).getFileName(),
                    new EventDeserializer(registry).deserialize(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A registry that knows these schemas, the first as 1. */
    public static SchemaRegistry known(List<Schema> schemas) {
        List<Schema> all = new ArrayList<>(schemas);
        return new SchemaRegistry() {
            @Override
            public int idOf(String subject, Schema schema) {
                return all.indexOf(schema) + 1;
            }

            @Override
            public Schema byId(int id) {
                return all.get(id - 1);
            }
        };
    }

    /** The folder of the sources, from wherever in it a test runs. */
    public static Path sources() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(HISTORY))) {
            Path above = folder.getParent();
            if (above == null) {
                throw new IllegalStateException("Not run within the sources of Relais");
            }
            folder = above;
        }
        return folder;
    }

    @Override
    public String toString() {
        return name;
    }
}
