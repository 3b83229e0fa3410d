package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** Each call on contributions: how it refuses, and how it is described. */
class ContributionsApiIT extends RunningService {

    /** A change of a contribution, with a body that it takes. */
    record Call(String method, String path, Map<String, ?> body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final Map<String, Object> REASON = map("reason", "Parce que");

    private String id = "";

    @BeforeAll
    void openOne() {
        id = new ContributionCalls(api).open(LOIRET);
    }

    static Stream<Call> changes() {
        return Stream.of(
                new Call("PUT", "/text", map("title", "Socle", "axes", List.of("USES"))),
                new Call("POST", "/evidence", map("experience", "x-none", "version", 2)),
                new Call("DELETE", "/evidence/x-none", Map.of()),
                new Call("POST", "/amendments", map("section", "s-1", "reason", "Parce que")),
                new Call("POST", "/amendments/am-none/acceptance", Map.of()),
                new Call("POST", "/amendments/am-none/rejection", REASON),
                new Call("POST", "/amendments/am-none/withdrawal", REASON),
                new Call("POST", "/consultation", map("deadline", "2030-01-01T00:00:00Z")),
                new Call("POST", "/consultation/closure", REASON),
                new Call("PUT", "/positions", map("position", "CONSENT")),
                new Call("POST", "/adoption", Map.of()),
                new Call("POST", "/withdrawal", REASON));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyChangeIsOfAKnownCallerOfAKnownThingAtAKnownVersion(Call call) {
        assertThat(send(call, id, null, "\"2\"").status()).isEqualTo(401);
        assertThat(send(call, id, LOIRET, null).status()).isEqualTo(428);
        assertThat(send(call, id, LOIRET, "2").status()).isEqualTo(400);
        assertThat(send(call, id, LOIRET, "W/\"2\"").status()).isEqualTo(412);
        assertThat(send(call, id, LOIRET, "\"1\"").status()).isEqualTo(412);
        assertThat(send(call, "c-none", LOIRET, "\"2\"").status()).isEqualTo(404);
        assertThat(send(call, "none", LOIRET, "\"2\"").status()).isEqualTo(404);
        assertThat(send(call, id, ORLEANS, "\"2\"").status()).as("hidden").isEqualTo(404);
        assertThat(send(call, id, ANALYST, "\"2\"").status()).as("hidden").isEqualTo(404);
        if (!call.method().equals("DELETE")) {
            Call wrong = new Call(call.method(), call.path(), map("nonsense", 1));
            assertThat(send(wrong, id, LOIRET, "\"2\"").status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whoMayReadADraftMayNotChangeItAsTheyLike(Call call) {
        Set<String> ofNoOneYet = Set.of("/amendments/am-none/withdrawal", "/positions");
        Set<String> ofTheSecretariat =
                Set.of("/consultation", "/consultation/closure", "/adoption", "/withdrawal");
        if (ofNoOneYet.contains(call.path())) {
            assertThat(send(call, id, ACADEMIE, "\"2\"").status()).isIn(404, 409);
            return;
        }
        if (!call.path().equals("/amendments")) {
            assertThat(send(call, id, ACADEMIE, "\"2\"").status()).isEqualTo(403);
        }
        if (!ofTheSecretariat.contains(call.path())) {
            assertThat(send(call, id, COMMITTEE, "\"2\"").status()).isEqualTo(403);
        }
    }

    @Test
    void aChangeMayTakeAnyVersion() {
        String own = new ContributionCalls(api).open(LOIRET);
        Call call = new Call("POST", "/withdrawal", REASON);
        assertThat(send(call, own, ACADEMIE, "*").status()).as("not theirs").isEqualTo(403);
        assertThat(send(call, own, LOIRET, "*").status()).isEqualTo(200);
    }

    @Test
    void opensForTheCommitteeOnly() {
        String opening = json(map("kind", "OPINION", "title", "Avis", "axes", List.of("USES")));
        assertThat(api.post("/contributions", null, opening).status()).isEqualTo(401);
        for (String other : List.of(ORLEANS, SUSPENDED, ENDED, UNKNOWN, ANALYST, OPERATOR)) {
            Answer refused = api.post("/contributions", other, opening);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("forbidden");
        }
        assertThat(api.post("/contributions", LOIRET, opening).status()).isEqualTo(201);
        assertThat(api.post("/contributions", LOIRET, "").status()).isEqualTo(400);
        assertThat(api.post("/contributions", LOIRET, "{\"axes\": [null], \"kind\": 1}").status())
                .isEqualTo(400);
    }

    @Test
    void everyRefusalNamesItsFieldAtOnce() {
        Answer refused =
                api.post(
                        "/contributions",
                        LOIRET,
                        "{\"kind\": \"LETTER\", \"axes\": [null, \"X\"], \"drafters\":"
                                + " [\"p-orleans\", null], \"supersedes\": \"c-none\"}");
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        assertThat(refused.violations())
                .contains(
                        "kind:unknown-kind",
                        "title:required",
                        "drafters[0]:drafter-not-signatory",
                        "supersedes:superseded-unknown");
        for (JsonNode violation : refused.body().path("violations")) {
            assertThat(violation.path("message").asString()).as(violation.toString()).isNotEmpty();
        }
    }

    @Test
    void everyCallIsDescribedWithHowItSucceedsAndHowItRefuses() {
        JsonNode description = api.get("/openapi", null).body();
        JsonNode paths = description.path("paths");
        for (Call call : changes().toList()) {
            String path =
                    "/contributions/{id}"
                            + call.path()
                                    .replace("x-none", "{experience}")
                                    .replace("am-none", "{amendment}");
            JsonNode responses =
                    paths.path(path).path(call.method().toLowerCase(Locale.ROOT)).path("responses");
            assertThat(responses.propertyNames())
                    .as(path)
                    .contains("401", "403", "404", "409", "412", "422", "428")
                    .filteredOn(status -> status.startsWith("2"))
                    .hasSize(1);
            for (String status : List.of("403", "404", "409", "412", "422", "428")) {
                JsonNode response = resolved(description, responses.path(status));
                assertThat(response.path("description").asString()).as(path).isNotEmpty();
                assertThat(response.toString()).as(path + " " + status).contains("correlationId");
            }
            assertThat(responses.toString()).contains("ContributionChangeJson");
        }
        assertThat(
                        paths.path("/contributions/{id}/amendments/{amendment}/acceptance")
                                .path("post")
                                .path("responses")
                                .path("409")
                                .toString())
                .contains("amendment-outdated", "merged");
        assertThat(paths.propertyNames())
                .contains(
                        "/contributions",
                        "/contributions/{id}",
                        "/contributions/{id}/board",
                        "/contributions/{id}/working-copy",
                        "/contributions/{id}/amendments/{amendment}");
    }

    /** What is refused everywhere alike is described once. */
    private static JsonNode resolved(JsonNode description, JsonNode response) {
        String reference = response.path("$ref").asString("");
        return reference.isEmpty() ? response : description.at(reference.substring(1));
    }

    @Test
    void everyBodyIsDescribedByAnExample() {
        JsonNode description = api.get("/openapi", null).body();
        description
                .path("paths")
                .forEachEntry(
                        (path, calls) -> {
                            if (path.startsWith("/contributions")) {
                                calls.forEachEntry((_, call) -> assertExamples(description, call));
                            }
                        });
    }

    private static void assertExamples(JsonNode description, JsonNode call) {
        Stream.concat(
                        call.path("requestBody").path("content").valueStream(),
                        call.path("responses").valueStream().flatMap(ContributionsApiIT::contents))
                .forEach(
                        content -> {
                            String schema = content.path("schema").path("$ref").asString("");
                            String name = schema.substring(schema.lastIndexOf('/') + 1);
                            JsonNode of = description.path("components").path("schemas").path(name);
                            assertThat(content.has("example") || of.has("example"))
                                    .as("an example of %s %s", name, content)
                                    .isEqualTo(!name.startsWith("Page"));
                        });
    }

    private static Stream<JsonNode> contents(JsonNode response) {
        return response.path("content").valueStream();
    }

    private Answer send(
            Call call, String contribution, @Nullable String token, @Nullable String ifMatch) {
        String path = "/contributions/" + contribution + call.path();
        String[] headers = ifMatch == null ? new String[0] : new String[] {"If-Match", ifMatch};
        return switch (call.method()) {
            case "PUT" -> api.put(path, token, json(call.body()), headers);
            case "DELETE" -> api.delete(path, token, headers);
            default -> api.post(path, token, json(call.body()), headers);
        };
    }
}
