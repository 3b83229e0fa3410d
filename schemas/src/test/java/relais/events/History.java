package relais.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * The released versions of every event type: {@code <topic>/<record>/v<n>.avsc}, the Avro bytes of
 * one full event written with it ({@code .bin}, without the wire format's five bytes), and what
 * that event says ({@code .json}).
 *
 * <p>A released file never changes. The log holds such bytes for ever.
 *
 * @param root the folder of the topics
 */
record History(Path root) {

    static History ofThisModule() {
        return new History(Path.of("src", "test", "resources", "history"));
    }

    /** One released version. */
    record Version(String topic, int number, Schema schema, ByteBuffer bytes, String json) {

        @Override
        public String toString() {
            return schema.getName() + " v" + number;
        }
    }

    /**
     * From the first to the latest; empty if the type was never released. Refuses to read
     * incomplete versions.
     */
    List<Version> versions(String topic, String record) {
        List<Version> versions = new ArrayList<>();
        for (int number = 1; Files.exists(file(topic, record, number, "avsc")); number++) {
            try {
                versions.add(
                        new Version(
                                topic,
                                number,
                                new Schema.Parser()
                                        .parse(
                                                Files.readString(
                                                        file(topic, record, number, "avsc"))),
                                ByteBuffer.wrap(
                                        Files.readAllBytes(file(topic, record, number, "bin"))),
                                Files.readString(file(topic, record, number, "json"))));
            } catch (IOException e) {
                throw new IllegalStateException(
                        record + " v" + number + " is not complete: " + e, e);
            }
        }
        return versions;
    }

    /** Why the schema of this build may not be used as it is, in plain words; empty if it may. */
    List<String> problems(String topic, Schema current) {
        String record = current.getName();
        List<Version> versions;
        try {
            versions = versions(topic, record);
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        if (versions.isEmpty()) {
            return List.of(record + " was never released");
        }
        List<String> problems = new ArrayList<>();
        for (Version version : versions) {
            for (String problem : Compatibility.problems(current, version.schema())) {
                problems.add(record + " is not compatible with " + version + ": " + problem);
            }
        }
        if (!versions.getLast().schema().equals(current)) {
            problems.add(
                    record
                            + " differs from "
                            + versions.getLast()
                            + ", the latest released: release it");
        }
        return problems;
    }

    /**
     * Adds the schema of this build as the next version, if it differs from the latest one.
     *
     * @throws IllegalArgumentException if it is not compatible with an earlier version
     */
    boolean release(String topic, Schema schema, SpecificRecord sample) throws IOException {
        List<Version> versions = versions(topic, schema.getName());
        if (!versions.isEmpty() && versions.getLast().schema().equals(schema)) {
            return false;
        }
        for (Version version : versions) {
            List<String> problems = Compatibility.problems(schema, version.schema());
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(
                        schema.getName() + " is not compatible with " + version + ": " + problems);
            }
        }
        int number = versions.size() + 1;
        Files.createDirectories(root.resolve(topic).resolve(schema.getName()));
        Files.writeString(
                file(topic, schema.getName(), number, "avsc"),
                EventJson.parse(schema.toString()).toPrettyString() + "\n");
        Files.write(file(topic, schema.getName(), number, "bin"), bytes(sample));
        Files.writeString(
                file(topic, schema.getName(), number, "json"),
                EventJson.of(sample).toPrettyString() + "\n");
        return true;
    }

    /** Names of the record folders of a topic. */
    List<String> records(String topic) throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve(topic))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    Path file(String topic, String record, int number, String extension) {
        return root.resolve(topic).resolve(record).resolve("v" + number + "." + extension);
    }

    private static byte[] bytes(SpecificRecord sample) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(sample.getSchema(), EventModel.INSTANCE)
                .write(sample, encoder);
        return bytes.toByteArray();
    }
}
