package relais.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the feed build its read model anew beside the one that serves, as an operator does. How far
 * it is, it says in its store: asking the service would cost the processor time that is measured.
 */
final class Rebuilding {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Names the model that serves. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final JsonMapper json = JsonMapper.builder().build();
    private final URI feed;
    private final Supplier<String> token;
    private final MongoCollection<Document> models;

    /**
     * @param feed base address of the feed
     * @param token of an operator
     * @param store the feed's
     */
    Rebuilding(URI feed, Supplier<String> token, MongoDatabase store) {
        this.feed = feed;
        this.token = token;
        this.models = store.getCollection("models");
    }

    /**
     * One that is done.
     *
     * @param number of the model
     * @param folded until all was folded and inserted, without indexes
     * @param built from the order on
     * @param compared from then until it was compared with the model that serves
     * @param processor of the feed, until it was built
     */
    record Built(
            int number, Duration folded, Duration built, Duration compared, Duration processor) {}

    /**
     * Orders a rebuild and waits until it is built and compared.
     *
     * @param process of the feed
     * @throws IOException if the model is not built, or not all of it, or not the same
     */
    Built build(long events, JavaProcess process) throws IOException, InterruptedException {
        Duration before = process.processorTime();
        Instant begin = Instant.now();
        int number = Integer.parseInt(order());
        Document built = await(number, model -> !model.getString("stage").equals("BUILDING"));
        Duration processor = process.processorTime().minus(before);
        if (!built.getString("stage").equals("BUILT")) {
            throw new IOException("Model " + number + " is " + built.toJson());
        }
        Document compared = await(number, model -> model.containsKey("parity"));
        Instant end = Instant.now();
        Document work = compared.get("work", Document.class);
        Document parity = compared.get("parity", Document.class);
        boolean same = Objects.equals(parity.get("built"), parity.get("served"));
        if (count(work, "to") != events || !same) {
            throw new IOException(events + " events made " + compared.toJson());
        }
        Instant builtAt = compared.getDate("builtAt").toInstant();
        double speed = work.get("eventsPerSecond", Number.class).doubleValue();
        return new Built(
                number,
                Duration.ofNanos(Math.round(events * 1e9 / speed)),
                Duration.between(begin, builtAt),
                Duration.between(builtAt, end),
                processor);
    }

    private static long count(Document work, String offset) {
        return work.getList("lanes", Document.class).stream()
                .mapToLong(lane -> lane.getLong(offset) - lane.getLong("from"))
                .sum();
    }

    /** Takes the model away. */
    void drop(int number) throws IOException, InterruptedException {
        ask(request("/models/" + number).DELETE());
        await(number, model -> model.getString("stage").equals("DROPPED"));
    }

    private String order() throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{}");
        return json.readTree(
                        ask(
                                request("/rebuilds")
                                        .header("Content-Type", "application/json")
                                        .POST(body)))
                .get("id")
                .asString();
    }

    private Document await(int number, Predicate<Document> come)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            @Nullable Document model = models.find(new Document("_id", number)).first();
            if (model != null && come.test(model)) {
                return model;
            }
            if (System.nanoTime() > end) {
                throw new IOException("Model " + number + " is still " + model);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(feed.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token.get());
    }
}
