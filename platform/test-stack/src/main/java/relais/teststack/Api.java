package relais.teststack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller of a service on this machine over HTTP. A token is one of {@link TestIssuer}, or null
 * for anybody; headers come as names and values in turn, such as {@code "If-Match", "\"1\""}. A
 * service that does not answer within 20 s fails the test, and so does an answer that it does not
 * describe.
 */
public final class Api {
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final int port;
    private final String root;
    private @Nullable ApiDescription description;

    /**
     * @param port where the service listens
     */
    public Api(int port) {
        this.port = port;
        this.root = "http://localhost:" + port;
    }

    public Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, null, headers);
    }

    /**
     * @param json the body, which may be empty
     */
    public Answer post(String path, @Nullable String token, String json, String... headers) {
        return send("POST", path, token, json, headers);
    }

    /** Posts a file of values separated by commas. */
    public Answer upload(String path, @Nullable String token, String csv) {
        return send("POST", path, token, csv, "Content-Type", "text/csv");
    }

    public Answer put(String path, @Nullable String token, String json, String... headers) {
        return send("PUT", path, token, json, headers);
    }

    public Answer delete(String path, @Nullable String token, String... headers) {
        return send("DELETE", path, token, null, headers);
    }

    private Answer send(
            String method,
            String path,
            @Nullable String token,
            @Nullable String body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        Answer answer = Answer.of(send(request.build()));
        if (!path.startsWith("/actuator") && !path.startsWith("/openapi")) {
            described(answer);
        }
        return answer;
    }

    /** Fails the test that gets an answer that the service does not describe. */
    private void described(Answer answer) {
        List<String> differences = description().differences(answer.response());
        if (!differences.isEmpty()) {
            throw new AssertionError(differences + "\n" + answer.body());
        }
    }

    /** Requests that take the service's places and come to no end. */
    public HeldRequests held(String path, String token) {
        return new HeldRequests(port, path, token);
    }

    /** What the service says of itself. */
    public synchronized ApiDescription description() {
        if (description == null) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(root + "/openapi"))
                            .timeout(Duration.ofSeconds(60))
                            .build();
            description = new ApiDescription(Answer.of(send(request)).body());
        }
        return description;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(request.toString(), e);
        }
    }
}
