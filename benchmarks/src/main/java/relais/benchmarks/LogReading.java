package relais.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventSchemas;
import relais.local.LocalStack;
import relais.local.StackSettings;

/**
 * How fast is the whole log read, and in how much memory? Starts a stack of its own, writes a
 * {@link SeededHistory}, takes it away over HTTP in every form, and compares each with the floor:
 * Kafka's own consumer on the same partitions. Then takes it away again, and looks at the heap of
 * the history service, which runs as it does in production.
 */
@Command(name = "log-reading", mixinStandardHelpOptions = true)
final class LogReading implements Callable<Integer> {

    private static final List<String> FORMS = List.of("ndjson", "csv", "avro", "parquet");
    private static final List<String> NOT_NEEDED =
            List.of("partners", "contributions", "experiences", "feed", "portal");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;
    private static final double MEGABYTE = 1024 * 1024;

    @Option(names = "--events", description = "events to write (default ${DEFAULT-VALUE})")
    int events = 1_000_000;

    @Option(names = "--seed", description = "of what they tell (default ${DEFAULT-VALUE})")
    long seed = 20_151_001;

    @Option(
            names = "--history-process",
            description =
                    "read the log of the running stack instead, and write nothing; this is the"
                            + " process id of its history service")
    long historyProcess;

    private final Table table = new Table();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LogReading()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (historyProcess > 0) {
            LocalStack running = new LocalStack(StackSettings.of(System.getenv()));
            JavaProcess history = new JavaProcess(historyProcess);
            long idle = history.heapAfterCollection();
            measure(running, history);
            memory(running, history, idle);
            return 0;
        }
        StackSettings settings = StackSettings.temporary();
        try (LocalStack stack = new LocalStack(settings, line -> say("%s", line))) {
            stack.up();
            NOT_NEEDED.forEach(stack::stop);
            SeededHistory history =
                    new SeededHistory(new ConfluentSchemaRegistry(stack.registryUrl()), seed);
            write(stack, history, events);
            JavaProcess reader = JavaProcess.service("history");
            long idle = reader.heapAfterCollection();
            measure(stack, reader);
            memory(stack, reader, idle);
        } finally {
            delete(settings.home());
        }
        return 0;
    }

    static void write(LocalStack stack, SeededHistory history, int events) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        stack.kafkaBootstrap(),
                        "linger.ms",
                        20,
                        "batch.size",
                        128 * 1024,
                        "buffer.memory",
                        64 * 1024 * 1024);
        long begin = System.nanoTime();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < events; i++) {
                // One that is not written is missing from every count below.
                var _ = producer.send(history.next());
            }
        }
        say("%,d events written, %,.0f a second", events, perSecond(events, since(begin)));
    }

    private void measure(LocalStack stack, JavaProcess history) throws Exception {
        Downloads downloads = new Downloads(stack.url("history"), token(stack));
        PollFloor floor =
                new PollFloor(stack.kafkaBootstrap(), List.copyOf(EventSchemas.byTopic().keySet()));
        // Once for the page cache, once for the compiler.
        floor.measure();
        insist(downloads, "format=ndjson&limit=100000");

        System.out.println();
        System.out.println(Machine.describe());
        Duration before = JavaProcess.self().processorTime();
        PollFloor.Polled polled = floor.measure();
        table.floor(
                polled.events(),
                polled.bytes(),
                new Table.Cost(polled.took(), JavaProcess.self().processorTime().minus(before)));
        for (String form : FORMS) {
            export("export, " + form, "format=" + form, downloads, history, polled.events());
        }
        export(
                "filter that keeps 1 in 100, ndjson",
                "format=ndjson&territory=" + SeededHistory.DEPARTEMENTS.getFirst(),
                downloads,
                history,
                polled.events());
    }

    /**
     * @param idle bytes on the heap before the first export
     */
    private static void memory(LocalStack stack, JavaProcess history, long idle) throws Exception {
        Downloads downloads = new Downloads(stack.url("history"), token(stack));
        System.out.println();
        System.out.println("| exported | heap idle, MB | at most, MB | difference | looks |");
        System.out.println("| --- | --- | --- | --- | --- |");
        memory(history, idle, downloads, List.of("ndjson"));
        memory(history, idle, downloads, List.of("parquet"));
        memory(history, idle, downloads, FORMS);
        memory(history, idle, downloads, List.of());
    }

    private void export(
            String name, String query, Downloads downloads, JavaProcess history, long read)
            throws IOException, InterruptedException {
        Duration before = history.processorTime();
        Downloads.Downloaded downloaded = insist(downloads, query);
        table.add(
                name,
                read,
                downloaded.events(),
                downloaded.bytes(),
                new Table.Cost(downloaded.took(), history.processorTime().minus(before)));
    }

    /** On a machine without a core to spare the log may count as away: that is said, not hidden. */
    private static Downloads.Downloaded insist(Downloads downloads, String query)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return downloads.download(query);
            } catch (IOException brokeOff) {
                say("attempt %d of %s: %s", attempt, query, brokeOff);
                if (attempt == ATTEMPTS) {
                    throw brokeOff;
                }
            }
        }
    }

    /** Looks at what stays on the heap while these forms are written at once. */
    private static void memory(
            JavaProcess history, long idle, Downloads downloads, List<String> forms)
            throws Exception {
        long most = 0;
        int looks = 0;
        Map<String, Future<Downloads.Downloaded>> all = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String form : forms) {
                all.put(form, threads.submit(() -> downloads.download("format=" + form)));
            }
            do {
                Thread.sleep(BETWEEN_LOOKS);
                most = Math.max(most, history.heapAfterCollection());
                looks++;
            } while (!all.values().stream().allMatch(Future::isDone));
        }
        List<String> outcomes = new ArrayList<>();
        all.forEach((form, download) -> outcomes.add(form + " " + outcome(download)));
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %+.1f | %d |%n",
                outcomes.isEmpty() ? "nothing, afterwards" : String.join(", ", outcomes),
                idle / MEGABYTE,
                most / MEGABYTE,
                (most - idle) / MEGABYTE,
                looks);
    }

    private static String outcome(Future<Downloads.Downloaded> download) {
        return download.state() == Future.State.SUCCESS
                ? "%,d events".formatted(download.resultNow().events())
                : "broke off: " + download.exceptionNow();
    }

    /** Tokens end before a large log does. */
    private static Supplier<String> token(LocalStack stack) {
        return () -> stack.token("analyste");
    }

    static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    static double perSecond(long events, Duration took) {
        return events * 1e9 / took.toNanos();
    }

    private static void say(String form, Object... values) {
        System.out.printf(Locale.ROOT, form + "%n", values);
    }
}
