package relais.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** History is read for ever: every version that was ever released, by today's code. */
class HistoryTest {

    private static final History HISTORY = History.ofThisModule();

    static Stream<Arguments> everyEventType() {
        return EventSchemas.registered().entrySet().stream()
                .flatMap(
                        topic ->
                                topic.getValue().stream()
                                        .map(schema -> Arguments.of(topic.getKey(), schema)));
    }

    static Stream<History.Version> everyReleasedVersion() {
        return EventSchemas.registered().entrySet().stream()
                .flatMap(
                        topic ->
                                topic.getValue().stream()
                                        .flatMap(
                                                schema ->
                                                        HISTORY
                                                                .versions(
                                                                        topic.getKey(),
                                                                        schema.getName())
                                                                .stream()));
    }

    @ParameterizedTest
    @MethodSource("everyEventType")
    void everySchemaOfThisBuildIsReleasedAndCompatibleWithItsPast(String topic, Schema schema) {
        assertThat(HISTORY.problems(topic, schema))
                .as("see HistoryReleaseTest for how to release a version")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyReleasedVersion")
    void todaysCodeReadsWhatEveryReleasedVersionWrote(History.Version version) {
        assertThat(EventJson.of(read(version.schema(), version.bytes().array())))
                .isEqualTo(EventJson.parse(version.json()));
    }

    @Test
    void everyReleasedTypeIsStillRead() throws IOException {
        for (Map.Entry<String, List<Schema>> topic : EventSchemas.registered().entrySet()) {
            assertThat(HISTORY.records(topic.getKey()))
                    .containsExactlyInAnyOrderElementsOf(
                            topic.getValue().stream().map(Schema::getName).toList());
        }
    }

    @Test
    void everyFieldOfTheReleasedBytesIsFilled() {
        everyReleasedVersion()
                .forEach(
                        version ->
                                assertThat(EventJson.parse(version.json()).size())
                                        .as(version.toString())
                                        .isEqualTo(version.schema().getFields().size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PartnerRenamed | {\"name\":\"name\",\"type\":\"string\" | {\"name\":\"newName\",\"type\":\"string\" | READER_FIELD_MISSING_DEFAULT_VALUE",
                "PartnerRenamed | {\"name\":\"name\",\"type\":\"string\" | {\"name\":\"name\",\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4 | /name is",
                "PartnerRenamed | {\"name\":\"name\" | {\"name\":\"motto\",\"type\":\"string\"},{\"name\":\"name\" | READER_FIELD_MISSING_DEFAULT_VALUE",
                "PartnerRenamed | [\"null\",\"string\"],\"doc\":\"Why the name changed, such as a merger.\",\"default\":null | \"string\" | TYPE_MISMATCH",
                "CharterSigned | {\"type\":\"int\",\"logicalType\":\"date\"} | \"int\" | /signedOn is",
                "CharterSigned | {\"type\":\"int\",\"logicalType\":\"date\"} | {\"type\":\"long\",\"logicalType\":\"timestamp-millis\"} | TYPE_MISMATCH",
                "MandateGranted | \"CONTRIBUTOR\", | '' | /role forgot CONTRIBUTOR",
                "ExperienceRevised | \"scale\":2 | \"scale\":3 | /content/means/euros is",
                "ObjectiveMeasured | \"scale\":4 | \"scale\":2 | /value is",
                "PositionTaken | \"OBJECTION\", | '' | /position forgot OBJECTION",
                "MinutesPublished | \"INDUSTRY\" | \"ECONOMY\" | forgot INDUSTRY",
                "MessagePosted | \"ciphertext\",\"type\":\"bytes\" | \"ciphertext\",\"type\":\"string\" | /ciphertext",
            })
    void anIncompatibleEditIsFound(String record, String from, String to, String reason) {
        Schema current = schema(record);

        assertThat(HISTORY.problems(topic(current), edited(current, from, to)))
                .anySatisfy(
                        problem ->
                                assertThat(problem)
                                        .startsWith(
                                                record
                                                        + " is not compatible with "
                                                        + record
                                                        + " v1: ")
                                        .contains(reason));
    }

    @Test
    void aCompatibleEditIsRefusedUntilItIsReleasedWithItsBytes(@TempDir Path root)
            throws IOException {
        History history = new History(root);
        Schema first = schema("PartnerRenamed");
        history.release(Topics.PARTNERS, first, Samples.of(first));
        History.Version v1 = history.versions(Topics.PARTNERS, "PartnerRenamed").getFirst();
        // As the last field, so that its null is one zero byte after the bytes of the first
        // version.
        Schema second =
                edited(
                        first,
                        "\"default\":null}]",
                        "\"default\":null},{\"name\":\"since\",\"type\":[\"null\",\"string\"],\"default\":null}]");

        assertThat(history.problems(Topics.PARTNERS, second))
                .containsExactly(
                        "PartnerRenamed differs from PartnerRenamed v1, the latest released: release it");

        Files.writeString(
                history.file(Topics.PARTNERS, "PartnerRenamed", 2, "avsc"), second.toString());
        assertThat(history.problems(Topics.PARTNERS, second))
                .singleElement()
                .asString()
                .startsWith("PartnerRenamed v2 is not complete: ");

        byte[] bytes = Arrays.copyOf(v1.bytes().array(), v1.bytes().capacity() + 1);
        Files.write(history.file(Topics.PARTNERS, "PartnerRenamed", 2, "bin"), bytes);
        Files.writeString(history.file(Topics.PARTNERS, "PartnerRenamed", 2, "json"), v1.json());

        assertThat(history.problems(Topics.PARTNERS, second)).isEmpty();
        assertThat(EventJson.of(read(second, bytes))).isEqualTo(EventJson.parse(v1.json()));
    }

    @Test
    void aTypeThatWasNeverReleasedIsFound(@TempDir Path root) {
        assertThat(new History(root).problems(Topics.PARTNERS, schema("PartnerRenamed")))
                .containsExactly("PartnerRenamed was never released");
    }

    /** Through the codec itself, as a consumer meets them in the log. */
    private static SpecificRecord read(Schema writer, byte[] bytes) {
        MapRegistry registry = new MapRegistry();
        int id = registry.add("any", writer);
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        WireFormat.writeHeader(id, value);
        value.writeBytes(bytes);
        return new EventDeserializer(registry).deserialize(value.toByteArray());
    }

    /** The last part of an event's namespace names its topic too. */
    private static String topic(Schema schema) {
        return schema.getNamespace().replace("relais.events.", "relais.");
    }

    private static Schema schema(String record) {
        return EventSchemas.registered().values().stream()
                .flatMap(List::stream)
                .filter(schema -> schema.getName().equals(record))
                .findFirst()
                .orElseThrow();
    }

    private static Schema edited(Schema schema, String from, String to) {
        String text = schema.toString();
        assertThat(text).contains(from);
        return new Schema.Parser().parse(text.replace(from, to));
    }
}
