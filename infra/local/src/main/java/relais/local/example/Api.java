package relais.local.example;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import relais.local.call.ServiceCalls;
import relais.local.call.ServiceCalls.Answer;
import relais.local.message.Messages;
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

    /** Sends an archive as it is; says what became of its rows. */
    Imported importAll(String path, String type, String archive) {
        Answer answer = calls.send("POST", path, Map.of("Content-Type", type), archive);
        return new Imported(accepted("imports", answer));
    }

    /**
     * Sends a file for the cards of a partner.
     *
     * @param use {@code picture} or {@code document}
     * @return the hash by which a card names it
     */
    String sendFile(String use, String partner, ExampleFile file) {
        Answer answer =
                calls.sendBytes(
                        "POST",
                        "/files?use=" + use + "&partner=" + partner,
                        Map.of("Content-Type", "application/octet-stream"),
                        file.bytes());
        return accepted(file.name(), answer).path("hash").asString("");
    }

    /** What an import says of its rows. */
    record Imported(JsonNode report) {

        List<JsonNode> rows() {
            return report.path("rows").valueStream().toList();
        }

        List<JsonNode> rows(String outcome) {
            return rows().stream()
                    .filter(row -> row.path("outcome").asString("").equals(outcome))
                    .toList();
        }

        int count(String outcome) {
            return rows(outcome).size();
        }
    }

    /** Whether a row was refused for one of these reasons. */
    static boolean isRefusedFor(Set<String> codes, JsonNode row) {
        return row.path("violations")
                .valueStream()
                .anyMatch(violation -> codes.contains(violation.path("code").asString("")));
    }

    /** A refused row, for people. */
    static String line(int number, String name, JsonNode row) {
        return Messages.say("example.row", number, name, Answer.violations(row.path("violations")));
    }

    /**
     * What an answer says, in JSON.
     *
     * @param what was sent, for people
     */
    static JsonNode accepted(String what, Answer answer) {
        if (answer.succeeded()) {
            return answer.json();
        }
        String violations = Answer.violations(answer.json().path("violations"));
        String why = answer.status() + " " + answer.problem(answer.text());
        String where = violations.isEmpty() ? "" : " [" + violations + "]";
        throw new Problem("example.refused", what, why + where);
    }
}
