package relais.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import relais.events.RegistryConnection;
import relais.events.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record that cannot be handled holds up its own card, and nothing else. */
@Order(4)
class PoisonIT {

    private static final Instant AT = Instant.parse("2026-04-01T08:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Stack stack = Stack.shared();
    private final Api operator = stack.feed("exploitation");
    private final Api committee = stack.feed("comite");

    @Test
    void othersGoOnWhatFollowsWaitsAndASkipWithAReasonLetsItThrough() {
        String poisoned = "x-poison-" + Cards.word();
        String other = "x-healthy-" + Cards.word();
        try (LogWriter log = new LogWriter(stack)) {
            log.submitted(poisoned, "Empoisonnée", AT);
            log.published(poisoned, AT.plusSeconds(1));
            log.garbage(poisoned, 3, AT.plusSeconds(2));
            log.confirmed(poisoned, 4, LocalDate.of(2026, 4, 4), AT.plusSeconds(3));
            log.submitted(other, "Saine", AT.plusSeconds(4));
            log.published(other, AT.plusSeconds(5));
            log.flush();
        }

        Cards.awaitVersion(other, 2);
        awaitParked(poisoned, 2);
        assertThat(version(poisoned)).isEqualTo(2);
        assertThat(redrive(poisoned).json().get("outcome").asString()).isEqualTo("FAILED_AGAIN");
        assertThat(version(poisoned)).isEqualTo(2);

        Answer skipped =
                operator.post(
                        "/parked/" + poisoned + "/skip",
                        "{\"sequence\": 3, \"reason\": \"Octets illisibles, vus avec l'équipe.\"}");
        assertThat(skipped.status()).as(skipped.text()).isEqualTo(200);

        assertThat(version(poisoned)).isEqualTo(4);
        assertThat(parked(poisoned)).isZero();
    }

    @Test
    void onceTheCauseIsMendedARedriveRestoresTheOrder() {
        Stack.assumeInside("The registry");
        String poisoned = "x-mended-" + Cards.word();
        JsonNode later = withAnotherField(latest(confirmedSubject()));
        aheadOfTheRegistry(poisoned, nextSchemaId());
        awaitParked(poisoned, 3);
        // A later release of the schema, as a newer build registers it.
        register(later);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(
                        () -> {
                            Answer redriven = redrive(poisoned);
                            assertThat(redriven.json().path("outcome").asString())
                                    .as(redriven.text())
                                    .isEqualTo("CLEARED");
                        });
        assertThat(version(poisoned)).isEqualTo(5);
        assertThat(parked(poisoned)).isZero();
        assertThat(Cards.activitiesOf(poisoned, committee, "&q=avance"))
                .containsExactly(
                        poisoned + ":5",
                        poisoned + ":4",
                        poisoned + ":3",
                        poisoned + ":2",
                        poisoned + ":1");
    }

    /** An event of a release whose schema the registry does not have yet, between others. */
    private void aheadOfTheRegistry(String id, int schema) {
        try (LogWriter log = new LogWriter(stack)) {
            log.submitted(id, "En avance sur le registre", AT);
            log.published(id, AT.plusSeconds(1));
            log.confirmedByALaterRelease(id, 3, schema, AT.plusSeconds(2));
            log.confirmed(id, 4, LocalDate.of(2026, 4, 4), AT.plusSeconds(3));
            log.confirmed(id, 5, LocalDate.of(2026, 4, 5), AT.plusSeconds(4));
            log.flush();
        }
    }

    private long version(String id) {
        return committee.get("/cards/" + id).json().get("version").asLong();
    }

    private Answer redrive(String id) {
        return operator.post("/parked/" + id + "/redrive", "");
    }

    private void awaitParked(String id, long events) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(parked(id)).isEqualTo(events));
    }

    private long parked(String id) {
        return operator.get("/parked?limit=100")
                .json()
                .get("items")
                .valueStream()
                .filter(event -> event.path("aggregateId").asString().equals(id))
                .count();
    }

    private static String confirmedSubject() {
        return Topics.EXPERIENCES + "-relais.events.experiences.ExperienceConfirmed";
    }

    /** The registry numbers contents one after the other. */
    private int nextSchemaId() {
        ObjectNode probe = JSON.createObjectNode();
        probe.put(
                "schema",
                "{\"type\":\"record\",\"name\":\"Probe\",\"fields\":[],\"doc\":\"%s\"}"
                        .formatted(Cards.word()));
        JsonNode answer =
                registry("POST", "/subjects/acceptance-" + Cards.word() + "/versions", probe);
        return answer.get("id").asInt() + 1;
    }

    private JsonNode latest(String subject) {
        return JSON.readTree(
                registry("GET", "/subjects/" + subject + "/versions/latest", null)
                        .get("schema")
                        .asString());
    }

    private static JsonNode withAnotherField(JsonNode schema) {
        ObjectNode later = (ObjectNode) schema.deepCopy();
        ObjectNode field = later.withArray("fields").addObject();
        field.put("name", "remark").put("doc", "A field of a later release.").put("default", "");
        field.put("type", "string");
        return later;
    }

    private void register(JsonNode schema) {
        ObjectNode body = JSON.createObjectNode();
        body.put("schema", schema.toString());
        registry("POST", "/subjects/" + confirmedSubject() + "/versions", body);
    }

    private JsonNode registry(String method, String path, @Nullable JsonNode body) {
        RegistryConnection registrar = stack.local().registrar();
        String user = registrar.username() + ":" + registrar.password();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(registrar.url() + path))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
