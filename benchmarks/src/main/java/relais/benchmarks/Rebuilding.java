package relais.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the feed build its read model anew beside the one that serves, as an operator does. */
final class Rebuilding {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI feed;
    private final Supplier<String> token;

    /**
     * @param feed base address of the feed
     * @param token of an operator
     */
    Rebuilding(URI feed, Supplier<String> token) {
        this.feed = feed;
        this.token = token;
    }

    /** Waits until the model that serves holds so many events. */
    void awaitServed(long events) throws IOException, InterruptedException {
        await("/facets", answer -> answer.path("proof").path("records").asLong() == events);
    }

    /**
     * Orders a rebuild and waits until the last event is in it; the comparison that follows is not
     * waited for.
     *
     * @return how long that took, from the order on
     * @throws IOException if the model is not built, or not all of it
     */
    Duration build(long events) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        JsonNode ordered =
                ask(
                        request("/rebuilds")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        JsonNode built =
                await(
                        "/rebuilds/" + ordered.get("id").asString(),
                        answer -> !answer.get("state").asString().equals("BUILDING"));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (!built.get("state").asString().equals("READY")
                || built.get("progress").get("done").asLong() != events) {
            throw new IOException("Not " + events + " events rebuilt: " + built);
        }
        return took;
    }

    private JsonNode await(String path, Predicate<JsonNode> come)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            JsonNode answer = ask(request(path));
            if (come.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new IOException(path + " still says " + answer);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(feed.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token.get());
    }
}
