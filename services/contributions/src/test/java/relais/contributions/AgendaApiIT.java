package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the calls on objectives, actions and working days. */
class AgendaApiIT extends RunningService {

    private static final List<String> OF_A_CHANGE =
            List.of("403", "404", "409", "412", "422", "428");

    @Test
    void everyCallSaysHowItSucceedsAndHowItRefuses() {
        JsonNode shared = api.get("/openapi", null).body().path("components").path("responses");
        Map<String, JsonNode> operations = operations();
        assertThat(operations).hasSize(21);
        operations.forEach(
                (call, operation) -> {
                    JsonNode responses = operation.path("responses");
                    assertThat(operation.path("summary").asString()).as(call).isNotEmpty();
                    assertThat(responses.propertyNames())
                            .as(call)
                            .filteredOn(status -> status.startsWith("2"))
                            .hasSize(1);
                    refusals(call)
                            .forEach(
                                    status ->
                                            assertThat(
                                                            resolved(responses.path(status), shared)
                                                                    .toString())
                                                    .as(call + " " + status)
                                                    .contains("correlationId"));
                });
    }

    @Test
    void everyBodyHasAnExample() {
        JsonNode schemas = api.get("/openapi", null).body().path("components").path("schemas");
        operations()
                .forEach(
                        (call, operation) ->
                                operation
                                        .path("requestBody")
                                        .path("content")
                                        .forEach(
                                                content ->
                                                        assertExample(
                                                                schemas,
                                                                content.path("schema")
                                                                        .path("$ref")
                                                                        .asString(""))));
        Stream.of("ActionChangeJson", "WorkingDayChangeJson")
                .forEach(answer -> assertExample(schemas, answer));
    }

    /** A refusal by the rule of all services is described once. */
    private static JsonNode resolved(JsonNode response, JsonNode shared) {
        String reference = response.path("$ref").asString("");
        return reference.isEmpty()
                ? response
                : shared.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void assertExample(JsonNode schemas, String ref) {
        JsonNode schema = schemas.path(ref.substring(ref.lastIndexOf('/') + 1));
        assertThat(schema.path("example").isObject()).as(ref).isTrue();
        assertThat(schema.path("properties").propertyNames())
                .as(ref)
                .containsAll(schema.path("example").propertyNames());
    }

    private static List<String> refusals(String call) {
        if (call.startsWith("GET")) {
            return call.contains("{id}") ? List.of("404") : List.of();
        }
        return call.contains("{id}") ? OF_A_CHANGE : List.of("403", "422");
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        api.get("/openapi", null)
                .body()
                .path("paths")
                .properties()
                .forEach(
                        path -> {
                            if (path.getKey().matches("/(objectives|actions|working-days).*")) {
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method ->
                                                        operations.put(
                                                                method.getKey()
                                                                                .toUpperCase(
                                                                                        Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey(),
                                                                method.getValue()));
                            }
                        });
        return operations;
    }
}
