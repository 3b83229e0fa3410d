package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Change;
import relais.aggregates.log.EventRecords;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.KnownExperience;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.outbox.OutboxRecord;

class ContributionAvroTest {

    /** Knows every schema of this build. */
    private static final class Registry implements SchemaRegistry {
        private final List<Schema> schemas = new ArrayList<>(EventSchemas.contributions());

        @Override
        public int idOf(String subject, Schema schema) {
            return schemas.indexOf(schema) + 1;
        }

        @Override
        public Schema byId(int id) {
            return schemas.get(id - 1);
        }
    }

    private static final Filed FILED = new Filed("pays:FR", "p-amf");

    private static final Set<String> OF_OTHER_AGGREGATES =
            Set.of(
                    "Objective",
                    "Action",
                    "WorkingDay",
                    "Agenda",
                    "Minutes",
                    "Message",
                    "AuthorKey");

    private final PublishedLanguage<Contribution, ContributionEvent> language =
            ContributionAvro.language();
    private final EventSerializer serializer =
            new EventSerializer(new Registry(), Topics.CONTRIBUTIONS, EventSchemas.contributions());
    private final EventRecords<Contribution, ContributionEvent> records =
            new EventRecords<>(Topics.CONTRIBUTIONS, language, serializer);

    @BeforeEach
    void knowTheSchemas() {
        serializer.resolve();
    }

    static Stream<ContributionEvent> everyEvent() {
        return Stream.concat(
                ContributionSamples.fullEvents().stream(),
                ContributionSamples.bareEvents().stream());
    }

    static List<ContributionEvent> fullEvents() {
        return ContributionSamples.fullEvents();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventTravelsWhole(ContributionEvent event) {
        OutboxRecord message = records.apply(change(event)).getFirst();
        SpecificRecord decoded = new EventDeserializer(new Registry()).deserialize(message.value());
        assertThat(decoded).isEqualTo(language.toAvro("c-socle", event));
        assertThat(decoded.get(0)).isEqualTo("c-socle");
        assertThat(decoded.getSchema().getFullName())
                .isEqualTo(EventMetadata.fromHeaders(message.headers()).type());
    }

    @ParameterizedTest
    @MethodSource("fullEvents")
    void nothingThatWasSaidIsLeftOut(ContributionEvent event) {
        SpecificRecord said = language.toAvro("c-socle", event);
        for (Schema.Field field : said.getSchema().getFields()) {
            Object value = said.get(field.pos());
            assertThat(value).as("%s.%s", said.getSchema().getName(), field.name()).isNotNull();
            if (value instanceof List<?> list) {
                assertThat(list).as(field.name()).isNotEmpty();
            }
            assertThat(value.toString()).as(field.name()).isNotEqualTo("UNKNOWN");
        }
    }

    @Test
    void everyTypeOfContributionsIsSaid() {
        assertThat(ContributionSamples.fullEvents())
                .extracting(event -> language.toAvro("c-1", event).getSchema().getName())
                .containsExactlyInAnyOrderElementsOf(
                        EventSchemas.contributions().stream()
                                .map(Schema::getName)
                                .filter(
                                        name ->
                                                OF_OTHER_AGGREGATES.stream()
                                                        .noneMatch(name::startsWith))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventComesBack(ContributionEvent event) {
        assertThat(language.fromAvro(language.toAvro("c-socle", event), FILED)).isEqualTo(event);
    }

    /** Axes are all in the opening of the samples. */
    static Stream<ContributionEvent> everyCode() {
        return Stream.of(
                        Stream.of(ContributionKind.values()).map(ContributionAvroTest::opened),
                        Stream.of(PositionChoice.values()).map(ContributionAvroTest::taken),
                        Stream.of(EvidenceChange.values()).map(ContributionAvroTest::outdated))
                .flatMap(events -> events);
    }

    @ParameterizedTest
    @MethodSource("everyCode")
    void everyCodeKeepsItsNameAndComesBack(ContributionEvent event) {
        SpecificRecord said = language.toAvro("c-socle", event);
        assertThat(language.fromAvro(said, FILED)).isEqualTo(event);
        assertThat(said.toString()).contains(code(event).name());
    }

    private static Enum<?> code(ContributionEvent event) {
        return switch (event) {
            case ContributionEvent.Opened opened -> opened.kind();
            case ContributionEvent.PositionTaken taken -> taken.choice();
            case ContributionEvent.EvidenceOutdated outdated -> outdated.change().change();
            default -> throw new AssertionError(event);
        };
    }

    private static ContributionEvent opened(ContributionKind kind) {
        return new ContributionEvent.Opened(
                ContributionSamples.ID,
                ContributionSamples.AMF,
                new TerritoryCode("pays:FR"),
                kind,
                "Avis",
                null,
                List.of(),
                List.of(),
                null);
    }

    private static ContributionEvent taken(PositionChoice choice) {
        return new ContributionEvent.PositionTaken(ContributionSamples.ADF, choice, null);
    }

    private static ContributionEvent outdated(EvidenceChange change) {
        return new ContributionEvent.EvidenceOutdated(
                ContributionSamples.TABLETS,
                3,
                new KnownExperience.Change(4, change, ContributionSamples.NOW, null));
    }

    @Test
    void theHeadersSayWhoWhereAndWhy() {
        OutboxRecord message =
                records.apply(change(ContributionSamples.fullEvents().getFirst())).getFirst();
        EventMetadata metadata = EventMetadata.fromHeaders(message.headers());
        assertThat(message.topic()).isEqualTo("relais.contributions");
        assertThat(message.key()).isEqualTo("commune:75056");
        assertThat(metadata.territory()).isEqualTo("pays:FR");
        assertThat(metadata.partner()).isEqualTo("p-amf");
        assertThat(metadata.actor()).isEqualTo("m-adf");
        assertThat(metadata.id()).isEqualTo("c-socle:5");
        assertThat(metadata.causationId()).isEqualTo("c-socle:4");
        assertThat(metadata.time()).isEqualTo(ContributionSamples.NOW);
    }

    private static Change<Contribution, ContributionEvent> change(ContributionEvent event) {
        return new Change<>(
                "c-socle",
                4,
                List.of(event),
                ContributionSamples.full(),
                new Actor("m-adf", ContributionSamples.ADF, Set.of(Role.PARTNER)),
                ContributionSamples.NOW,
                false,
                null,
                null,
                Set.of());
    }
}
