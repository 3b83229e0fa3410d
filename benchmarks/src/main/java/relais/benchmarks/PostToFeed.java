package relais.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long after {@code POST /experiences} is the experience in the national feed? Posts at a fixed
 * rate to a running stack and waits, for each, until the read model answers with it; every tenth is
 * also looked up in {@code GET /feed} itself, and counts as lost if it is not on the first page of
 * that search.
 */
@Command(name = "post-to-feed", mixinStandardHelpOptions = true)
final class PostToFeed implements Callable<Integer> {

    @Option(names = "--rate", description = "posts a second (default ${DEFAULT-VALUE})")
    int rate = 50;

    @Option(names = "--seconds", description = "measured time (default ${DEFAULT-VALUE})")
    int seconds = 60;

    @Option(names = "--warm-up", description = "seconds before it (default ${DEFAULT-VALUE})")
    int warmUp = 15;

    @Option(names = "--host", description = "where the stack runs (default ${DEFAULT-VALUE})")
    String host = "http://localhost";

    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger notInFeed = new AtomicInteger();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PostToFeed()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        LocalStackClient stack = new LocalStackClient(host);
        String town = stack.token("besancon");
        String committee = stack.token("comite");
        Duration measured = Duration.ofSeconds(seconds);

        System.out.printf(Locale.ROOT, "Warming up for %d s…%n", warmUp);
        new OpenLoop(rate)
                .run(
                        Duration.ofSeconds(warmUp),
                        (n, due) -> postAndWait(stack, town, committee, n, due, null, null));
        failures.set(0);
        notInFeed.set(0);

        System.out.printf(Locale.ROOT, "Posting %d a second for %d s…%n", rate, seconds);
        Latencies answered = new Latencies();
        Latencies visible = new Latencies();
        new OpenLoop(rate)
                .run(
                        measured,
                        (n, due) -> postAndWait(stack, town, committee, n, due, answered, visible));
        Latencies floor =
                new BrokerFloor("localhost:" + LocalStackClient.port("kafka"))
                        .measure(rate, Duration.ofSeconds(Math.min(seconds, 20)));

        System.out.println();
        System.out.println(Machine.describe());
        System.out.println(Latencies.header());
        System.out.println(answered.row("POST /experiences answered"));
        System.out.println(visible.row("POST /experiences to visible in the feed"));
        System.out.println(floor.row("floor: 1 kB through the broker, acks=all"));
        System.out.printf(
                Locale.ROOT,
                "ratio to the floor: p50 %.1f, p99 %.1f; failed: %d; not found in /feed: %d%n",
                visible.percentile(0.5) / floor.percentile(0.5),
                visible.percentile(0.99) / floor.percentile(0.99),
                failures.get(),
                notInFeed.get());
        return failures.get() + notInFeed.get() == 0 ? 0 : 1;
    }

    private void postAndWait(
            LocalStackClient stack,
            String town,
            String committee,
            int number,
            long due,
            @Nullable Latencies answered,
            @Nullable Latencies visible) {
        try {
            String word = "mesure" + UUID.randomUUID().toString().replace("-", "");
            HttpResponse<String> posted = stack.post(town, word);
            if (posted.statusCode() != 201) {
                failures.incrementAndGet();
                return;
            }
            record(answered, due);
            String id = stack.id(posted);
            HttpResponse<String> card = stack.card(id, committee);
            if (card.statusCode() != 200) {
                failures.incrementAndGet();
                return;
            }
            record(visible, due);
            if (visible != null && number % 10 == 0) {
                JsonNode found = json.readTree(stack.read("/feed?q=" + word, committee).body());
                if (!found.toString().contains(id)) {
                    notInFeed.incrementAndGet();
                }
            }
        } catch (IOException unreachable) {
            failures.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void record(@Nullable Latencies latencies, long due) {
        if (latencies != null) {
            latencies.record(Duration.ofNanos(System.nanoTime() - due));
        }
    }
}
