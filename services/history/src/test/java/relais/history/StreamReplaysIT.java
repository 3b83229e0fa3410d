package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.history.replay.ReplayState;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A part of the history told again as it happened, to those who listen. */
class StreamReplaysIT extends RunningReplays {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void playsEventsInTheOrderOfTheirTimeAndGoesOnAfterTheLastOneHeard() {
        String id =
                api.post("/replays", me, "{\"target\": \"STREAM\", \"speed\": \"1000000x\"}")
                        .text("id");
        Answer ready = await(id, ReplayState.READY);

        List<String> told = stream(id, null);

        List<JsonNode> events = events(told);
        assertThat(events).hasSize(EVENTS);
        assertThat(ids(told)).isEqualTo(numbers(1, EVENTS));
        List<Instant> times =
                events.stream().map(event -> Instant.parse(event.get("time").asString())).toList();
        assertThat(times).isSorted();
        assertThat(ready.body().get("target").get("first").asString())
                .isEqualTo(times.getFirst().toString());
        assertThat(told.getLast()).isEqualTo("data: {\"events\":" + EVENTS + "}");

        List<String> rest = stream(id, "100");
        assertThat(ids(rest)).isEqualTo(numbers(101, EVENTS));
        assertThat(events(rest)).isEqualTo(events.subList(100, EVENTS));
        assertThat(get("/replays/" + id + "/stream", me, "Last-Event-ID", "" + EVENTS).statusCode())
                .isEqualTo(204);
        assertThat(get("/replays/" + id + "/stream", me, "Last-Event-ID", "x").statusCode())
                .isEqualTo(400);
        assertThat(api.get("/replays/" + id, me).body().get("target").get("played").asInt())
                .isEqualTo(EVENTS);

        Answer slower = api.post("/replays/" + id + "/speed", me, "{\"speed\": \"60x\"}");
        assertThat(slower.body().get("target").get("speed").asString()).isEqualTo("60x");
        assertThat(api.post("/replays/" + id + "/speed", me, "{\"speed\": \"0x\"}").violations())
                .containsExactly("speed:speed");
        assertThat(api.get("/replays/" + id + "/file", me).problem())
                .isEqualTo("replay-has-no-file");
    }

    /** What was said, line by line, without the empty ones. */
    private List<String> stream(String id, @Nullable String after) {
        HttpResponse<byte[]> stream =
                after == null
                        ? get("/replays/" + id + "/stream", me)
                        : get("/replays/" + id + "/stream", me, "Last-Event-ID", after);
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        return new String(stream.body(), UTF_8).lines().filter(line -> !line.isEmpty()).toList();
    }

    private static List<JsonNode> events(List<String> lines) {
        return lines.subList(0, lines.size() - 1).stream()
                .filter(line -> line.startsWith("data: "))
                .map(line -> JSON.readTree(line.substring(6)))
                .toList();
    }

    private static List<Integer> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Integer.valueOf(line.substring(4)))
                .toList();
    }

    private static List<Integer> numbers(int first, int last) {
        return Stream.iterate(first, number -> number <= last, number -> number + 1).toList();
    }
}
