package relais.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventSchemas;
import relais.events.SchemaRegistry;
import relais.local.LocalStack;
import relais.local.StackSettings;

/**
 * How fast is the whole log read, and in how much memory? Starts a stack of its own, writes a
 * {@link SeededHistory}, takes it away over HTTP in every form, and compares each with floors of
 * the same run: Kafka's own consumer on the same partitions, alone and with what the form cannot do
 * without. Then takes it away again, and looks at the heap of the history service.
 */
@Command(name = "log-reading", mixinStandardHelpOptions = true)
final class LogReading implements Callable<Integer> {

    private static final List<String> FORMS = List.of("ndjson", "csv", "avro", "parquet");
    private static final String FILTER = "filter that keeps 1 in 100, ndjson";
    private static final int ATTEMPTS = 5;

    @Option(names = "--events", description = "events to write (default ${DEFAULT-VALUE})")
    int events = 1_000_000;

    @Mixin final Seed seed = new Seed();

    @Option(
            names = "--history-process",
            description =
                    "read the log of the running stack instead, and write nothing; this is the"
                            + " process id of its history service")
    long historyProcess;

    @Option(names = "--runs", description = "of all ways in turn (default ${DEFAULT-VALUE})")
    int runs = 5;

    @Option(
            names = "--flags",
            split = " ",
            description =
                    "options of the history service's Java virtual machine, given after those that"
                            + " it has, such as -XX:TieredStopAtLevel=4")
    List<String> flags = List.of();

    @Mixin final FiguresFile json = new FiguresFile();

    private static final String RAW_POLL = "floor: Kafka's consumer polls";
    private static final String HEADER_TEST = "floor: and looks at one header";
    private static final String WRITING = "floor: and decodes Avro, and writes JSON";
    private static final String PARQUET = "floor: Parquet's writer over rows in memory";

    private final Table table = new Table();

    /** What is written to the file. */
    record Outcome(
            String machine,
            String flags,
            int runs,
            List<Table.Measured> ways,
            List<ExportHeap.Heap> heaps) {}

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
            end(history, heap(running, history).measure(FORMS, idle));
            return 0;
        }
        StackSettings settings = StackSettings.temporary().withJvmOptions("history", flags);
        try (LocalStack stack = new LocalStack(settings, line -> say("%s", line))) {
            FeedStack.start(stack, settings);
            stack.start("history");
            SeededHistory history = seed.history(stack);
            write(stack, history, events);
            JavaProcess reader = JavaProcess.service("history");
            long idle = reader.heapAfterCollection();
            measure(stack, reader);
            end(reader, heap(stack, reader).measure(FORMS, idle));
        } finally {
            Machine.delete(settings.home());
        }
        return 0;
    }

    static void write(LocalStack stack, SeededHistory history, int events) {
        Map<String, Object> settings =
                stack.kafkaConnection(
                        Map.of(
                                "linger.ms",
                                20,
                                "batch.size",
                                128 * 1024,
                                "buffer.memory",
                                64 * 1024 * 1024));
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
        List<String> topics = List.copyOf(EventSchemas.byTopic().keySet());
        PollFloor floor = new PollFloor(stack.kafkaConnection(), topics);
        SchemaRegistry registry = new ConfluentSchemaRegistry(stack.registryUrl());
        ParquetFloor parquet = new ParquetFloor(floor, registry);
        String one = SeededHistory.DEPARTEMENTS.getFirst();
        table.floor("export, ndjson", WRITING);
        table.floor("export, parquet", PARQUET);
        table.floor(FILTER, HEADER_TEST);
        // For the page cache and for the compiler.
        floor.measure(PollFloor::nothing);
        floor.measure(() -> new WriteFloor(registry));
        for (String form : FORMS) {
            insist(downloads, "limit=60000&format=" + form);
        }
        for (int run = 1; run <= runs; run++) {
            say("run %d of %d", run, runs);
            long events = poll(RAW_POLL, floor, PollFloor::nothing);
            poll(HEADER_TEST, floor, () -> PollFloor.header("ce_territory", one));
            poll(WRITING, floor, () -> new WriteFloor(registry));
            for (String form : FORMS) {
                export("export, " + form, "format=" + form, downloads, history, events);
            }
            export(FILTER, "format=ndjson&territory=" + one, downloads, history, events);
            Duration before = JavaProcess.self().processorTime();
            Duration took = parquet.measure(events);
            Duration processor = JavaProcess.self().processorTime().minus(before);
            table.add(PARQUET, events, events, 0, new Table.Cost(took, processor));
        }
    }

    /** How many events it polled. */
    private long poll(String name, PollFloor floor, Supplier<PollFloor.Work> work)
            throws Exception {
        Duration before = JavaProcess.self().processorTime();
        PollFloor.Polled polled = floor.measure(work);
        Duration processor = JavaProcess.self().processorTime().minus(before);
        table.add(
                name,
                polled.events(),
                polled.kept(),
                polled.bytes(),
                new Table.Cost(polled.took(), processor));
        return polled.events();
    }

    /** Says all of it once more, together. */
    private void end(JavaProcess history, List<ExportHeap.Heap> heaps)
            throws IOException, InterruptedException {
        String machine = Machine.describe();
        String applied = history.flags();
        System.out.println();
        say("%s; median of %d runs", machine, runs);
        say("The history service ran with %s", applied);
        System.out.println();
        table.print();
        json.write(new Outcome(machine, applied, runs, table.measured(), heaps));
    }

    private static ExportHeap heap(LocalStack stack, JavaProcess history) {
        return new ExportHeap(history, new Downloads(stack.url("history"), token(stack)));
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

    /** Tokens end before a large log does. */
    private static Supplier<String> token(LocalStack stack) {
        return () -> stack.token("analyste");
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
