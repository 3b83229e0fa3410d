package relais.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.local.LocalStack;
import relais.local.StackSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long after {@code POST /experiences} is the experience in the national feed? Posts at a fixed
 * rate to a running stack and waits, for each, until the read model answers with it; every tenth,
 * up to 300, is also looked up in {@code GET /feed} itself, and counts as lost if it is not on the
 * first page of that search. Also says what a post costs: processor time of the whole stack and
 * commands to the store, with what else the stack does meanwhile.
 *
 * <p>One account posts: beyond 100 a second the stack has to be started with {@code
 * RELAIS_RATES_ACCOUNT_PER_SECOND} and {@code RELAIS_RATES_ACCOUNT_BURST} of 100000, or the rate of
 * an account is measured.
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

    @Option(
            names = "--mongodb-uri",
            defaultValue = "${env:RELAIS_MONGODB_URI}",
            description = "of the store that the stack uses (default: the launcher's own)")
    @Nullable String mongodbUri;

    @Mixin final FiguresFile json = new FiguresFile();

    /** How long the stack is left alone to see what it uses without a post. */
    private static final Duration AT_REST = Duration.ofSeconds(10);

    /** A search takes the stand-in for MongoDB the longer, the more there is. */
    private static final int MOST_LOOKED_UP = 300;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final AtomicInteger failures = new AtomicInteger();

    /** What was answered instead of 201 or 200, by status. */
    private final Map<Integer, AtomicInteger> refusals = new ConcurrentHashMap<>();

    private final AtomicInteger notInFeed = new AtomicInteger();

    /** The word of each tenth experience, by its id. */
    private final Map<String, String> sample = new ConcurrentHashMap<>();

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
        refusals.clear();
        notInFeed.set(0);

        System.out.printf(Locale.ROOT, "Posting %d a second for %d s…%n", rate, seconds);
        Latencies answered = new Latencies();
        Latencies visible = new Latencies();
        String operator = stack.token("exploitation");
        StackCost before = StackCost.now(stack, operator);
        Thread.sleep(AT_REST);
        StackCost atRest = StackCost.now(stack, operator).since(before);
        before = StackCost.now(stack, operator);
        new OpenLoop(rate)
                .run(
                        measured,
                        (n, due) -> postAndWait(stack, town, committee, n, due, answered, visible));
        StackCost cost = StackCost.now(stack, operator).since(before);
        // Not while it is measured: a search is no part of a post, and the stand-in looks at all.
        lookForSample(stack, committee);
        Duration shorter = Duration.ofSeconds(Math.min(seconds, 20));
        Map<String, Object> kafka =
                new LocalStack(StackSettings.of(System.getenv())).kafkaConnection();
        Latencies broker = new BrokerFloor(kafka).measure(rate, shorter);
        before = StackCost.now(stack, operator);
        Latencies chain = new ChainFloor(kafka, mongoUri()).measure(rate, shorter);
        StackCost ofChain = StackCost.now(stack, operator).since(before);

        System.out.println();
        System.out.println(Machine.describe());
        System.out.println(Latencies.header());
        System.out.println(answered.row("POST /experiences answered"));
        System.out.println(visible.row("POST /experiences to visible in the feed"));
        System.out.println(broker.row("floor: 1 kB through the broker, acks=all"));
        System.out.println(chain.row("floor: produce, consume, insert, read"));
        System.out.printf(
                Locale.ROOT,
                "ratio to that chain: p50 %.1f, p99 %.1f; failed: %d %s; not found in /feed: %d%n",
                visible.percentile(0.5) / chain.percentile(0.5),
                visible.percentile(0.99) / chain.percentile(0.99),
                failures.get(),
                refusals,
                notInFeed.get());
        int posts = answered.count();
        System.out.printf(
                Locale.ROOT,
                "a post: %.1f ms of processor time in all processes, %.1f store commands%n",
                cost.processorMillis(posts),
                cost.commands(posts));
        System.out.print(cost.table(posts));
        double rest = atRest.processorMillis(1) / AT_REST.toMillis();
        double chainMillis = ofChain.processorMillis(chain.count());
        System.out.printf(
                Locale.ROOT,
                "at rest: %.0f %% of a core, which is %.1f ms of each post at this rate%n"
                        + "floor: %.1f ms of processor time in broker and store for a record of that"
                        + " chain, with what the stack uses at rest and without its clients%n",
                rest * 100,
                rest * 1_000 / rate,
                chainMillis);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("postsASecond", rate);
        figures.put("posts", posts);
        figures.put("failed", failures.get());
        figures.put("notInFeed", notInFeed.get());
        figures.put("answered", answered.figures());
        figures.put("visible", visible.figures());
        figures.put("broker", broker.figures());
        figures.put("chain", chain.figures());
        figures.put("processorMillisAPost", cost.processorMillis(posts));
        figures.put("storeCommandsAPost", cost.commands(posts));
        figures.put("partOfACoreAtRest", rest);
        figures.put("processorMillisOfTheChain", chainMillis);
        figures.put("processorMillisByProcess", cost.processorMillisByPart(posts));
        json.write(figures);
        return failures.get() + notInFeed.get() == 0 ? 0 : 1;
    }

    /** The store that the stack uses. */
    private String mongoUri() {
        return mongodbUri == null
                ? "mongodb://localhost:" + LocalStackClient.port("mongodb")
                : mongodbUri;
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
                failed(posted);
                return;
            }
            record(answered, due);
            String id = stack.id(posted);
            HttpResponse<String> card = stack.card(id, committee);
            if (card.statusCode() != 200) {
                failed(card);
                return;
            }
            record(visible, due);
            if (visible != null && number % 10 == 0 && sample.size() < MOST_LOOKED_UP) {
                sample.put(id, word);
            }
        } catch (IOException unreachable) {
            failures.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(HttpResponse<String> answer) {
        failures.incrementAndGet();
        refusals.computeIfAbsent(answer.statusCode(), _ -> new AtomicInteger()).incrementAndGet();
    }

    private void lookForSample(LocalStackClient stack, String committee)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> each : sample.entrySet()) {
            JsonNode found =
                    mapper.readTree(stack.read("/feed?q=" + each.getValue(), committee).body());
            if (!found.toString().contains(each.getKey())) {
                notInFeed.incrementAndGet();
            }
        }
    }

    private static void record(@Nullable Latencies latencies, long due) {
        if (latencies != null) {
            latencies.record(Duration.ofNanos(System.nanoTime() - due));
        }
    }
}
