package relais.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import relais.local.call.ServiceCalls;
import relais.local.call.ServiceCalls.Answer;
import relais.local.message.Problem;
import tools.jackson.databind.JsonNode;

/** One service, as a verification reads it: anything but 200 ends the verification. */
final class ServiceApi {

    private final String name;
    private final String base;
    private final ServiceCalls calls;

    ServiceApi(String name, URI base, Supplier<String> tokens) {
        this.name = name;
        this.base = base.toString().replaceFirst("/+$", "");
        this.calls =
                new ServiceCalls(
                        base,
                        tokens,
                        Set.of(429, HttpURLConnection.HTTP_UNAVAILABLE),
                        this::unreachable);
    }

    String name() {
        return name;
    }

    JsonNode get(String path) {
        return accepted(path, ask(path));
    }

    JsonNode accepted(String path, Answer answer) {
        if (answer.status() != HttpURLConnection.HTTP_OK) {
            throw refused(path, answer);
        }
        return answer.json();
    }

    /** An answer of any status. */
    Answer ask(String path) {
        return calls.get(path);
    }

    /**
     * A download, to be closed.
     *
     * @throws IOException if it breaks off
     */
    InputStream open(String path) throws IOException {
        return calls.open(path, answer -> refused(path, answer));
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
        return new Problem(key, name, base + path, answer.status(), answer.problem(""));
    }
}
