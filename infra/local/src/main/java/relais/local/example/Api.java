package relais.local.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.Pause;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One service's API, as an operator calls it. A service that says 503 is asked again for a while.
 */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final URI base;
    private final Supplier<String> tokens;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    /**
     * Kept while it is accepted: a token for each of a hundred requests would take longer than they
     * do.
     */
    private @Nullable String token;

    Api(URI base, Supplier<String> tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /** An answer, whatever its status. */
    record Answer(int status, String text) {

        boolean succeeded() {
            return status / 100 == 2;
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JacksonException _) {
                return JSON.createObjectNode();
            }
        }

        /** What a problem document says, in one line. */
        String problem() {
            JsonNode problem = json();
            String violations = violations(problem.path("violations"));
            String said = problem.path("detail").asString(problem.path("title").asString(text));
            return status + " " + said + (violations.isEmpty() ? "" : " [" + violations + "]");
        }

        static String violations(JsonNode violations) {
            return violations
                    .valueStream()
                    .map(v -> v.path("field").asString("") + ": " + v.path("message").asString(""))
                    .collect(Collectors.joining("; "));
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer create(String path, ObjectNode body, String idempotencyKey) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    Answer change(String method, String path, ObjectNode body, long version) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version + "\"")
                        .method(method, BodyPublishers.ofString(body.toString())));
    }

    /** A body as it is: an archive. */
    Answer post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", Messages.language().getLanguage());
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = attempt(request);
        if (response.statusCode() == 401) {
            token = tokens.get();
            response = attempt(request);
        }
        for (int attempt = 1; response.statusCode() == 503 && attempt < ATTEMPTS; attempt++) {
            Pause.of(BETWEEN, "example.interrupted");
            response = attempt(request);
        }
        return new Answer(response.statusCode(), response.body());
    }

    private HttpResponse<String> attempt(HttpRequest.Builder builder) {
        if (token == null) {
            token = tokens.get();
        }
        HttpRequest request = builder.setHeader("Authorization", "Bearer " + token).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Problem(e, "example.unreachable", request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(e, "example.interrupted");
        }
    }
}
