package relais.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.Pause;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service, as an operator reads it. A service that says 429 or 503 is asked again for a while.
 *
 * <p>It speaks through {@link HttpURLConnection}, which has what the newer client lacks: a limit to
 * how long a download may stand still, however long it takes in all.
 */
final class ServiceApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final String name;
    private final String base;
    private final Supplier<String> tokens;
    private @Nullable String token;

    ServiceApi(String name, URI base, Supplier<String> tokens) {
        this.name = name;
        this.base = base.toString().replaceFirst("/+$", "");
        this.tokens = tokens;
    }

    String name() {
        return name;
    }

    /**
     * What a service says, whatever its status.
     *
     * @param text the body
     */
    record Answer(int status, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JacksonException _) {
                return JSON.createObjectNode();
            }
        }

        /** What a problem document says, in one line. */
        private String problem() {
            JsonNode problem = json();
            return problem.path("detail").asString(problem.path("title").asString(""));
        }
    }

    JsonNode get(String path) {
        return accepted(path, ask(path));
    }

    /**
     * @throws Problem if it is anything but 200
     */
    JsonNode accepted(String path, Answer answer) {
        if (answer.status() != HttpURLConnection.HTTP_OK) {
            throw refused(path, answer);
        }
        return answer.json();
    }

    /**
     * @throws Problem if there is no answer
     */
    Answer ask(String path) {
        try {
            HttpURLConnection connection = connect(path);
            return new Answer(connection.getResponseCode(), text(connection));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * A download, to be closed.
     *
     * @throws IOException if it breaks off
     * @throws Problem if it is refused
     */
    InputStream open(String path) throws IOException {
        HttpURLConnection connection = connect(path);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw refused(path, new Answer(connection.getResponseCode(), text(connection)));
        }
        return connection.getInputStream();
    }

    Problem unreachable(IOException cause) {
        return new Problem(cause, "verify.unreachable", name, base, cause);
    }

    private Problem refused(String path, Answer answer) {
        String key =
                switch (answer.status()) {
                    case HttpURLConnection.HTTP_UNAUTHORIZED -> "verify.unauthorized";
                    case HttpURLConnection.HTTP_FORBIDDEN -> "verify.forbidden";
                    default -> "verify.refused";
                };
        return new Problem(key, name, base + path, answer.status(), answer.problem());
    }

    private HttpURLConnection connect(String path) throws IOException {
        HttpURLConnection connection = request(path);
        if (connection.getResponseCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            token = null;
            connection = request(path);
        }
        for (int attempt = 1; isBusy(connection) && attempt < ATTEMPTS; attempt++) {
            Pause.of(BETWEEN, "process.interrupted", "verify");
            connection = request(path);
        }
        return connection;
    }

    private HttpURLConnection request(String path) throws IOException {
        if (token == null) {
            token = tokens.get();
        }
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) SILENCE.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Accept", "*/*");
        connection.setRequestProperty("Accept-Language", Messages.language().getLanguage());
        return connection;
    }

    private static boolean isBusy(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        return status == 429 || status == HttpURLConnection.HTTP_UNAVAILABLE;
    }

    private static String text(HttpURLConnection connection) throws IOException {
        try (InputStream body =
                connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                        ? connection.getInputStream()
                        : connection.getErrorStream()) {
            return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
