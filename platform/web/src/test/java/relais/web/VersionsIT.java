package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A change says which version it changes. */
class VersionsIT extends RunningService {

    @Test
    void changingNeedsTheCurrentVersion() {
        put(null).isProblem(428, "version-required");
        Answer stale = put("\"6\"");
        stale.isProblem(412, "stale-version");
        assertThat(stale.header("ETag")).isEqualTo("\"7\"");
        assertThat(put("\"7\"").header("ETag")).isEqualTo("\"8\"");
        for (String malformed : List.of("7", "\"7\", \"8\"")) {
            put(malformed).isInvalid("If-Match", "etag");
        }
    }

    @Test
    void ifMatchIsAnsweredByRfc9110() {
        assertThat(put("*").status()).isEqualTo(200);
        assertThat(put("\"7-digest\"").status()).isEqualTo(200);
        for (String of : List.of("W/\"7\"", "\"x\"", "\"-1\"")) {
            put(of).isProblem(412, "no-such-version");
        }
    }

    private static Answer put(@Nullable String ifMatch) {
        HttpRequest.Builder request = authorized("/things/1").PUT(BodyPublishers.noBody());
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}
