package relais.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import relais.local.backbone.Distribution;
import relais.local.backbone.MongoChoice;
import relais.local.example.ExampleData;
import relais.local.message.Problem;

/**
 * Runs the whole stack once as it will be used: it starts with an empty log, takes the example data
 * and answers the first readers. The virtual machines of services record what they load and link
 * meanwhile, for caches that are made from it afterwards.
 */
record StackTraining(Distribution distribution, Preparation preparation) {

    /**
     * A virtual machine that records starts without a cache, and writes what it recorded at its
     * end.
     */
    private static final RunningPart.Limits LIMITS =
            new RunningPart.Limits(
                    Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofMinutes(3));

    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** What people and machines read first, by the service that answers. */
    static final Map<String, List<String>> FIRST_READS =
            Map.of(
                    "portal",
                    List.of("/", "/actualite?q=tablettes", "/experiences", "/desk/review"),
                    "feed",
                    List.of("/feed?territory=pays:FR&limit=3", "/cards?limit=3"),
                    "history",
                    List.of("/series?metric=active&by=axis&step=month"));

    /**
     * @param home an empty folder for what the stack writes
     * @param recordings where each service that is to record does so, by its name
     * @throws Problem if the stack does not start, or does not take the example data
     */
    void run(Path home, Map<String, Path> recordings) {
        StackSettings settings =
                new StackSettings(
                        distribution,
                        home,
                        Ports.free(),
                        new MongoChoice.StandIn(),
                        Map.of(),
                        Map.of());
        for (Map.Entry<String, Path> recording : recordings.entrySet()) {
            settings =
                    settings.withJvmOptions(
                            recording.getKey(),
                            List.of(
                                    "-XX:AOTMode=record",
                                    "-XX:AOTConfiguration=" + recording.getValue()));
        }
        try (LocalStack stack = new LocalStack(settings, _ -> {}, preparation, LIMITS)) {
            stack.upAsPrepared();
            if (stack.loadExample() instanceof ExampleData.Failed failed) {
                throw new Problem("prepare.failed", home, failed.text());
            }
            readFirst(stack);
        }
    }

    private static void readFirst(LocalStack stack) {
        String token = stack.token("analyste");
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Map.Entry<String, List<String>> reads : FIRST_READS.entrySet()) {
                for (String path : reads.getValue()) {
                    URI address = stack.url(reads.getKey()).resolve(path);
                    int status =
                            http.send(
                                            HttpRequest.newBuilder(address)
                                                    .timeout(ANSWER)
                                                    .header("Authorization", "Bearer " + token)
                                                    .build(),
                                            HttpResponse.BodyHandlers.discarding())
                                    .statusCode();
                    // A machine that is busy with something else refuses, and records less.
                    if (status >= 400 && status != 503) {
                        throw new IOException(address + ": " + status);
                    }
                }
            }
        } catch (HttpTimeoutException _) {
            // Likewise: what comes of it is a cache that holds less.
        } catch (IOException e) {
            throw new Problem(e, "prepare.failed", stack.home(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "prepare.failed", stack.home(), "");
        }
    }
}
