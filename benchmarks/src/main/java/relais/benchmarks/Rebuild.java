package relais.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventSchemas;
import relais.local.LocalStack;
import relais.local.StackSettings;
import relais.local.backbone.MongoChoice;

/**
 * How fast is the feed's read model built anew, beside what polling the log and inserting the same
 * documents takes? Starts a stack of its own, writes a {@link SeededHistory}, and has both done in
 * turn, so that what else the machine does slows both.
 */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class Rebuild implements Callable<Integer> {

    private static final String COMPARISON = "comparison after it, as a part of the rebuild";

    @Option(names = "--events", description = "events to write (default ${DEFAULT-VALUE})")
    int events = 20_000;

    @Option(
            names = "--runs",
            description =
                    "rebuilds, and floors, of each number of threads, after one that warms up"
                            + " (default ${DEFAULT-VALUE})")
    int runs = 5;

    @Option(
            names = "--threads",
            split = ",",
            description = "partitions folded side by side (default ${DEFAULT-VALUE})")
    List<Integer> threads = List.of(2, 1, 4);

    @Mixin final Seed seed = new Seed();

    @Mixin final FeedStack feedStack = new FeedStack();

    @Mixin final FiguresFile json = new FiguresFile();

    private final List<Map<String, Object>> figures = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Rebuild()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        StackSettings settings = feedStack.settings();
        try (LocalStack stack = new LocalStack(settings, line -> System.out.println(line))) {
            FeedStack.start(stack, settings);
            measure(settings, stack);
        } finally {
            Machine.delete(settings.home());
        }
        json.write(figures);
        return 0;
    }

    private void measure(StackSettings settings, LocalStack stack) throws Exception {
        try (MongoClient client = MongoClients.create(stack.mongoUri())) {
            MongoDatabase store = client.getDatabase(feedStack.database);
            var registry = new ConfluentSchemaRegistry(stack.registryUrl());
            LogReading.write(stack, seed.history(registry), events);
            try (var _ = new Feed(settings)) {
                FeedStack.awaitFolded(stack, events);
            }
            say("%s", Machine.describe());
            if (settings.mongo() instanceof MongoChoice.StandIn) {
                say("stand-in for MongoDB: %s", JavaProcess.descendant("MongoServer").flags());
            }
            say(
                    "| threads | what | events a second | ratio | median, s | least, s |"
                            + " most, s | CPU, µs an event | runs |");
            say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            for (int number : threads) {
                measure(settings, number, stack, store);
            }
            store.drop();
        }
    }

    /** A feed of its own, with so many threads, on the log and the store that are there. */
    private void measure(StackSettings settings, int number, LocalStack stack, MongoDatabase store)
            throws Exception {
        Map<String, String> variables =
                Map.of("RELAIS_FEED_REBUILD_THREADS", Integer.toString(number));
        List<Rebuilding.Built> rebuilt = new ArrayList<>();
        List<InsertFloor.Inserted> inserted = new ArrayList<>();
        String flags;
        try (var _ = new Feed(settings.withEnvironment("feed", variables))) {
            JavaProcess process = JavaProcess.service("feed");
            flags = process.flags();
            var rebuilding =
                    new Rebuilding(stack.url("feed"), () -> stack.token("exploitation"), store);
            Rebuilding.Built first = rebuilding.build(events, process);
            var floor =
                    new InsertFloor(
                            stack.kafkaConnection(),
                            List.copyOf(EventSchemas.byTopic().keySet()),
                            store,
                            first.number());
            rebuilding.drop(first.number());
            floor.measure(number);
            for (int run = 0; run < runs; run++) {
                Rebuilding.Built built = rebuilding.build(events, process);
                rebuilding.drop(built.number());
                rebuilt.add(built);
                inserted.add(floor.measure(number));
            }
        }
        List<Duration> ofFloor = inserted.stream().map(InsertFloor.Inserted::all).toList();
        List<Duration> without = inserted.stream().map(InsertFloor.Inserted::inserted).toList();
        List<Duration> ofRebuild = rebuilt.stream().map(Rebuilding.Built::built).toList();
        add(
                number,
                "floor: poll and insert the same documents, indexes",
                ofFloor,
                ofFloor,
                inserted.stream().map(InsertFloor.Inserted::processor).toList());
        add(
                number,
                "rebuild",
                ofRebuild,
                ofFloor,
                rebuilt.stream().map(Rebuilding.Built::processor).toList());
        add(number, "floor without indexes", without, without, List.of());
        add(
                number,
                "rebuild without indexes: the fold alone",
                rebuilt.stream().map(Rebuilding.Built::folded).toList(),
                without,
                List.of());
        add(
                number,
                COMPARISON,
                rebuilt.stream().map(Rebuilding.Built::compared).toList(),
                ofRebuild,
                List.of());
        say("feed, %d threads: %s", number, flags);
    }

    private void add(
            int number,
            String what,
            List<Duration> took,
            List<Duration> floor,
            List<Duration> processor) {
        double median = median(took);
        double cpu = processor.isEmpty() ? Double.NaN : median(processor) * 1e6 / events;
        // One that comes on top is a part of what it comes on top of.
        double ratio = what.equals(COMPARISON) ? median / median(floor) : median(floor) / median;
        double least = took.stream().mapToDouble(Rebuild::seconds).min().orElseThrow();
        double most = took.stream().mapToDouble(Rebuild::seconds).max().orElseThrow();
        say(
                "| %d | %s | %,.0f | %.2f | %.2f | %.2f | %.2f | %s | %d |",
                number,
                what,
                events / median,
                ratio,
                median,
                least,
                most,
                processor.isEmpty() ? "" : "%.0f".formatted(cpu),
                took.size());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("threads", number);
        row.put("what", what);
        row.put("events", events);
        row.put("runs", took.size());
        row.put("medianSeconds", median);
        row.put("leastSeconds", least);
        row.put("mostSeconds", most);
        row.put("ratio", ratio);
        if (!processor.isEmpty()) {
            row.put("cpuMicrosAnEvent", cpu);
        }
        figures.add(row);
    }

    private static double median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return seconds(sorted.get(sorted.size() / 2));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static void say(String form, Object... values) {
        System.out.printf(Locale.ROOT, form + "%n", values);
    }

    /** The feed alone, of a stack whose other parts run already. */
    static final class Feed implements AutoCloseable {

        private final LocalStack stack;

        Feed(StackSettings settings) {
            stack = new LocalStack(settings);
            stack.start("feed");
        }

        @Override
        public void close() {
            stack.stop("feed");
        }
    }
}
