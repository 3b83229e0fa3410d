package relais.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.local.LocalStack;
import relais.local.StackSettings;

/**
 * What do several instances of the feed bring? Starts a stack of its own, and with one, three, and
 * again one instance writes as many events of a {@link SeededHistory}, waits until they are in the
 * read model, and has several readers ask all instances in turn for cards. Turn by turn there is
 * more in the store, which the last turn with as many instances as the first shows.
 */
@Command(name = "feed-instances", mixinStandardHelpOptions = true)
final class FeedInstances implements Callable<Integer> {

    private static final String GROUP = "relais.feed";
    private static final Duration SETTLED = Duration.ofMinutes(2);

    @Option(
            names = "--events",
            description = "events to write in each turn (default ${DEFAULT-VALUE})")
    int events = 20_000;

    @Option(
            names = "--instances",
            split = ",",
            description = "of the feed, turn by turn (default ${DEFAULT-VALUE})")
    List<Integer> turns = List.of(1, 3, 1, 3, 1);

    @Option(names = "--readers", description = "at a time (default ${DEFAULT-VALUE})")
    int readers = 12;

    @Option(names = "--seconds", description = "that they read (default ${DEFAULT-VALUE})")
    int seconds = 10;

    @Mixin final Seed seed = new Seed();

    @Mixin final FeedStack feedStack = new FeedStack();

    @Mixin final FiguresFile json = new FiguresFile();

    private final List<Turn> measured = new ArrayList<>();
    private String flags = "";

    /**
     * What was measured of one turn.
     *
     * @param processorMicros of all instances for an event
     */
    record Turn(
            int instances, double eventsPerSecond, double processorMicros, double readsPerSecond) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FeedInstances()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        StackSettings settings = feedStack.settings();
        try (LocalStack stack = new LocalStack(settings, line -> System.out.println(line))) {
            FeedStack.start(stack, settings);
            try (MongoClient client = MongoClients.create(stack.mongoUri())) {
                measure(stack, settings, client);
                client.getDatabase(feedStack.database).drop();
            }
        } finally {
            Machine.delete(settings.home());
        }
        print();
        return 0;
    }

    private void measure(LocalStack stack, StackSettings settings, MongoClient client)
            throws Exception {
        var history = seed.history(stack);
        List<LocalStack> feeds = new ArrayList<>();
        try {
            int membersOfOne = 0;
            for (int turn = 0; turn < turns.size(); turn++) {
                int instances = turns.get(turn);
                while (feeds.size() > instances) {
                    feeds.removeLast().stop("feed");
                }
                while (feeds.size() < instances) {
                    var another = new LocalStack(settings.withFreePorts(List.of("feed")));
                    another.start("feed");
                    feeds.add(another);
                    if (membersOfOne == 0) {
                        membersOfOne = awaitMembers(stack, 1);
                    }
                }
                awaitMembers(stack, membersOfOne * instances);
                measured.add(measure(stack, history, feeds, turn, client));
            }
        } finally {
            feeds.forEach(feed -> feed.stop("feed"));
        }
    }

    private Turn measure(
            LocalStack stack,
            SeededHistory history,
            List<LocalStack> feeds,
            int turn,
            MongoClient client)
            throws Exception {
        List<JavaProcess> processes =
                feeds.stream()
                        .map(feed -> new JavaProcess(feed.pid("feed").orElseThrow()))
                        .toList();
        flags = processes.getFirst().flags();
        Duration before = processorTime(processes);
        long begin = System.nanoTime();
        LogReading.write(stack, history, events);
        FeedStack.awaitFolded(stack, (turn + 1) * events);
        double rate = LogReading.perSecond(events, Duration.ofNanos(System.nanoTime() - begin));
        double micros = processorTime(processes).minus(before).toNanos() / 1e3 / events;
        ReadQuestion card =
                ReadQuestion.all(client.getDatabase(feedStack.database)).stream()
                        .filter(question -> question.name().equals("GET /cards/{id}"))
                        .findFirst()
                        .orElseThrow();
        List<URI> addresses = feeds.stream().map(feed -> feed.url("feed")).toList();
        // The first turn of readers is for the compiler.
        readsPerSecond(addresses, card);
        return new Turn(feeds.size(), rate, micros, readsPerSecond(addresses, card));
    }

    private static Duration processorTime(List<JavaProcess> processes) {
        return processes.stream()
                .map(JavaProcess::processorTime)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * How many readers of the log the group has, once each knows what it reads.
     *
     * @param least not fewer
     * @throws IOException if it has not come to rest within two minutes
     */
    private static int awaitMembers(LocalStack stack, int least) throws Exception {
        long end = System.nanoTime() + SETTLED.toNanos();
        try (Admin admin = Admin.create(stack.kafkaConnection())) {
            while (System.nanoTime() < end) {
                ConsumerGroupDescription group =
                        admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                                .findFirst()
                                .orElseThrow();
                int members = group.members().size();
                if (group.groupState() == GroupState.STABLE
                        && (least == 1 ? members >= 1 : members == least)) {
                    return members;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IOException("The group of the feed has not come to rest");
    }

    private double readsPerSecond(List<URI> feeds, ReadQuestion question) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        Callable<Void> reader =
                () -> {
                    while (System.nanoTime() < end) {
                        int n = next.getAndIncrement();
                        URI feed = feeds.get(n % feeds.size());
                        var _ = ReadMeasure.get(feed.resolve(question.path().apply(n)));
                    }
                    return null;
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                all.add(threads.submit(reader));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        }
        return next.get() * 1e9 / (System.nanoTime() - begin);
    }

    private void print() throws IOException {
        Turn first = measured.getFirst();
        System.out.println();
        System.out.println(Machine.describe());
        System.out.println("each instance: " + flags);
        System.out.println(
                "| instances | events a second | of the first turn | CPU of all, µs an event |"
                        + " reads of a card a second | of the first turn |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (Turn turn : measured) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %,.0f | %.2f | %.0f | %,.0f | %.2f |%n",
                    turn.instances(),
                    turn.eventsPerSecond(),
                    turn.eventsPerSecond() / first.eventsPerSecond(),
                    turn.processorMicros(),
                    turn.readsPerSecond(),
                    turn.readsPerSecond() / first.readsPerSecond());
        }
        json.write(Map.of("machine", Machine.describe(), "flags", flags, "turns", measured));
    }
}
