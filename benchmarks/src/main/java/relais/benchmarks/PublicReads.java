package relais.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import relais.local.LocalStack;
import relais.local.StackSettings;
import relais.local.example.ExampleData;

/**
 * What compression, validators and kept files save, for the home page and for {@code GET /feed}.
 * Starts a stack of its own with the example data. Some readers ask again and again, each as soon
 * as it has its answer; the processor time is that of the portal, the feed and the store together.
 * All ratios are to the plain answer to the same question in the same run.
 */
@Command(name = "public-reads", mixinStandardHelpOptions = true)
final class PublicReads implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Option(names = "--readers", description = "at a time (default ${DEFAULT-VALUE})")
    int readers = 4;

    @Option(names = "--seconds", description = "measured for each way (default ${DEFAULT-VALUE})")
    int seconds = 20;

    @Option(names = "--warm-up", description = "seconds before each (default ${DEFAULT-VALUE})")
    int warmUp = 10;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PublicReads()).execute(arguments));
    }

    /** One visit: these addresses, asked for with these headers. */
    private record Visit(List<URI> addresses, Map<String, String> headers, int status) {}

    /** What visits cost. */
    private record Cost(long bytes, double perSecond, double processorMillis) {}

    @Override
    public Integer call() throws Exception {
        StackSettings settings = StackSettings.temporary();
        try (LocalStack stack = new LocalStack(settings, line -> System.out.println(line))) {
            stack.up();
            new ExampleData(
                            stack.url("partners"),
                            stack.url("experiences"),
                            stack.url("contributions"),
                            () -> stack.token("exploitation"))
                    .load();
            measure(stack);
            return 0;
        } finally {
            Machine.delete(settings.home());
        }
    }

    private void measure(LocalStack stack) throws Exception {
        List<JavaProcess> processes =
                List.of(
                        JavaProcess.service("portal"),
                        JavaProcess.service("feed"),
                        JavaProcess.descendant("MongoServer"));
        URI home = stack.url("portal").resolve("/");
        List<URI> first = new ArrayList<>(List.of(home));
        first.addAll(PageWeight.of(home, http).addresses());
        URI feed = stack.url("feed").resolve("/feed");
        Map<String, String> gzip = Map.of("Accept-Encoding", "gzip");

        System.out.println();
        System.out.println(Machine.describe());
        System.out.println(
                "| what | kB a visit | ratio | visits a second | ratio | CPU of portal, feed and"
                        + " store, ms a visit | ratio |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        Cost plain =
                row(
                        "first visit of the home page, with its %d files, plain"
                                .formatted(first.size() - 1),
                        new Visit(first, Map.of(), 200),
                        processes,
                        null);
        row("the same, gzip", new Visit(first, gzip, 200), processes, plain);
        row(
                "next visit: the files are kept, gzip",
                new Visit(List.of(home), gzip, 200),
                processes,
                plain);
        Cost feedPlain =
                row("`GET /feed`, plain", new Visit(List.of(feed), Map.of(), 200), processes, null);
        row("the same, gzip", new Visit(List.of(feed), gzip, 200), processes, feedPlain);
        String validator = send(feed, gzip).headers().firstValue("ETag").orElseThrow();
        row(
                "the same, with `If-None-Match`: 304",
                new Visit(List.of(feed), Map.of("If-None-Match", validator), 304),
                processes,
                feedPlain);
    }

    private Cost row(String name, Visit visit, List<JavaProcess> processes, @Nullable Cost plain)
            throws Exception {
        run(visit, Duration.ofSeconds(warmUp));
        Duration before = processorTime(processes);
        long start = System.nanoTime();
        long[] total = run(visit, Duration.ofSeconds(seconds));
        double took = (System.nanoTime() - start) / 1e9;
        double processor = processorTime(processes).minus(before).toNanos() / 1e6;
        long visits = total[0];
        Cost cost = new Cost(total[1] / visits, visits / took, processor / visits);
        Cost floor = plain == null ? cost : plain;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.1f | %.1f | %.2f | %.2f |%n",
                name,
                cost.bytes() / 1e3,
                (double) cost.bytes() / floor.bytes(),
                cost.perSecond(),
                cost.perSecond() / floor.perSecond(),
                cost.processorMillis(),
                cost.processorMillis() / floor.processorMillis());
        return cost;
    }

    /** Visits and bytes. */
    private long[] run(Visit visit, Duration duration)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + duration.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                running.add(threads.submit(() -> visitUntil(end, visit)));
            }
        }
        long[] total = new long[2];
        for (Future<long[]> each : running) {
            total[0] += each.get()[0];
            total[1] += each.get()[1];
        }
        return total;
    }

    private long[] visitUntil(long end, Visit visit) throws IOException, InterruptedException {
        long[] total = new long[2];
        while (System.nanoTime() < end) {
            for (URI address : visit.addresses()) {
                HttpResponse<byte[]> answer = send(address, visit.headers());
                if (answer.statusCode() != visit.status()) {
                    throw new IOException(address + " answers " + answer.statusCode());
                }
                total[1] += answer.body().length;
            }
            total[0]++;
        }
        return total;
    }

    private HttpResponse<byte[]> send(URI address, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LIMIT);
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static Duration processorTime(List<JavaProcess> processes) {
        return processes.stream()
                .map(JavaProcess::processorTime)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
