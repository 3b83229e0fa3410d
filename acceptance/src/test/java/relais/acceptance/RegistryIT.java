package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Schemas are what history is read with: once they are registered, nobody on the machine changes
 * any.
 */
class RegistryIT {

    private static final String SUBJECT =
            "/apis/ccompat/v7/subjects/relais.partners-relais.events.partners.CharterSigned";
    private static final String STRING = "{\"schema\": \"\\\"string\\\"\"}";

    private final Stack stack = Stack.shared();

    @ParameterizedTest
    @CsvSource({
        "POST, /apis/ccompat/v7/subjects/anything/versions",
        "POST, " + SUBJECT + "/versions",
        "DELETE, " + SUBJECT,
        "DELETE, " + SUBJECT + "/versions/1",
        "PUT, /apis/ccompat/v7/config",
        "PUT, /apis/ccompat/v7/config/anything",
        "POST, /apis/registry/v3/groups/default/artifacts",
        "POST, /apis/registry/v3/admin/import",
    })
    void nobodyWritesToTheRegistry(String method, String path) throws Exception {
        assertThat(ask(method, path)).isIn(401, 403);
    }

    @Test
    void everybodyReadsIt() throws Exception {
        assertThat(ask("GET", SUBJECT + "/versions")).isEqualTo(200);
        // No schema of this subject is a string: it is looked for, and not found.
        assertThat(ask("POST", SUBJECT)).isEqualTo(404);
    }

    private int ask(String method, String path) throws Exception {
        Stack.assumeInside("The registry");
        URI uri = URI.create(stack.local().registryUrl()).resolve(path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(uri)
                                    .timeout(Duration.ofSeconds(60))
                                    .header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString(STRING))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
