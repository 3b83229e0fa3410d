package relais.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.teststack.ApiDescription;

/**
 * One service, as a client with or without a token sees it. Every call has a limit of 60 s. An
 * answer that the service does not describe in its OpenAPI document fails the test.
 *
 * @param description what the service says of its API; null for pages, and for what lies outside
 */
record Api(String base, @Nullable String token, @Nullable Supplier<ApiDescription> description) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(30))
                    .build();

    Api(String base, @Nullable String token) {
        this(base, token, null);
    }

    Api as(@Nullable String otherToken) {
        return new Api(base, otherToken, description);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), asJson(headers));
    }

    Answer put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), asJson(headers));
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    Answer csv(String path, String csv) {
        return send("POST", path, BodyPublishers.ofString(csv), "Content-Type", "text/csv");
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            requireDescribed(path, answer);
            return Answer.of(answer);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(method + " " + base + path, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void requireDescribed(String path, HttpResponse<String> answer) {
        if (description == null || path.startsWith("/actuator") || path.startsWith("/openapi")) {
            return;
        }
        List<String> differences = description.get().differences(answer);
        if (!differences.isEmpty()) {
            throw new AssertionError(differences + "\n" + answer.body());
        }
    }

    private static String[] asJson(String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }
}
