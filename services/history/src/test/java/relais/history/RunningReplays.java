package relais.history;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import relais.history.replay.Replay;
import relais.history.replay.ReplayState;
import relais.history.replay.Replays;
import relais.history.replay.Target;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.teststack.Answer;

/**
 * What the tests of replays share: an account each, replays as a store keeps them, and patience.
 */
abstract class RunningReplays extends RunningHistory {

    static final int EVENTS = TERRITORIES + 3 * EXPERIENCES;
    private static final Duration SOON = Duration.ofSeconds(90);

    @Autowired Replays replays;
    @Autowired Log log;

    /** An account of this test's own, so that it has all of an account's allowance. */
    String me = "";

    @BeforeEach
    void newAccount() {
        me = account("analyst");
    }

    static Replay replay(Log.Extent extent, Target target) {
        return Replay.asked(
                "r-" + UUID.randomUUID(),
                "m-" + UUID.randomUUID(),
                Map.of(),
                EventFilter.ANY,
                false,
                extent.start(),
                extent.end(),
                target,
                Instant.now(),
                Instant.now().plusSeconds(3600));
    }

    Answer await(String id, ReplayState state) {
        return await(id, me, state);
    }

    Answer await(String id, String account, ReplayState state) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(SOON)
                .until(
                        () -> api.get("/replays/" + id, account),
                        answer -> answer.text("state").equals(state.name()));
    }

    HttpResponse<byte[]> get(String path, String account, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + account)
                        .timeout(SOON);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }
}
