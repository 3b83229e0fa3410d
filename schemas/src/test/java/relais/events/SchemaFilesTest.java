package relais.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The house rules that Avro does not know. */
class SchemaFilesTest {

    private static final Path FILES = Path.of("src", "main", "avro");

    private final Map<String, Schema> types = new TreeMap<>();

    SchemaFilesTest() {
        EventSchemas.registered().values().forEach(events -> events.forEach(this::collect));
    }

    @Test
    void everyFileIsAnEventOrAPartOfOne() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            List<String> names =
                    files.filter(Files::isRegularFile)
                            .map(file -> "relais.events." + FILES.relativize(file))
                            .map(name -> name.replace(".avsc", "").replace('/', '.'))
                            .toList();

            assertThat(names).containsExactlyInAnyOrderElementsOf(types.keySet());
        }
    }

    @Test
    void everyTypeAndEveryFieldSaysWhatItMeans() {
        for (Schema type : types.values()) {
            assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
            if (type.getType() == Schema.Type.RECORD) {
                for (Schema.Field field : type.getFields()) {
                    assertThat(field.doc())
                            .as(type.getFullName() + "." + field.name())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void everyEnumReadsWhatItDoesNotKnowAsUnknown() {
        assertThat(types.values())
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .hasSize(10)
                .allSatisfy(
                        type -> {
                            assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
                            assertThat(type.getEnumSymbols()).startsWith("UNKNOWN");
                        });
    }

    @Test
    void everyOptionalFieldDefaultsToNull() {
        assertThat(types.values())
                .filteredOn(type -> type.getType() == Schema.Type.RECORD)
                .flatExtracting(Schema::getFields)
                .filteredOn(field -> field.schema().isUnion())
                .isNotEmpty()
                .allSatisfy(
                        field -> {
                            assertThat(field.schema().getTypes().getFirst().getType())
                                    .isEqualTo(Schema.Type.NULL);
                            assertThat(field.hasDefaultValue()).isTrue();
                        });
    }

    @Test
    void everyEventSaysFirstWhichAggregateItHappenedTo() {
        assertThat(EventSchemas.partners())
                .allSatisfy(
                        event ->
                                assertThat(event.getFields().getFirst().name())
                                        .isEqualTo("partnerId"));
        assertThat(EventSchemas.experiences())
                .allSatisfy(
                        event ->
                                assertThat(event.getFields().getFirst().name())
                                        .isEqualTo("experienceId"));
        assertThat(EventSchemas.contributions())
                .hasSize(33)
                .allSatisfy(
                        event ->
                                assertThat(event.getFields().getFirst().name())
                                        .as(event.getName())
                                        .isEqualTo(committeeAggregate(event.getName())));
    }

    /** The committee's topic holds several kinds of aggregate: an event's name tells which. */
    private static String committeeAggregate(String event) {
        if (event.startsWith("AuthorKey")) {
            return "mandateId";
        }
        if (event.startsWith("WorkingDay")
                || event.startsWith("AgendaItem")
                || event.startsWith("Minutes")) {
            return "workingDayId";
        }
        if (event.startsWith("Objective")) {
            return "objectiveId";
        }
        if (event.startsWith("Action")) {
            return "actionId";
        }
        return event.startsWith("Message") ? "messageId" : "contributionId";
    }

    private void collect(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                types.put(schema.getFullName(), schema);
                schema.getFields().forEach(field -> collect(field.schema()));
            }
            case ENUM -> types.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType());
            case UNION -> schema.getTypes().forEach(this::collect);
            default -> {}
        }
    }
}
