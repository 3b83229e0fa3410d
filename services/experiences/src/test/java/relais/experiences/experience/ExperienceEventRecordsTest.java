package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Change;
import relais.aggregates.log.EventRecords;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.events.experiences.ExperienceSubmitted;
import relais.outbox.OutboxRecord;

class ExperienceEventRecordsTest {

    /** Knows every schema of this build. */
    private static final class Registry implements SchemaRegistry {
        private final List<Schema> schemas = new ArrayList<>(EventSchemas.experiences());

        @Override
        public int idOf(String subject, Schema schema) {
            return schemas.indexOf(schema) + 1;
        }

        @Override
        public Schema byId(int id) {
            return schemas.get(id - 1);
        }
    }

    private static final PublishedLanguage<Experience, ExperienceEvent> LANGUAGE =
            ExperienceAvro.language();
    private static final Experience EXPERIENCE =
            Scene.submitted(Scene.DEPARTEMENT, Scene.card().level("COLLEGE").build());

    private final EventSerializer serializer =
            new EventSerializer(new Registry(), Topics.EXPERIENCES, EventSchemas.experiences());
    private final EventRecords<Experience, ExperienceEvent> records =
            new EventRecords<>(Topics.EXPERIENCES, LANGUAGE, serializer);

    static List<ExperienceEvent> everyEvent() {
        AdoptionId adoption = Scene.ADOPTION;
        PartnerId partner = Scene.TOWN.id();
        return List.of(
                new ExperienceEvent.Submitted(
                        EXPERIENCE.id(),
                        EXPERIENCE.owner(),
                        EXPERIENCE.home(),
                        EXPERIENCE.content(),
                        null,
                        "ext"),
                new ExperienceEvent.Returned("why", List.of(new FieldComment("title", "court"))),
                new ExperienceEvent.Resubmitted(EXPERIENCE.content(), partner),
                new ExperienceEvent.TakenBack("Nous la reprenons"),
                new ExperienceEvent.Published(null),
                new ExperienceEvent.Revised(EXPERIENCE.content(), "titre"),
                new ExperienceEvent.Confirmed(Scene.TODAY),
                new ExperienceEvent.Withdrawn("fini"),
                new ExperienceEvent.Moderated("non"),
                new ExperienceEvent.Endorsed(partner, "utile"),
                new ExperienceEvent.EndorsementRetracted(partner, null),
                new ExperienceEvent.Highlighted("À lire", Scene.TODAY),
                new ExperienceEvent.HighlightRetracted("Un lien ne répond plus"),
                new ExperienceEvent.Adopted(
                        adoption, partner, Scene.TOWN.territory(), null, Scene.TODAY),
                new ExperienceEvent.AdoptionReported(
                        adoption,
                        new Results(ResultKind.EXPECTED, "bien"),
                        null,
                        Scene.TODAY,
                        new ExperienceId("x-own")),
                new ExperienceEvent.AdoptionEnded(adoption, null, Scene.TODAY));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventIsSaidInThePublishedLanguage(ExperienceEvent event) {
        serializer.resolve();
        OutboxRecord message = records.apply(change(event)).getFirst();
        SpecificRecord decoded = new EventDeserializer(new Registry()).deserialize(message.value());
        assertThat(decoded.getSchema().getFullName())
                .isEqualTo(EventMetadata.fromHeaders(message.headers()).type());
        assertThat(decoded.get(0)).isEqualTo("x-1");
        assertThat(decoded).isEqualTo(LANGUAGE.toAvro("x-1", event));
    }

    @Test
    void everyPublishedTypeIsSaid() {
        assertThat(everyEvent())
                .extracting(event -> LANGUAGE.toAvro("x-1", event).getSchema().getFullName())
                .containsExactlyInAnyOrderElementsOf(
                        EventSchemas.experiences().stream().map(Schema::getFullName).toList());
    }

    @Test
    void theHeadersSayWhoWhereAndWhy() {
        serializer.resolve();
        OutboxRecord message = records.apply(change(everyEvent().getFirst())).getFirst();
        EventMetadata metadata = EventMetadata.fromHeaders(message.headers());
        assertThat(message.topic()).isEqualTo("relais.experiences");
        assertThat(message.key()).isEqualTo("departement:45");
        assertThat(metadata.territory()).isEqualTo("commune:45234");
        assertThat(metadata.partner()).isEqualTo("p-departement");
        assertThat(metadata.actor()).isEqualTo("m-1");
        assertThat(metadata.id()).isEqualTo("x-1:5");
        assertThat(metadata.causationId()).isEqualTo("x-1:4");
        assertThat(metadata.time()).isEqualTo(Scene.NOW);
        assertThat(metadata.archive()).isTrue();
    }

    @Test
    void moneyKeepsItsTwoDecimals() {
        ExperienceSubmitted submitted =
                (ExperienceSubmitted) LANGUAGE.toAvro("x-1", everyEvent().getFirst());
        assertThat(submitted.getContent().getMeans().getEuros())
                .isEqualTo(new BigDecimal("18000.00"));
    }

    @Test
    void saysNothingBeforeTheSchemasAreKnown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> records.apply(change(new ExperienceEvent.Published(null))));
    }

    private static Change<Experience, ExperienceEvent> change(ExperienceEvent event) {
        return new Change<>(
                "x-1",
                4,
                List.of(event),
                EXPERIENCE,
                new Actor("m-1", null, Set.of()),
                Scene.NOW,
                true,
                null,
                null,
                Set.of());
    }
}
