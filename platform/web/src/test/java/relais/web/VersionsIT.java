package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
        put("7").isInvalid("If-Match", "etag");
    }

    @Test
    void ifMatchIsAnsweredByRfc9110() {
        assertThat(put("*").status()).isEqualTo(200);
        assertThat(put("\"7-digest\"").status()).isEqualTo(200);
        for (String of : List.of("W/\"7\"", "\"x\"", "\"-1\"")) {
            put(of).isProblem(412, "no-such-version");
        }
    }

    @Test
    void severalVersionsHoldIfOneOfThemIsCurrent() {
        for (String of :
                List.of("\"7\", \"8\"", "\"6\",\"7-digest\"", "\"3\", \"7\", W/\"8\", \"99\"")) {
            Answer changed = put(of, "{\"said\":\"once\"}");
            assertThat(changed.status()).as(of).isEqualTo(200);
            assertThat(changed.header("ETag")).isEqualTo("\"8\"");
            assertThat(changed.header("Content-Type")).startsWith("application/json");
            assertThat(changed.json().path("id").asString()).isEqualTo("once");
        }
        Answer stale = put("\"6\", \"8\"");
        stale.isProblem(412, "stale-version");
        assertThat(stale.header("ETag")).isEqualTo("\"7\"");
        byte[] tooLarge = new byte[300 * 1024];
        send(changing(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))
                        .header("If-Match", "\"7\", \"8\""))
                .isProblem(413, "body-too-large");
    }

    private static Answer put(@Nullable String ifMatch) {
        return put(ifMatch, "");
    }

    private static Answer put(@Nullable String ifMatch, String body) {
        HttpRequest.Builder request = changing(BodyPublishers.ofString(body));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private static HttpRequest.Builder changing(HttpRequest.BodyPublisher body) {
        return authorized("/things/1").header("Content-Type", "application/json").PUT(body);
    }
}
