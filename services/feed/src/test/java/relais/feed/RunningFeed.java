package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.feed.query.Cards;
import relais.teststack.ApiDescription;
import relais.teststack.TestStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real log, registry and store: one of it for all integration tests. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"relais.feed.streams.heartbeat=1s", "relais.feed.at-least-limit=1500ms"})
abstract class RunningFeed {

    static final TestStack STACK = TestStack.shared();
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private static final String DATABASE = "feed_" + UUID.randomUUID();

    private static final Map<Integer, ApiDescription> DESCRIPTIONS = new ConcurrentHashMap<>();

    static EventLog log;

    @LocalServerPort int port;
    @Autowired Cards cards;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        STACK.serviceProperties().forEach(properties::add);
        properties.add("relais.store.database", () -> DATABASE);
        properties.add("relais.feed.group", () -> DATABASE);
    }

    @BeforeAll
    static void open() {
        if (log == null) {
            log = new EventLog(STACK);
        }
    }

    static String database() {
        return DATABASE;
    }

    static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    static String committee() {
        return STACK.issuer().token("comite", "p-mene", "m-comite", "committee");
    }

    static String operator() {
        return STACK.issuer().token("exploitation", null, "m-exploitation", "operator");
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    static String q(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Fails the test if the service does not describe such an answer. */
    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = send(request.build());
        if (!path.startsWith("/actuator") && !path.startsWith("/openapi")) {
            assertDescribed(answer, description(port));
        }
        return answer;
    }

    static ApiDescription description(int port) {
        return DESCRIPTIONS.computeIfAbsent(
                port,
                _ -> {
                    URI openapi = URI.create("http://localhost:" + port + "/openapi");
                    HttpRequest request =
                            HttpRequest.newBuilder(openapi).timeout(Duration.ofSeconds(60)).build();
                    return new ApiDescription(ok(send(request)));
                });
    }

    static void assertDescribed(HttpResponse<String> answer, ApiDescription description) {
        assertThat(description.differences(answer)).as(answer.body()).isEmpty();
    }

    HttpResponse<String> as(String token, String path) {
        return get(path, "Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    JsonNode json(String path) {
        return ok(get(path));
    }

    static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    static List<String> ids(JsonNode page) {
        return IntStream.range(0, page.get("items").size())
                .mapToObj(i -> page.get("items").get(i).get("id").asString())
                .toList();
    }

    void awaitVersion(String id, long version) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> cards.has(id, version));
    }
}
