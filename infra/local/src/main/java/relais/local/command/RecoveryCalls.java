package relais.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.local.message.Messages;
import relais.local.message.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's {@code /recovery}, as an operator calls it. */
final class RecoveryCalls {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LIMIT)
                    .build();
    private final String service;
    private final URI recovery;
    private final Supplier<String> tokens;
    private @Nullable String token;

    RecoveryCalls(String service, URI base, Supplier<String> tokens) {
        this.service = service;
        this.recovery = base.resolve("/recovery");
        this.tokens = tokens;
    }

    String service() {
        return service;
    }

    /** False if another one is under way. */
    boolean begin() {
        HttpResponse<String> answer = send(request().POST(BodyPublishers.noBody()));
        if (answer.statusCode() == 409) {
            return false;
        }
        return accepted(answer) != null;
    }

    JsonNode status() {
        return accepted(send(request().GET()));
    }

    private JsonNode accepted(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new Problem("recover.refused", service, answer.statusCode(), answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(recovery)
                .timeout(LIMIT)
                .header("Accept-Language", Messages.language().toLanguageTag());
    }

    /** A token may run out during a long recovery. */
    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = attempt(request);
        if (answer.statusCode() == 401) {
            token = null;
            answer = attempt(request);
        }
        return answer;
    }

    private HttpResponse<String> attempt(HttpRequest.Builder request) {
        if (token == null) {
            token = tokens.get();
        }
        try {
            return client.send(
                    request.setHeader("Authorization", "Bearer " + token).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Problem(e, "recover.unreachable", service, recovery);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(e, "recover.interrupted");
        }
    }
}
