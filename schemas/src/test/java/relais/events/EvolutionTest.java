package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import relais.events.contributions.MeetingDecision;
import relais.events.contributions.MinutesPublished;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.Level;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;

/** What this build reads of events that a later build wrote. */
class EvolutionTest {

    private final MapRegistry registry = new MapRegistry();
    private final EventDeserializer deserializer = new EventDeserializer(registry);

    @Test
    void anEnumSymbolOfTheFutureReadsAsUnknown() throws IOException {
        Schema later = edited("PartnerRegistered", "\"OTHER\"", "\"OTHER\",\"FOUNDATION\"");
        GenericRecord event = partnerRegistered(later, "FOUNDATION");

        PartnerRegistered read = (PartnerRegistered) read(event);

        assertThat(read.getKind()).isEqualTo(PartnerKind.UNKNOWN);
        assertThat(read.getName()).isEqualTo("Fondation");
    }

    @Test
    void symbolsKeepTheirMeaningWhenALaterBuildOrdersThemOtherwise() throws IOException {
        Schema later = edited("PartnerRegistered", "\"MINISTRY\",", "\"FOUNDATION\",\"MINISTRY\",");

        PartnerRegistered read = (PartnerRegistered) read(partnerRegistered(later, "MINISTRY"));

        assertThat(read.getKind()).isEqualTo(PartnerKind.MINISTRY);
    }

    @Test
    void symbolsOfTheFutureAreReadInsideArraysAndNestedRecordsToo() throws IOException {
        Schema later =
                new Schema.Parser()
                        .parse(
                                schema("ExperienceSubmitted")
                                        .toString()
                                        .replace("\"INDUSTRY\"", "\"INDUSTRY\",\"SOBRIETY\"")
                                        .replace("\"LYCEE\"", "\"LYCEE\",\"UNIVERSITY\""));
        Schema contentSchema = later.getField("content").schema();
        GenericRecord content = new GenericData.Record(contentSchema);
        for (Schema.Field field : contentSchema.getFields()) {
            if (field.hasDefaultValue()) {
                content.put(field.pos(), GenericData.get().getDefaultValue(field));
            } else if (field.schema().getType() == Schema.Type.STRING) {
                content.put(field.pos(), field.name());
            }
        }
        content.put("level", symbol(contentSchema.getField("level").schema(), "UNIVERSITY"));
        Schema axis = contentSchema.getField("axes").schema().getElementType();
        content.put("axes", List.of(symbol(axis, "USES"), symbol(axis, "SOBRIETY")));
        GenericRecord event = new GenericData.Record(later);
        event.put("experienceId", "x-1");
        event.put("partnerId", "p-1");
        event.put("content", content);

        ExperienceSubmitted read = (ExperienceSubmitted) read(event);

        assertThat(read.getContent().getLevel()).isEqualTo(Level.UNKNOWN);
        assertThat(read.getContent().getAxes()).containsExactly(Axis.USES, Axis.UNKNOWN);
        assertThat(read.getContent().getLicence()).isEqualTo("LO-2.0");
    }

    @Test
    void aRecordInsideAnEventMayGrowToo() throws IOException {
        Schema later =
                edited(
                        "MinutesPublished",
                        "\"name\":\"text\",\"type\":\"string\",\"doc\":\"What",
                        "\"name\":\"vote\",\"type\":[\"null\",\"string\"],\"default\":null},"
                                + "{\"name\":\"text\",\"type\":\"string\",\"doc\":\"What");
        Schema decisionSchema = later.getField("decisions").schema().getElementType();
        GenericRecord decision = new GenericData.Record(decisionSchema);
        decision.put("decisionId", "d-1");
        decision.put("vote", "unanimous");
        decision.put("text", "Étendre l'essai");
        GenericRecord event = new GenericData.Record(later);
        event.put("workingDayId", "wd-1");
        event.put("text", "Compte rendu");
        event.put("attending", List.of("p-1"));
        event.put("decisions", List.of(decision));

        MinutesPublished read = (MinutesPublished) read(event);

        assertThat(read.getDecisions())
                .containsExactly(new MeetingDecision("d-1", "Étendre l'essai", null, null));
    }

    @Test
    void aFieldOfTheFutureIsSkipped() throws IOException {
        Schema later =
                edited(
                        "PartnerRegistered",
                        "{\"name\":\"territory\"",
                        "{\"name\":\"motto\",\"type\":[\"null\",\"string\"],\"default\":null},{\"name\":\"territory\"");
        GenericRecord event = partnerRegistered(later, "OTHER");
        event.put("motto", "Fluctuat nec mergitur");

        assertThat(((PartnerRegistered) read(event)).getTerritory()).isEqualTo("pays:FR");
    }

    @Test
    void anOptionalFieldThatALaterBuildDroppedReadsAsItsDefault() throws IOException {
        Schema today = schema("PartnerRegistered");
        Schema later =
                Schema.createRecord(
                        today.getName(),
                        today.getDoc(),
                        today.getNamespace(),
                        false,
                        today.getFields().stream()
                                .filter(field -> !field.name().equals("siren"))
                                .map(field -> new Schema.Field(field, field.schema()))
                                .toList());

        assertThat(((PartnerRegistered) read(partnerRegistered(later, "OTHER"))).getSiren())
                .isNull();
    }

    @Test
    void anEventTypeOfTheFutureIsRefusedByName() throws IOException {
        Schema later =
                new Schema.Parser()
                        .parse(
                                "{\"type\":\"record\",\"name\":\"PartnerMerged\","
                                        + "\"namespace\":\"relais.events.partners\",\"fields\":[]}");

        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> read(new GenericData.Record(later)))
                .withMessage(
                        "relais.events.partners.PartnerMerged is not an event type of this build");
    }

    @Test
    void anIncompatibleWriterIsRefusedByName() throws IOException {
        Schema stranger =
                new Schema.Parser()
                        .parse(
                                "{\"type\":\"record\",\"name\":\"PartnerRenamed\","
                                        + "\"namespace\":\"relais.events.partners\",\"fields\":[]}");

        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> read(new GenericData.Record(stranger)))
                .withMessageContaining("relais.events.partners.PartnerRenamed");
    }

    private static GenericRecord partnerRegistered(Schema schema, String kind) {
        GenericRecord event = new GenericData.Record(schema);
        event.put("partnerId", "p-1");
        event.put("name", "Fondation");
        event.put("kind", symbol(schema.getField("kind").schema(), kind));
        event.put("territory", "pays:FR");
        return event;
    }

    private static GenericData.EnumSymbol symbol(Schema schema, String symbol) {
        return new GenericData.EnumSymbol(schema, symbol);
    }

    private SpecificRecord read(GenericRecord event) throws IOException {
        int id = registry.add("any", event.getSchema());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WireFormat.writeHeader(id, bytes);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
        return deserializer.deserialize(bytes.toByteArray());
    }

    private static Schema edited(String type, String from, String to) {
        String text = schema(type).toString();
        assertThat(text).contains(from);
        return new Schema.Parser().parse(text.replace(from, to));
    }

    private static Schema schema(String type) {
        return EventSchemas.registered().values().stream()
                .flatMap(List::stream)
                .filter(schema -> schema.getName().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
