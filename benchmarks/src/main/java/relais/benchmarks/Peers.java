package relais.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.local.LocalStack;
import relais.local.StackSettings;

/**
 * The feed's rebuild beside what others would use for a read model of the same events, on the same
 * machine, broker and store, in turn: the usual listener of a Spring application, a projection of
 * Axon Framework, and MongoDB's sink connector. None of the three keeps versions, entries of a feed
 * or search keys; the rebuild writes all of it, with its indexes.
 */
@Command(name = "peers", mixinStandardHelpOptions = true)
final class Peers implements Callable<Integer> {

    private static final String JSON_TOPIC = "relais.bench.json";
    private static final int PARTITIONS = 12;

    @Option(names = "--events", description = "events to write (default ${DEFAULT-VALUE})")
    int events = 20_000;

    @Option(
            names = "--runs",
            description = "of each, after one that warms up (default ${DEFAULT-VALUE})")
    int runs = 5;

    @Option(names = "--threads", description = "of each (default ${DEFAULT-VALUE})")
    int threads = 2;

    @Mixin final Seed seed = new Seed();

    @Mixin final FeedStack feedStack = new FeedStack();

    @Mixin final FiguresFile json = new FiguresFile();

    private final SequencedMap<String, List<Duration>> took = new LinkedHashMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Peers()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        StackSettings settings =
                feedStack
                        .settings()
                        .withEnvironment(
                                "feed",
                                Map.of("RELAIS_FEED_REBUILD_THREADS", Integer.toString(threads)));
        Path folder = Files.createTempDirectory("relais-peers-");
        try (LocalStack stack = new LocalStack(settings, line -> System.out.println(line))) {
            FeedStack.start(stack, settings);
            measure(stack, settings, folder);
        } finally {
            Machine.delete(settings.home());
            Machine.delete(folder);
        }
        return 0;
    }

    private void measure(LocalStack stack, StackSettings settings, Path folder) throws Exception {
        try (MongoClient client = MongoClients.create(stack.mongoUri())) {
            MongoDatabase store = client.getDatabase(feedStack.database);
            write(stack);
            try (var _ = new Rebuild.Feed(settings)) {
                FeedStack.awaitFolded(stack, events);
                JavaProcess feed = JavaProcess.service("feed");
                var rebuilding =
                        new Rebuilding(stack.url("feed"), () -> stack.token("exploitation"), store);
                for (int run = 0; run <= runs; run++) {
                    measure(stack, store, rebuilding, feed, folder, run);
                }
                System.out.println(Machine.describe());
                print(feed.flags());
            }
            store.drop();
        }
    }

    private void measure(
            LocalStack stack,
            MongoDatabase store,
            Rebuilding rebuilding,
            JavaProcess feed,
            Path folder,
            int run)
            throws Exception {
        MongoCollection<Document> updated = store.getCollection("usual_" + run);
        MongoCollection<Document> sunk = store.getCollection("sink_" + run);
        List<String> topics = List.copyOf(EventSchemas.byTopic().keySet());
        var deserializer = new EventDeserializer(new ConfluentSchemaRegistry(stack.registryUrl()));
        var usual = new UsualListener(stack.kafkaConnection(), topics, deserializer, updated);
        var axon = new AxonProcessor(stack.kafkaConnection(), topics, deserializer, store);
        var sink = new SinkConnector(stack.kafkaConnection(), JSON_TOPIC, stack.mongoUri(), sunk);
        Duration ofUsual = usual.measure("usual-" + run, events, threads);
        Duration ofAxon = axon.measure("axon_" + run, events, threads);
        Duration ofSink = sink.measure(events, threads, folder);
        Rebuilding.Built built = rebuilding.build(events, feed);
        updated.drop();
        store.getCollection("axon_" + run).drop();
        sunk.drop();
        rebuilding.drop(built.number());
        if (run > 0) {
            add("record listener, an update for each event", ofUsual);
            add("Axon Framework's processor, an update for each event", ofAxon);
            add("MongoDB's sink connector, a document for each event", ofSink);
            add("rebuild, without its indexes", built.folded());
            add("rebuild, with its indexes", built.built());
        }
    }

    private void add(String what, Duration duration) {
        took.computeIfAbsent(what, _ -> new ArrayList<>()).add(duration);
    }

    private void write(LocalStack stack) throws Exception {
        var registry = new ConfluentSchemaRegistry(stack.registryUrl());
        LogReading.write(stack, seed.history(registry), events);
        try (Admin admin = Admin.create(stack.kafkaConnection())) {
            admin.createTopics(List.of(new NewTopic(JSON_TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        // Confluent's converter of Avro is in no public repository of Maven: the connector gets
        // JSON.
        SeededHistory again = seed.history(registry);
        EventDeserializer deserializer = new EventDeserializer(registry);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        stack.kafkaConnection(Map.of("linger.ms", 20)),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (int i = 0; i < events; i++) {
                ProducerRecord<String, byte[]> event = again.next();
                SpecificRecord value = deserializer.deserialize(event.value());
                String id = UsualListener.header(event.headers(), "ce_id");
                String document = "{\"_id\": \"" + id + "\", \"event\": " + value + "}";
                var _ = producer.send(new ProducerRecord<>(JSON_TOPIC, event.key(), document));
            }
        }
    }

    private void print(String flags) throws IOException {
        System.out.printf("feed, %d threads: %s%n", threads, flags);
        System.out.println("| what | events a second | of the first | median, s | least | most |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        double first = median(took.sequencedValues().getFirst());
        List<Map<String, Object>> figures = new ArrayList<>();
        took.forEach(
                (what, all) -> {
                    double median = median(all);
                    double least = all.stream().mapToDouble(Peers::seconds).min().orElseThrow();
                    double most = all.stream().mapToDouble(Peers::seconds).max().orElseThrow();
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %,.0f | %.1f | %.2f | %.2f | %.2f |%n",
                            what,
                            events / median,
                            first / median,
                            median,
                            least,
                            most);
                    figures.add(
                            Map.of(
                                    "what", what,
                                    "events", events,
                                    "runs", all.size(),
                                    "medianSeconds", median,
                                    "leastSeconds", least,
                                    "mostSeconds", most,
                                    "ofTheFirst", first / median));
                });
        json.write(figures);
    }

    private static double median(List<Duration> durations) {
        return seconds(durations.stream().sorted().toList().get(durations.size() / 2));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
