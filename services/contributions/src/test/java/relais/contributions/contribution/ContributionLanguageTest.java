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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Axis;
import relais.aggregates.Change;
import relais.aggregates.log.EventRecords;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.known.EvidenceChange;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.outbox.OutboxRecord;

class ContributionLanguageTest {

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

    private static final Set<String> OF_OTHER_AGGREGATES =
            Set.of(
                    "Objective",
                    "Action",
                    "WorkingDay",
                    "Agenda",
                    "Minutes",
                    "Message",
                    "AuthorKey");

    private final ContributionLanguage language = new ContributionLanguage();
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
    @EnumSource(ContributionKind.class)
    void kindsKeepTheirNames(ContributionKind kind) {
        assertThat(ContributionCodes.kind(kind).name()).isEqualTo(kind.name());
    }

    @ParameterizedTest
    @EnumSource(PositionChoice.class)
    void positionsKeepTheirNames(PositionChoice choice) {
        assertThat(ContributionCodes.position(choice).name()).isEqualTo(choice.name());
    }

    @ParameterizedTest
    @EnumSource(EvidenceChange.class)
    void changesKeepTheirNames(EvidenceChange change) {
        assertThat(ContributionCodes.change(change).name()).isEqualTo(change.name());
    }

    @Test
    void axesKeepTheirNames() {
        assertThat(ContributionCodes.axes(List.of(Axis.values())))
                .extracting(Enum::name)
                .containsExactlyElementsOf(Stream.of(Axis.values()).map(Axis::name).toList());
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
