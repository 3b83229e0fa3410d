package relais.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.local.LocalStack;
import relais.local.StackSettings;

/**
 * What does a read of the feed cost beyond the query that finds its documents? Starts a stack of
 * its own, has the feed fold a {@link SeededHistory}, and asks the feed and the store for the same
 * by turns: one reader for durations, several at a time for how many a second. The query is the
 * plain driver's, of whole documents. Where no MongoDB is named the stand-in scans what MongoDB has
 * indexes for: what is beyond the query is the figure then.
 */
@Command(name = "reads", mixinStandardHelpOptions = true)
final class Reads implements Callable<Integer> {

    @Option(
            names = "--cards",
            split = ",",
            description = "published experiences, growing (default ${DEFAULT-VALUE})")
    List<Integer> cards = List.of(1_000, 10_000);

    @Mixin final Seed seed = new Seed();

    @Option(names = "--runs", description = "the median counts (default ${DEFAULT-VALUE})")
    int runs = 5;

    @Option(names = "--reads", description = "by one reader in a run (default ${DEFAULT-VALUE})")
    int reads = 500;

    @Option(names = "--readers", description = "at a time (default ${DEFAULT-VALUE})")
    int readers = 4;

    @Option(names = "--seconds", description = "of several readers (default ${DEFAULT-VALUE})")
    int seconds = 3;

    @Mixin final FeedStack feedStack = new FeedStack();

    @Mixin final FiguresFile json = new FiguresFile();

    @Option(names = "--feed", description = "measure this feed instead, and write nothing")
    @Nullable URI feed;

    @Option(names = "--feed-process", description = "its process")
    long feedProcess;

    @Option(names = "--token", description = "of an operator, for it")
    String token = "";

    private final List<ReadCost> costs = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Reads()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (feed == null) {
            startAndMeasure();
        } else {
            measure(
                    cards.getLast(),
                    new ReadMeasure(
                            feed,
                            new JavaProcess(feedProcess),
                            () -> token,
                            reads,
                            readers,
                            seconds),
                    feedStack.mongodb);
        }
        json.write(Map.of("machine", Machine.describe(), "runs", runs, "reads", costs));
        return 0;
    }

    private void startAndMeasure() throws Exception {
        StackSettings settings = feedStack.settings();
        try (LocalStack stack = new LocalStack(settings, line -> say("%s", line))) {
            FeedStack.start(stack, settings);
            stack.start("feed");
            var history = seed.history(stack);
            Supplier<String> operator = () -> stack.token("exploitation");
            var measuring =
                    new ReadMeasure(
                            stack.url("feed"),
                            JavaProcess.service("feed"),
                            operator,
                            reads,
                            readers,
                            seconds);
            int written = 0;
            int events = 0;
            for (int more : cards) {
                events += write(stack, history, written, more);
                written = more;
                FeedStack.awaitFolded(stack, events);
                measure(written, measuring, stack.mongoUri());
            }
        } finally {
            Machine.delete(settings.home());
        }
    }

    private int write(LocalStack stack, SeededHistory history, int from, int to) {
        Map<String, Object> settings = stack.kafkaConnection(Map.of("linger.ms", 20));
        int events = 0;
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; from == 0 && i < SeededHistory.DEPARTEMENTS.size(); i++, events++) {
                var _ = producer.send(history.next());
            }
            for (int i = from; i < to; i++) {
                for (var event : history.publishedExperience()) {
                    var _ = producer.send(event);
                    events++;
                }
                if (i % 3 == 2) {
                    // What else happens, and what is not published.
                    var _ = producer.send(history.next());
                    events++;
                }
            }
        }
        return events;
    }

    private void measure(int written, ReadMeasure measuring, String uri) throws Exception {
        try (MongoClient store = MongoClients.create(uri)) {
            List<ReadQuestion> questions = ReadQuestion.all(store.getDatabase(feedStack.database));
            for (ReadQuestion question : questions) {
                var _ = measuring.run(written, question, 0, 0);
            }
            double idle = measuring.idle();
            System.out.println();
            System.out.println(Machine.describe());
            System.out.println(measuring.process().flags());
            System.out.println(ReadCost.header());
            for (ReadQuestion question : questions) {
                List<ReadCost> all = new ArrayList<>();
                for (int run = 0; run < runs; run++) {
                    all.add(measuring.run(written, question, run * reads, idle));
                }
                ReadCost median = ReadCost.median(all);
                costs.add(median);
                System.out.println(median.row());
            }
        }
    }

    private static void say(String form, Object... values) {
        System.out.printf(Locale.ROOT, form + "%n", values);
    }
}
