package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.events.Registrar.Outcome;

/**
 * Registrar and codec against a registry over HTTP: one in this process, or a real one with
 *
 * <pre>
 * mvn -pl schemas test -Dtest=RegistryTest -Drelais.registry.url=http://localhost:8090/apis/ccompat/v7
 * </pre>
 *
 * where each test uses topics of its own.
 */
class RegistryTest {

    private final String prefix = "test-" + UUID.randomUUID() + ".";
    private @Nullable ConfluentApiServer server;
    private String url = "";

    @BeforeEach
    void findARegistry() throws IOException {
        String real = System.getProperty("relais.registry.url");
        if (real != null) {
            url = real;
        } else {
            server = new ConfluentApiServer();
            url = server.url();
        }
    }

    @AfterEach
    void stopOurs() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everySchemaIsNewFirstAndUnchangedLater() {
        assertThat(registrar(ownTopics()).register().lines())
                .hasSize(EventSchemas.registered().values().stream().mapToInt(List::size).sum())
                .allSatisfy(line -> assertThat(line.outcome()).isEqualTo(Outcome.NEW));

        Registrar.Report again = registrar(ownTopics()).register();

        assertThat(again.lines())
                .allSatisfy(line -> assertThat(line.outcome()).isEqualTo(Outcome.UNCHANGED));
        assertThat(again.isComplete()).isTrue();
    }

    @Test
    void schemasAreRegisteredInTopicOrder() {
        assertThat(registrar(ownTopics()).register().lines())
                .extracting(line -> line.topic().substring(prefix.length()) + " " + line.type())
                .startsWith(
                        "relais.partners relais.events.partners.PartnerRegistered",
                        "relais.partners relais.events.partners.PartnerRenamed")
                .endsWith("relais.public.cards relais.events.open.PublicCard");
    }

    @Test
    void anIncompatibleSchemaIsRefusedAndTheOthersAreRegistered() {
        Schema renamed = EventSchemas.partners().get(1);
        Schema edited =
                new Schema.Parser()
                        .parse(
                                renamed.toString()
                                        .replace("\"name\":\"name\"", "\"name\":\"newName\""));
        String topic = prefix + Topics.PARTNERS;
        registrar(Map.of(topic, List.of(renamed))).register();

        Registrar.Report report =
                registrar(Map.of(topic, List.of(edited, EventSchemas.partners().get(2))))
                        .register();

        assertThat(report.isComplete()).isFalse();
        assertThat(report.lines())
                .extracting(Registrar.Line::outcome)
                .containsExactly(Outcome.REFUSED, Outcome.NEW);
        assertThat(report.lines().getFirst().reason()).isNotBlank();
    }

    @Test
    void aCompatibleVersionIsNewAndItsEventsAreRead() {
        Schema renamed = EventSchemas.partners().get(1);
        Schema edited =
                new Schema.Parser()
                        .parse(
                                renamed.toString()
                                        .replace(
                                                "\"default\":null}]",
                                                "\"default\":null},{\"name\":\"since\","
                                                        + "\"type\":[\"null\",\"string\"],\"default\":null}]"));
        String topic = prefix + Topics.PARTNERS;
        registrar(Map.of(topic, List.of(renamed))).register();

        assertThat(registrar(Map.of(topic, List.of(edited))).register().lines())
                .extracting(Registrar.Line::outcome)
                .containsExactly(Outcome.NEW);

        ConfluentSchemaRegistry registry = new ConfluentSchemaRegistry(url);
        EventSerializer serializer = new EventSerializer(registry, topic, List.of(renamed));
        serializer.resolve();
        byte[] first = serializer.serialize(Samples.of(renamed));
        // The later version's bytes: its own id, and one zero byte more, for the null of its new
        // last field.
        byte[] second = Arrays.copyOf(first, first.length + 1);
        ByteBuffer.wrap(second)
                .putInt(1, registry.idOf(EventSchemas.subject(topic, renamed), edited));
        EventDeserializer deserializer = new EventDeserializer(registry);
        assertThat(WireFormat.schemaId(second)).isNotEqualTo(WireFormat.schemaId(first));
        assertThat(deserializer.deserialize(first)).isEqualTo(Samples.of(renamed));
        assertThat(deserializer.deserialize(second)).isEqualTo(Samples.of(renamed));
    }

    @Test
    void eventsTravelThroughTheRegistry() {
        registrar(ownTopics()).register();
        EventDeserializer deserializer = new EventDeserializer(new ConfluentSchemaRegistry(url));

        ownTopics()
                .forEach(
                        (topic, schemas) -> {
                            EventSerializer serializer =
                                    new EventSerializer(
                                            new ConfluentSchemaRegistry(url), topic, schemas);
                            serializer.resolve();
                            for (Schema schema : schemas) {
                                SpecificRecord event = Samples.of(schema);
                                assertThat(deserializer.deserialize(serializer.serialize(event)))
                                        .isEqualTo(event);
                            }
                        });
    }

    @Test
    void aSchemaIdGivesTheSchemaAsPublished() {
        registrar(ownTopics()).register();
        ConfluentSchemaRegistry registry = new ConfluentSchemaRegistry(url);
        Schema schema = EventSchemas.experiences().getFirst();

        int id = registry.idOf(EventSchemas.subject(prefix + Topics.EXPERIENCES, schema), schema);

        assertThat(registry.byId(id)).isEqualTo(schema);
        assertThat(registry.byId(id).toString()).doesNotContain("avro.java.string");
    }

    @Test
    void startFailsNamingTheSubjectsOfARegistryThatNobodyFilled() {
        String topic = prefix + Topics.PARTNERS;
        EventSerializer serializer =
                new EventSerializer(
                        new ConfluentSchemaRegistry(url),
                        topic,
                        EventSchemas.partners().subList(0, 2));

        assertThatExceptionOfType(UnknownSchema.class)
                .isThrownBy(serializer::resolve)
                .withMessageContaining(topic + "-relais.events.partners.PartnerRegistered, ")
                .withMessageContaining(topic + "-relais.events.partners.PartnerRenamed.")
                .withMessageContaining("Run the registrar");
    }

    @Test
    void anUnknownIdIsAnAnswer() {
        new Registrar(url).register();

        assertThatExceptionOfType(UnknownSchema.class)
                .isThrownBy(() -> new ConfluentSchemaRegistry(url).byId(Integer.MAX_VALUE));
    }

    /** One that has started again answers before it has read its log to the end. */
    @Test
    void aRegistryThatLacksASchemaOfThisBuildKnowsNotYetWhatItWillKnow() {
        Map<String, List<Schema>> almostAll = new LinkedHashMap<>(EventSchemas.registered());
        almostAll.computeIfPresent(
                Topics.PARTNERS, (_, schemas) -> schemas.subList(0, schemas.size() - 1));
        assumeTrue(server != null, "A real registry has them all");
        registrar(almostAll).register();

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> new ConfluentSchemaRegistry(url).byId(Integer.MAX_VALUE))
                .withMessageContaining(EventSchemas.partners().getLast().getName() + " yet");
    }

    private Map<String, List<Schema>> ownTopics() {
        Map<String, List<Schema>> own = new LinkedHashMap<>();
        EventSchemas.registered().forEach((topic, schemas) -> own.put(prefix + topic, schemas));
        return own;
    }

    private Registrar registrar(Map<String, List<Schema>> topics) {
        return new Registrar(new ConfluentSchemaRegistry(url), topics);
    }
}
