package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.Means;
import relais.events.partners.PartnerRenamed;

class EventCodecTest {

    private final MapRegistry registry = MapRegistry.holding(EventSchemas.registered());
    private final EventDeserializer deserializer = new EventDeserializer(registry);

    static Stream<SpecificRecord> everyEvent() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventReadsBackAsWritten(SpecificRecord event) {
        assertThat(deserializer.deserialize(serialize(event))).isEqualTo(event);
    }

    @Test
    void aValueStartsWithAZeroByteAndTheSchemaId() {
        byte[] value = serialize(new ExperiencePublished("x-1", null));

        Schema published =
                EventSchemas.experiences().stream()
                        .filter(schema -> schema.getName().equals("ExperiencePublished"))
                        .findFirst()
                        .orElseThrow();
        int id =
                registry.idOf(
                        "relais.experiences-relais.events.experiences.ExperiencePublished",
                        published);
        assertThat(Arrays.copyOf(value, 5)).containsExactly(0, 0, 0, 0, id);
        assertThat(Arrays.copyOfRange(value, 5, value.length)).containsExactly(6, 'x', '-', '1', 0);
    }

    @Test
    void theRegistryIsAskedOnceForEachSchemaOnEitherSide() {
        EventSerializer serializer = serializer(Topics.EXPERIENCES, EventSchemas.experiences());
        int atStart = registry.questions();
        ExperiencePublished event = new ExperiencePublished("x-1", "Oui");

        for (int i = 0; i < 10; i++) {
            deserializer.deserialize(serializer.serialize(event));
        }

        assertThat(registry.questions() - atStart).isEqualTo(1);
    }

    @Test
    void oneCodecServesManyVirtualThreads() throws Exception {
        EventSerializer serializer = serializer(Topics.EXPERIENCES, EventSchemas.experiences());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SpecificRecord>> read =
                    IntStream.range(0, 2_000)
                            .mapToObj(
                                    i ->
                                            new ExperienceRevised(
                                                    "x-" + i, Samples.content(), "n° " + i))
                            .map(
                                    event ->
                                            threads.submit(
                                                    () ->
                                                            deserializer.deserialize(
                                                                    serializer.serialize(event))))
                            .toList();
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.get(i).get())
                        .isEqualTo(new ExperienceRevised("x-" + i, Samples.content(), "n° " + i));
            }
        }
    }

    @Test
    void startFailsNamingEverySubjectThatIsMissing() {
        MapRegistry partial =
                MapRegistry.holding(
                        Map.of(
                                Topics.PARTNERS,
                                EventSchemas.partners()
                                        .subList(2, EventSchemas.partners().size())));
        EventSerializer serializer =
                new EventSerializer(partial, Topics.PARTNERS, EventSchemas.partners());

        assertThatExceptionOfType(UnknownSchema.class)
                .isThrownBy(serializer::resolve)
                .withMessage(
                        "The schema registry lacks this build's schema of"
                                + " relais.partners-relais.events.partners.PartnerRegistered,"
                                + " relais.partners-relais.events.partners.PartnerRenamed."
                                + " Run the registrar (relais.events.RegistrarCommand), then start again.");
        assertThat(serializer.isResolved()).isFalse();
    }

    @Test
    void nothingIsWrittenBeforeTheSchemaIdsAreKnown() {
        EventSerializer serializer =
                new EventSerializer(registry, Topics.PARTNERS, EventSchemas.partners());

        assertThatIllegalStateException()
                .isThrownBy(() -> serializer.serialize(new PartnerRenamed("p-1", "n", null)));
    }

    @Test
    void theRegistryMayFailOnceTheSchemaIdsAreKnown() {
        EventSerializer serializer = serializer(Topics.PARTNERS, EventSchemas.partners());
        PartnerRenamed event = new PartnerRenamed("p-1", "Nom", null);
        deserializer.deserialize(serializer.serialize(event));

        registry.down(true);

        assertThat(deserializer.deserialize(serializer.serialize(event))).isEqualTo(event);
    }

    @Test
    void anEventOfAnotherTopicIsRefused() {
        EventSerializer serializer = serializer(Topics.PARTNERS, EventSchemas.partners());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> serializer.serialize(new ExperiencePublished("x-1", null)))
                .withMessage(
                        "relais.events.experiences.ExperiencePublished does not belong to relais.partners");
    }

    @Test
    void aSchemaOtherThanTheBuildsOwnIsRefused() {
        Schema other =
                SchemaBuilder.record("relais.events.partners.PartnerRenamed").fields().endRecord();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventSerializer(registry, Topics.PARTNERS, List.of(other)));
    }

    @Test
    void moneyKeepsItsTwoDecimals() {
        assertThat(euros(read(withEuros("1200")))).isEqualTo(new BigDecimal("1200.00"));
        assertThat(euros(read(withEuros("0.5")))).isEqualTo(new BigDecimal("0.50"));
        assertThat(euros(read(withEuros("-999999999999.99")))).isEqualTo("-999999999999.99");
    }

    @Test
    void moneyIsNeverRounded() {
        assertThatExceptionOfType(UnencodableEvent.class)
                .isThrownBy(() -> serialize(withEuros("10.005")))
                .withMessageContaining("ExperienceRevised")
                .withMessageContaining("euros")
                .withMessageContaining("scale 3 as scale 2");
    }

    @Test
    void moneyBeyondFourteenDigitsIsRefused() {
        assertThatExceptionOfType(UnencodableEvent.class)
                .isThrownBy(() -> serialize(withEuros("1234567890123.00")))
                .withMessageContaining("precision 15");
    }

    @Test
    // A caller outside NullAway's reach may pass null: the message must say where.
    @SuppressWarnings("NullAway")
    void aMissingRequiredFieldIsNamed() {
        assertThatExceptionOfType(UnencodableEvent.class)
                .isThrownBy(() -> serialize(new PartnerRenamed("p-1", null, null)))
                .withMessage("PartnerRenamed.name is required and was null");
    }

    @Test
    void anotherFirstByteIsRefused() {
        byte[] value = serialize(new ExperiencePublished("x-1", null));
        value[0] = '{';

        assertThat(refusal(value))
                .hasMessage("The value starts with byte 0x7b, not with the magic byte 0x00");
    }

    @Test
    void aValueTooShortForASchemaIdIsRefused() {
        assertThat(refusal(new byte[0]))
                .hasMessage("The value has 0 bytes: too few for a schema id");
        assertThat(refusal(new byte[4]))
                .hasMessage("The value has 4 bytes: too few for a schema id");
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void anEventCutShortAnywhereIsRefused(SpecificRecord event) {
        byte[] value = serialize(event);
        for (int length = 0; length < value.length; length++) {
            assertThat(refusal(Arrays.copyOf(value, length))).isInstanceOf(UndecodableEvent.class);
        }
    }

    @Test
    void bytesLeftOverAreRefused() {
        byte[] value = serialize(new ExperiencePublished("x-1", null));

        assertThat(refusal(Arrays.copyOf(value, value.length + 1)))
                .hasMessage(
                        "Bytes are left over after relais.events.experiences.ExperiencePublished");
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void damagedBytesNeverEndInAnythingButARefusal(SpecificRecord event) {
        byte[] value = serialize(event);
        for (int at = 5; at < value.length; at++) {
            for (int damage : new int[] {0x00, 0x01, 0x7f, 0x80, 0xff}) {
                byte[] damaged = value.clone();
                damaged[at] = (byte) damage;
                try {
                    deserializer.deserialize(damaged);
                } catch (UndecodableEvent expected) {
                    assertThat(expected.getMessage()).isNotBlank();
                }
            }
        }
    }

    @Test
    void aLengthThatTheBytesCannotHoldTakesNoMemory() {
        // ExperiencePublished whose experienceId claims to be 2^31 - 10 bytes long.
        byte[] value = serialize(new ExperiencePublished("x-1", null));
        byte[] huge = Arrays.copyOf(value, 12);
        byte[] length = {(byte) 0xec, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
        System.arraycopy(length, 0, huge, 5, length.length);

        assertThat(refusal(huge)).isNotNull();
    }

    private static ExperienceRevised withEuros(String euros) {
        ExperienceContent content = Samples.content();
        content.setMeans(new Means(new BigDecimal(euros), null, null));
        return new ExperienceRevised("x-1", content, null);
    }

    private ExperienceRevised read(ExperienceRevised event) {
        return (ExperienceRevised) deserializer.deserialize(serialize(event));
    }

    private static BigDecimal euros(ExperienceRevised event) {
        return event.getContent().getMeans().getEuros();
    }

    private UndecodableEvent refusal(byte[] value) {
        return catchThrowableOfType(UndecodableEvent.class, () -> deserializer.deserialize(value));
    }

    private byte[] serialize(SpecificRecord event) {
        Map.Entry<String, List<Schema>> topic =
                EventSchemas.registered().entrySet().stream()
                        .filter(each -> each.getValue().stream().anyMatch(isOf(event)))
                        .findFirst()
                        .orElseThrow();
        return serializer(topic.getKey(), topic.getValue()).serialize(event);
    }

    private static Predicate<Schema> isOf(SpecificRecord event) {
        return schema -> schema.getFullName().equals(event.getSchema().getFullName());
    }

    private EventSerializer serializer(String topic, List<Schema> schemas) {
        EventSerializer serializer = new EventSerializer(registry, topic, schemas);
        serializer.resolve();
        return serializer;
    }
}
