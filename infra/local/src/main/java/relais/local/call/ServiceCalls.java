package relais.local.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.Pause;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service, as an operator calls it. A token is kept while it is accepted: one for each of a
 * hundred requests would take longer than they do.
 *
 * <p>It speaks through {@link HttpURLConnection}, which has what the newer client lacks: a limit to
 * how long a download may stand still, however long it takes in all.
 */
public final class ServiceCalls {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final String base;
    private final Supplier<String> tokens;
    private final Set<Integer> busy;
    private final Function<IOException, Problem> unreachable;
    private @Nullable String token;

    /**
     * @param tokens access tokens of an operator
     * @param busy statuses at which the same is asked again for a while
     * @param unreachable what is said of a service that does not answer
     */
    public ServiceCalls(
            URI base,
            Supplier<String> tokens,
            Set<Integer> busy,
            Function<IOException, Problem> unreachable) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.tokens = tokens;
        this.busy = Set.copyOf(busy);
        this.unreachable = unreachable;
    }

    /** An answer, whatever its status. */
    public record Answer(int status, String text) {

        public boolean succeeded() {
            return status / 100 == 2;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JacksonException _) {
                return JSON.createObjectNode();
            }
        }

        /** What a problem document says, in one line; something else of another body. */
        public String problem(String otherwise) {
            JsonNode problem = json();
            return problem.path("detail").asString(problem.path("title").asString(otherwise));
        }

        public static String violations(JsonNode violations) {
            return violations
                    .valueStream()
                    .map(v -> v.path("field").asString("") + ": " + v.path("message").asString(""))
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * @throws Problem if there is no answer
     */
    public Answer get(String path) {
        return send("GET", path, Map.of(), null);
    }

    /**
     * @throws Problem if there is no answer
     */
    public Answer send(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        return sendBytes(
                method, path, headers, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws Problem if there is no answer
     */
    public Answer sendBytes(
            String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        try {
            HttpURLConnection connection = connect(method, path, headers, body);
            return new Answer(connection.getResponseCode(), text(connection));
        } catch (IOException e) {
            throw unreachable.apply(e);
        }
    }

    /** A download, to be closed; what is refused is handed to the caller as an answer. */
    public InputStream open(String path, Function<Answer, Problem> refused) throws IOException {
        HttpURLConnection connection = connect("GET", path, Map.of(), null);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw refused.apply(new Answer(connection.getResponseCode(), text(connection)));
        }
        return connection.getInputStream();
    }

    private HttpURLConnection connect(
            String method, String path, Map<String, String> headers, byte @Nullable [] body)
            throws IOException {
        HttpURLConnection connection = request(method, path, headers, body);
        if (connection.getResponseCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            token = null;
            connection = request(method, path, headers, body);
        }
        for (int i = 1; busy.contains(connection.getResponseCode()) && i < ATTEMPTS; i++) {
            Pause.of(BETWEEN, "process.interrupted", base);
            connection = request(method, path, headers, body);
        }
        return connection;
    }

    private HttpURLConnection request(
            String method, String path, Map<String, String> headers, byte @Nullable [] body)
            throws IOException {
        if (token == null) {
            token = tokens.get();
        }
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) SILENCE.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Accept", "*/*");
        connection.setRequestProperty("Accept-Language", Messages.language().getLanguage());
        headers.forEach(connection::setRequestProperty);
        if (body != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        return connection;
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
