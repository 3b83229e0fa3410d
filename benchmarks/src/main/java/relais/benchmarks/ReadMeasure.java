package relais.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Asks one question of the feed and of its store by turns.
 *
 * @param reads by one reader
 * @param readers at a time, for so many seconds
 * @param token of an operator, who may see how many commands the feed sent
 */
record ReadMeasure(
        URI feed,
        JavaProcess process,
        Supplier<String> token,
        int reads,
        int readers,
        int seconds) {

    private static final int LIMIT_MILLIS = 20_000;
    private static final int BY_TURNS = 25;
    private static final Duration IDLE = Duration.ofSeconds(4);
    private static final String COMMANDS = "mongodb_driver_commands_seconds";

    /** A query or a read, the n-th of its kind; says how much it found. */
    private interface Once {
        long run(int n) throws IOException;
    }

    /**
     * Commands a second of a feed that nobody reads: it looks which model serves, and at its log.
     */
    double idle() throws IOException, InterruptedException {
        double before = commands();
        Thread.sleep(IDLE);
        return (commands() - before) * 1e3 / IDLE.toMillis();
    }

    /**
     * One run; what came before has warmed both.
     *
     * @param idle commands a second that are not for reads
     */
    ReadCost run(int cards, ReadQuestion question, int first, double idle) throws Exception {
        Latencies queries = new Latencies();
        Latencies answers = new Latencies();
        AtomicLong given = new AtomicLong();
        Once query = question::ask;
        Once read = n -> given.addAndGet(get(feed.resolve(question.path().apply(n))));
        double commands = commands();
        long taken = taken();
        long begin = System.nanoTime();
        // By turns, so that what else the machine does is the same for both.
        for (int n = first; n < first + reads; n += BY_TURNS) {
            time(query, n, queries);
            time(read, n, answers);
        }
        double count = answers.count();
        double others = idle * (System.nanoTime() - begin) / 1e9;
        commands = Math.max(0, commands() - commands - others);
        taken = taken() - taken;
        double queriesPerSecond = perSecond(query, first);
        Duration before = process.processorTime();
        double readsPerSecond = perSecond(read, first);
        double used = process.processorTime().minus(before).toNanos() / 1e6;
        return new ReadCost(
                cards,
                question.name(),
                question.index(),
                queries.percentile(0.5),
                answers.percentile(0.5),
                queriesPerSecond,
                readsPerSecond,
                used / (readsPerSecond * seconds),
                commands / count,
                taken / count,
                given.get() / (count + readsPerSecond * seconds),
                List.of());
    }

    private static void time(Once once, int first, Latencies into) throws IOException {
        for (int n = first; n < first + BY_TURNS; n++) {
            long begin = System.nanoTime();
            if (once.run(n) == 0) {
                throw new IOException("Nothing was found");
            }
            into.record(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private double perSecond(Once once, int first) throws Exception {
        AtomicInteger next = new AtomicInteger(first);
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        List<Future<Long>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            Callable<Long> reader =
                    () -> {
                        long count = 0;
                        while (System.nanoTime() < end) {
                            var _ = once.run(next.getAndIncrement());
                            count++;
                        }
                        return count;
                    };
            for (int i = 0; i < readers; i++) {
                all.add(threads.submit(reader));
            }
        }
        long count = 0;
        for (Future<Long> each : all) {
            count += each.get();
        }
        return count * 1e9 / (System.nanoTime() - begin);
    }

    /** How long the answer is. The connection is kept for the next. */
    static long get(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setReadTimeout(LIMIT_MILLIS);
        try (InputStream answer = connection.getInputStream()) {
            if (connection.getResponseCode() != 200) {
                throw new IOException(address + " answers " + connection.getResponseCode());
            }
            return answer.readAllBytes().length;
        }
    }

    /** Commands of the feed to its store so far, as its driver counts them. */
    private double commands() throws IOException {
        URI metrics = feed.resolve("/actuator/prometheus?includedNames=" + COMMANDS);
        var connection = (HttpURLConnection) metrics.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token.get());
        try (InputStream answer = connection.getInputStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(COMMANDS + "_count"))
                    .mapToDouble(
                            line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    /** Bytes that the feed has read so far, from sockets mostly: Linux counts them. */
    private long taken() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.process()), "io")).stream()
                .filter(line -> line.startsWith("rchar: "))
                .mapToLong(line -> Long.parseLong(line.substring("rchar: ".length())))
                .findFirst()
                .orElse(0);
    }
}
