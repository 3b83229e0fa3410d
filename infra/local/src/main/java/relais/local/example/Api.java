package relais.local.example;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import relais.local.call.ServiceCalls;
import relais.local.call.ServiceCalls.Answer;
import relais.local.message.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What loading the example data sends to a service. */
final class Api {

    private final ServiceCalls calls;

    Api(URI base, Supplier<String> tokens) {
        this.calls =
                new ServiceCalls(
                        base,
                        tokens,
                        Set.of(HttpURLConnection.HTTP_UNAVAILABLE),
                        e -> new Problem(e, "example.unreachable", base, e));
    }

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    Answer get(String path) {
        return calls.get(path);
    }

    Answer create(String path, ObjectNode body, String idempotencyKey) {
        return send("POST", path, body, "Idempotency-Key", idempotencyKey);
    }

    Answer change(String method, String path, ObjectNode body, long version) {
        return send(method, path, body, "If-Match", "\"" + version + "\"");
    }

    private Answer send(String method, String path, ObjectNode body, String header, String value) {
        return calls.send(
                method,
                path,
                Map.of("Content-Type", "application/json", header, value),
                body.toString());
    }

    /** A body as it is: an archive. */
    Answer post(String path, String type, String body) {
        return calls.send("POST", path, Map.of("Content-Type", type), body);
    }

    /**
     * What an answer says, in JSON.
     *
     * @param what was sent, for people
     * @throws Problem if it was refused
     */
    static JsonNode accepted(String what, Answer answer) {
        if (answer.succeeded()) {
            return answer.json();
        }
        String violations = Answer.violations(answer.json().path("violations"));
        throw new Problem(
                "example.refused",
                what,
                answer.status()
                        + " "
                        + answer.problem(answer.text())
                        + (violations.isEmpty() ? "" : " [" + violations + "]"));
    }
}
