package relais.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.local.LocalStack;
import relais.local.StackSettings;

/**
 * How fast are the pages that most readers come to, and how heavy? Starts a stack of its own,
 * writes published experiences of a {@link SeededHistory} into its log, waits until the feed has
 * them all, and asks for each page at a fixed rate, as readers who are not signed in do. The floor
 * is a style sheet of the same portal. Where no MongoDB is named, the read model is in the
 * stand-in, which uses indexes for identifiers only: what the feed asks of it is slower there.
 */
@Command(name = "home-page", mixinStandardHelpOptions = true)
final class HomePage implements Callable<Integer> {

    private static final int PARTNERS = SeededHistory.DEPARTEMENTS.size();
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final double BAR_MILLISECONDS = 150;
    private static final double BAR_KILOBYTES = 150;

    @Option(names = "--cards", description = "published experiences (default ${DEFAULT-VALUE})")
    int cards = 10_000;

    @Mixin final Seed seed = new Seed();

    @Option(names = "--rate", description = "pages a second (default ${DEFAULT-VALUE})")
    int rate = 5;

    @Option(names = "--seconds", description = "measured time (default ${DEFAULT-VALUE})")
    int seconds = 60;

    @Option(names = "--warm-up", description = "seconds before it (default ${DEFAULT-VALUE})")
    int warmUp = 30;

    @Option(
            names = "--patience",
            description = "minutes for the feed to read it all (default ${DEFAULT-VALUE})")
    int patience = 30;

    @Option(
            names = "--paths",
            split = ",",
            description = "of the portal, one after the other (default ${DEFAULT-VALUE})")
    List<String> paths = List.of("/", "/experiences", "/actualite");

    @Option(names = "--running", description = "measure the running stack, and write nothing")
    boolean running;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final AtomicInteger failures = new AtomicInteger();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HomePage()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (running) {
            return measure(new LocalStack(StackSettings.of(System.getenv())));
        }
        StackSettings settings = StackSettings.temporary();
        try (LocalStack stack = new LocalStack(settings, line -> say("%s", line))) {
            stack.up();
            write(stack);
            return measure(stack);
        } finally {
            Machine.delete(settings.home());
        }
    }

    private void write(LocalStack stack) throws IOException, InterruptedException {
        var history = seed.history(stack);
        Map<String, Object> settings = stack.kafkaConnection(Map.of("linger.ms", 20));
        double before = handled(stack);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < PARTNERS; i++) {
                var _ = producer.send(history.next());
            }
            for (int i = 0; i < cards; i++) {
                for (var event : history.publishedExperience()) {
                    var _ = producer.send(event);
                }
            }
        }
        int written = PARTNERS + 2 * cards;
        long end = System.nanoTime() + Duration.ofMinutes(patience).toNanos();
        for (double read = 0; read < written; read = handled(stack) - before) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The feed has read %.0f of %d events only".formatted(read, written));
            }
            say("the feed has read %,.0f of %,d events", read, written);
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Events that the feed has projected since its start. */
    private double handled(LocalStack stack) throws IOException, InterruptedException {
        String name = "relais_consumer_batch_size";
        URI metrics = URI.create(stack.url("feed") + "/actuator/prometheus?includedNames=" + name);
        return http.send(
                        HttpRequest.newBuilder(metrics)
                                .header("Authorization", "Bearer " + stack.token("exploitation"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "_sum"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private int measure(LocalStack stack) throws Exception {
        say("%s", Machine.describe());
        boolean good = true;
        for (String path : paths) {
            good &= isWithinBars(stack.url("portal").resolve(path), path);
        }
        return good ? 0 : 1;
    }

    private boolean isWithinBars(URI address, String path) throws Exception {
        PageWeight weight = PageWeight.of(address, http);
        say("%nGET %s: warming up for %d s…", path, warmUp);
        ask(address, Duration.ofSeconds(warmUp));
        failures.set(0);
        say("Asking for %d pages a second for %d s…", rate, seconds);
        Latencies page = ask(address, Duration.ofSeconds(seconds));
        Latencies floor = ask(weight.asset(), Duration.ofSeconds(Math.min(seconds, 20)));

        System.out.println(Latencies.header());
        System.out.println(
                page.row("GET " + path + (running ? "" : ", %,d cards".formatted(cards))));
        System.out.println(floor.row("floor: a style sheet of the portal"));
        System.out.printf(
                Locale.ROOT,
                "ratio to the floor: p50 %.1f, p95 %.1f, p99 %.1f; failed: %d%n%n",
                page.percentile(0.50) / floor.percentile(0.50),
                page.percentile(0.95) / floor.percentile(0.95),
                page.percentile(0.99) / floor.percentile(0.99),
                failures.get());
        weight.print();
        boolean fast = page.percentile(0.95) <= BAR_MILLISECONDS;
        boolean light = weight.withoutMap() <= BAR_KILOBYTES * 1000;
        System.out.printf(
                Locale.ROOT,
                "p95 within %.0f ms: %s; within %.0f kB without the map: %s%n",
                BAR_MILLISECONDS,
                fast ? "yes" : "NO",
                BAR_KILOBYTES,
                light ? "yes" : "NO");
        return fast && light && failures.get() == 0;
    }

    private Latencies ask(URI address, Duration duration) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(20))
                        .header("Accept-Encoding", "gzip")
                        .build();
        Latencies latencies = new Latencies();
        new OpenLoop(rate)
                .run(
                        duration,
                        (_, due) -> {
                            try {
                                var answer =
                                        http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                                if (answer.statusCode() != 200) {
                                    failures.incrementAndGet();
                                }
                                latencies.record(Duration.ofNanos(System.nanoTime() - due));
                            } catch (IOException broken) {
                                failures.incrementAndGet();
                            } catch (InterruptedException ended) {
                                Thread.currentThread().interrupt();
                            }
                        });
        return latencies;
    }

    private static void say(String form, Object... values) {
        System.out.printf(Locale.ROOT, form + "%n", values);
    }
}
