package relais.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.local.LocalStack;
import relais.local.StackSettings;
import relais.local.backbone.MongoChoice;

/**
 * Does anything cost more because there is more of it? Starts a stack of its own and lets one
 * {@link SeededHistory} grow from size to size. At each it measures how fast the feed follows the
 * log and what that costs the feed and the store, a rebuild, an export, the feed's reads, memory
 * and disk. Of the events of that history a fifth submits an experience, a twentieth are encrypted
 * messages, a hundredth is a text of a contribution, and the rest happens to experiences.
 */
@Command(name = "scale", mixinStandardHelpOptions = true)
final class Scale implements Callable<Integer> {

    private static final String EVENTS = "events a second";
    private static final String MICROS = "µs of processor time an event";
    private static final String BUILT = "built from the log";
    private static final String OF_FEED_BUILDING = "feed, building from the log";

    /**
     * Events that reach each partition of the experiences: after them no list is remembered, and no
     * card of an experience.
     */
    private static final int AFTER_WARMING_UP = 300;

    @Option(
            names = "--events",
            split = ",",
            description = "sizes of the log, growing (default ${DEFAULT-VALUE})")
    List<Integer> sizes = List.of(10_000, 100_000);

    @Option(
            names = "--build-from",
            description =
                    "from this size on (default ${DEFAULT-VALUE}), and after the first, the feed"
                            + " does not follow the log while it is written: its store is emptied,"
                            + " and it builds the model from the log when it starts")
    int buildFrom = 500_000;

    @Mixin final Seed seed = new Seed();

    @Option(names = "--threads", description = "of a rebuild (default ${DEFAULT-VALUE})")
    int threads = 2;

    @Option(
            names = "--reads",
            description =
                    "of each kind, by one reader, of what nobody has asked since the last event"
                            + " (default ${DEFAULT-VALUE}); 0 for none, where the store reads all"
                            + " documents for each")
    int reads = 50;

    @Mixin final FeedStack feedStack = new FeedStack();

    @Mixin final FiguresFile json = new FiguresFile();

    private final List<Grown> grown = new ArrayList<>();

    /** One thing that was measured at one size; the smallest size is what others are held to. */
    record Figure(String unit, double value) {}

    /** All that was measured at one size. */
    record Grown(int events, Map<String, Figure> figures, List<ReadCost> reads) {}

    /** What is written to the file. */
    record Outcome(String machine, String feedFlags, String storeFlags, List<Grown> sizes) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Scale()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        StackSettings settings =
                feedStack
                        .settings()
                        .withEnvironment(
                                "feed",
                                Map.of("RELAIS_FEED_REBUILD_THREADS", Integer.toString(threads)));
        try (LocalStack stack = new LocalStack(settings, line -> System.out.println(line))) {
            FeedStack.start(stack, settings);
            stack.start("history");
            stack.start("feed");
            try (MongoClient client = MongoClients.create(stack.mongoUri())) {
                MongoDatabase store = client.getDatabase(feedStack.database);
                grow(stack, store, settings.mongo() instanceof MongoChoice.StandIn);
                store.drop();
            }
        } finally {
            Machine.delete(settings.home());
        }
        return 0;
    }

    private void grow(LocalStack stack, MongoDatabase store, boolean standIn) throws Exception {
        var history = seed.history(stack);
        JavaProcess feed = JavaProcess.service("feed");
        @Nullable JavaProcess engine = standIn ? JavaProcess.descendant("MongoServer") : null;
        int written = 0;
        for (int size : sizes) {
            var figures = new Figures();
            if (written > 0 && size >= buildFrom) {
                feed = build(stack, store, history, size, size - written, engine, figures);
            } else {
                follow(stack, history, size, size - written, feed, engine, figures);
                rebuild(stack, store, size, feed, figures);
            }
            written = size;
            export(stack, size, figures);
            List<ReadCost> costs = new ArrayList<>();
            if (reads > 0) {
                written += AFTER_WARMING_UP;
                costs.addAll(read(stack, store, history, size, feed));
            }
            memory(stack, feed, engine, figures);
            grown.add(new Grown(size, figures.byName, costs));
            print(
                    new Outcome(
                            Machine.describe(),
                            feed.flags(),
                            engine == null ? "" : engine.flags(),
                            List.copyOf(grown)));
        }
    }

    /** In the order in which they were measured. */
    private static final class Figures {
        private final Map<String, Figure> byName = new LinkedHashMap<>();

        void add(String name, String unit, double value) {
            byName.put(name, new Figure(unit, value));
            System.out.printf(Locale.ROOT, "%s: %,.2f %s%n", name, value, unit);
        }
    }

    /** The feed follows the log while it is written, as it does every day. */
    private static void follow(
            LocalStack stack,
            SeededHistory history,
            int size,
            int more,
            JavaProcess feed,
            @Nullable JavaProcess engine,
            Figures figures)
            throws Exception {
        Duration ofFeed = feed.processorTime();
        Duration ofStore = engine == null ? Duration.ZERO : engine.processorTime();
        long begin = System.nanoTime();
        LogReading.write(stack, history, more);
        FeedStack.awaitFolded(stack, size);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        figures.add("followed", EVENTS, LogReading.perSecond(more, took));
        figures.add("feed, following", MICROS, micros(feed.processorTime().minus(ofFeed), more));
        if (engine != null) {
            figures.add(
                    "store, following",
                    MICROS,
                    micros(engine.processorTime().minus(ofStore), more));
        }
    }

    /** The feed's store was lost: what it had is built from the log before it serves. */
    private static JavaProcess build(
            LocalStack stack,
            MongoDatabase store,
            SeededHistory history,
            int size,
            int more,
            @Nullable JavaProcess engine,
            Figures figures)
            throws Exception {
        stack.stop("feed");
        store.drop();
        LogReading.write(stack, history, more);
        Duration ofStore = engine == null ? Duration.ZERO : engine.processorTime();
        long begin = System.nanoTime();
        // It is ready when the model is, for which it is waited longer than for a start.
        stack.start("feed");
        JavaProcess feed = JavaProcess.service("feed");
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        figures.add(BUILT, EVENTS, LogReading.perSecond(size, took));
        figures.add(OF_FEED_BUILDING, MICROS, micros(feed.processorTime(), size));
        if (engine != null) {
            Duration used = engine.processorTime().minus(ofStore);
            figures.add("store, building from the log", MICROS, micros(used, size));
        }
        return feed;
    }

    private static void rebuild(
            LocalStack stack, MongoDatabase store, int size, JavaProcess feed, Figures figures)
            throws Exception {
        var rebuilding =
                new Rebuilding(stack.url("feed"), () -> stack.token("exploitation"), store);
        Rebuilding.Built built = rebuilding.build(size, feed);
        figures.add(BUILT, EVENTS, LogReading.perSecond(size, built.built()));
        figures.add(OF_FEED_BUILDING, MICROS, micros(built.processor(), size));
        figures.add(
                "comparison",
                "part of the rebuild",
                (double) built.compared().toNanos() / built.built().toNanos());
        rebuilding.drop(built.number());
    }

    private static void export(LocalStack stack, int size, Figures figures) throws Exception {
        JavaProcess history = JavaProcess.service("history");
        var downloads = new Downloads(stack.url("history"), () -> stack.token("analyste"));
        Duration before = history.processorTime();
        Downloads.Downloaded downloaded = downloads.download("format=ndjson");
        if (downloaded.events() != size) {
            throw new IOException(downloaded.events() + " of " + size + " events were exported");
        }
        figures.add("exported", EVENTS, LogReading.perSecond(size, downloaded.took()));
        figures.add(
                "history, exporting", MICROS, micros(history.processorTime().minus(before), size));
    }

    /**
     * Of a feed that has answered such questions before, and remembers none of the answers, at most
     * the names of partners.
     */
    private List<ReadCost> read(
            LocalStack stack,
            MongoDatabase store,
            SeededHistory history,
            int size,
            JavaProcess feed)
            throws Exception {
        var measuring =
                new ReadMeasure(
                        stack.url("feed"), feed, () -> stack.token("exploitation"), reads, 4, 3);
        List<ReadQuestion> questions = ReadQuestion.all(store);
        for (ReadQuestion question : questions) {
            var _ = measuring.run(size, question, reads, 0);
        }
        LogReading.write(stack, history, AFTER_WARMING_UP);
        FeedStack.awaitFolded(stack, size + AFTER_WARMING_UP);
        List<ReadCost> costs = new ArrayList<>();
        double idle = measuring.idle();
        for (ReadQuestion question : questions) {
            costs.add(ReadCost.median(List.of(measuring.run(size, question, 0, idle))));
        }
        return costs;
    }

    private static void memory(
            LocalStack stack, JavaProcess feed, @Nullable JavaProcess engine, Figures figures)
            throws IOException, InterruptedException {
        JavaProcess history = JavaProcess.service("history");
        figures.add("heap of the feed", "MB", feed.heapAfterCollection() / 1e6);
        figures.add("heap of history", "MB", history.heapAfterCollection() / 1e6);
        figures.add("memory of the feed", "MB", feed.memory() / 1e6);
        figures.add("memory of history", "MB", history.memory() / 1e6);
        figures.add("memory of the broker", "MB", JavaProcess.descendant("kafka").memory() / 1e6);
        if (engine != null) {
            figures.add("memory of the store", "MB", engine.memory() / 1e6);
            figures.add("disk of the store", "MB", disk(stack, "mongodb") / 1e6);
        }
        figures.add("disk of the log", "MB", disk(stack, "kafka") / 1e6);
    }

    private static long disk(LocalStack stack, String part) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(stack.home().resolve("data").resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static double micros(Duration processor, int events) {
        return processor.toNanos() / 1e3 / events;
    }

    /** After each size, so that one that takes too long takes nothing away. */
    private void print(Outcome outcome) throws IOException {
        System.out.println();
        System.out.println(outcome.machine());
        System.out.println("feed, " + threads + " threads: " + outcome.feedFlags());
        if (!outcome.storeFlags().isEmpty()) {
            System.out.println("stand-in for MongoDB: " + outcome.storeFlags());
        }
        StringBuilder header = new StringBuilder("| what | unit |");
        StringBuilder line = new StringBuilder("| --- | --- |");
        for (Grown size : outcome.sizes()) {
            header.append(" %,d |".formatted(size.events()));
            line.append(" --- |");
        }
        System.out.println(header.append(" last of first |"));
        System.out.println(line.append(" --- |"));
        var names = new LinkedHashSet<String>();
        outcome.sizes().forEach(size -> names.addAll(size.figures().keySet()));
        names.forEach(name -> printRow(outcome, name));
        System.out.println(ReadCost.header());
        outcome.sizes().stream()
                .flatMap(size -> size.reads().stream())
                .forEach(cost -> System.out.println(cost.row()));
        json.write(outcome);
    }

    /** Of a size at which this was not measured, nothing. */
    private static void printRow(Outcome outcome, String name) {
        List<Figure> known =
                outcome.sizes().stream()
                        .flatMap(size -> Stream.ofNullable(size.figures().get(name)))
                        .toList();
        StringBuilder text = new StringBuilder();
        text.append("| %s | %s |".formatted(name, known.getFirst().unit()));
        for (Grown size : outcome.sizes()) {
            Figure figure = size.figures().get(name);
            text.append(
                    figure == null ? " |" : String.format(Locale.ROOT, " %,.4g |", figure.value()));
        }
        double ratio = known.getLast().value() / known.getFirst().value();
        System.out.println(text.append(String.format(Locale.ROOT, " %.2f |", ratio)));
    }
}
