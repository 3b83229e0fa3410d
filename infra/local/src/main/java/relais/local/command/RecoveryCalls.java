package relais.local.command;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import relais.local.call.ServiceCalls;
import relais.local.message.Problem;
import tools.jackson.databind.JsonNode;

/** A service's {@code /recovery}, as an operator calls it. */
final class RecoveryCalls {

    private static final String PATH = "/recovery";

    private final String service;
    private final ServiceCalls calls;

    RecoveryCalls(String service, URI base, Supplier<String> tokens) {
        this.service = service;
        this.calls =
                new ServiceCalls(
                        base,
                        tokens,
                        Set.of(),
                        e -> new Problem(e, "recover.unreachable", service, base.resolve(PATH)));
    }

    String service() {
        return service;
    }

    /** False if another one is under way. */
    boolean begin() {
        ServiceCalls.Answer answer = calls.send("POST", PATH, Map.of(), null);
        if (answer.status() == HttpURLConnection.HTTP_CONFLICT) {
            return false;
        }
        return accepted(answer) != null;
    }

    JsonNode status() {
        return accepted(calls.get(PATH));
    }

    private JsonNode accepted(ServiceCalls.Answer answer) {
        if (!answer.succeeded()) {
            throw new Problem("recover.refused", service, answer.status(), answer.text());
        }
        return answer.json();
    }
}
