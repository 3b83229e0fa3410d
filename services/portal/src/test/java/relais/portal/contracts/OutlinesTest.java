package relais.portal.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.portal.contracts.EventsOutline.Event;
import relais.portal.contracts.EventsOutline.Field;
import relais.portal.contracts.EventsOutline.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages show of the files of docs/api. */
class OutlinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"partners", "experiences", "contributions", "feed", "history", "notices"})
    void everyOperationIsInAGroup(String service) throws IOException {
        JsonNode openapi = file(Contracts.fileOf(service));
        long operations = openapi.path("paths").valueStream().mapToLong(JsonNode::size).sum();

        OpenApiOutline outline = OpenApiOutline.of(openapi);

        assertThat(outline.description()).isNotBlank();
        assertThat(outline.groups())
                .flatExtracting(OpenApiOutline.Group::operations)
                .allMatch(operation -> operation.call().matches("[A-Z]+ /.*"))
                .noneMatch(operation -> operation.summary().isBlank());
        // One may be of two groups.
        assertThat(
                        outline.groups().stream()
                                .flatMap(group -> group.operations().stream())
                                .map(OpenApiOutline.Operation::call)
                                .distinct())
                .hasSize((int) operations);
    }

    @Test
    void fieldsOfRecordsWithinAnEventAreLaidOut() throws IOException {
        assertThat(event("ExperienceSubmitted").fields())
                .extracting(Field::path, Field::type, Field::optional)
                .contains(
                        tuple("content.title", "string", false),
                        tuple("content.axes", "array of " + axes(), false),
                        tuple("content.links[].url", "string", false),
                        tuple("content.startedOn", "int, date", true));
    }

    @Test
    void everyFieldOfEveryEventHasATypeAndAMeaning() throws IOException {
        assertThat(EventsOutline.of(file("asyncapi.json")).topics())
                .hasSize(5)
                .flatExtracting(Topic::events)
                .hasSizeGreaterThan(50)
                .flatExtracting(Event::fields)
                .allSatisfy(
                        field -> {
                            assertThat(field.type()).as(field.path()).isNotBlank();
                            assertThat(field.meaning()).as(field.path()).isNotBlank();
                        });
    }

    @Test
    void everyHeaderHasAMeaningWithoutMarksOfMarkdown() throws IOException {
        assertThat(EventsOutline.of(file("asyncapi.json")).headers())
                .hasSizeGreaterThan(10)
                .extracting(EventsOutline.Header::meaning)
                .noneMatch(String::isBlank)
                .noneMatch(meaning -> meaning.contains("`") || meaning.contains("**"));
    }

    private static String axes() throws IOException {
        return event("ActionPlanned").fields().stream()
                .filter(field -> field.path().equals("content.axes"))
                .map(field -> field.type().replace("array of ", ""))
                .findFirst()
                .orElseThrow();
    }

    private static Event event(String name) throws IOException {
        return EventsOutline.of(file("asyncapi.json")).topics().stream()
                .flatMap(topic -> topic.events().stream())
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode file(String name) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(Path.of("..", "..", "docs", "api", name)));
    }
}
