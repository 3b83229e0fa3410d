package relais.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * More than a running stack can take: posts at a rate that rises, each waiting for its card in the
 * feed, whether or not the earlier ones were answered. Says for each rate what was accepted and
 * what was refused; then how long it takes until one post is in the feed again, what became of the
 * heap of each service, and whether anything that was acknowledged is missing. Ends with 1 if
 * something is, or if a service answers no more.
 */
@Command(name = "overload", mixinStandardHelpOptions = true)
final class Overload implements Callable<Integer> {

    private static final List<String> SERVICES =
            List.of("experiences", "feed", "partners", "contributions", "history");
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final Duration AFTERWARDS = Duration.ofSeconds(60);

    /** Lookups at a time, when all is quiet again. */
    private static final int LOOKUPS = 8;

    @Option(
            names = "--rates",
            split = ",",
            description = "posts a second, one after the other (default ${DEFAULT-VALUE})")
    List<Integer> rates = List.of(50, 100, 150, 200);

    @Option(names = "--seconds", description = "at each rate (default ${DEFAULT-VALUE})")
    int seconds = 60;

    @Option(names = "--host", description = "where the stack runs (default ${DEFAULT-VALUE})")
    String host = "http://localhost";

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Overload()).execute(arguments));
    }

    /** What became of the posts of one rate. */
    private static final class Outcome {
        private final Latencies answered = new Latencies();
        private final AtomicInteger accepted = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger refusedOtherwise = new AtomicInteger();
        private final AtomicInteger unanswered = new AtomicInteger();
        private final AtomicInteger seen = new AtomicInteger();

        String row(int rate) {
            return String.format(
                    Locale.ROOT,
                    "%8d %9d %9d %9d %10d %9d %9.0f %9.0f",
                    rate,
                    accepted.get(),
                    refused.get(),
                    refusedOtherwise.get(),
                    unanswered.get(),
                    seen.get(),
                    accepted.get() == 0 ? Double.NaN : answered.percentile(0.50),
                    accepted.get() == 0 ? Double.NaN : answered.percentile(0.99));
        }
    }

    @Override
    public Integer call() throws Exception {
        LocalStackClient stack = new LocalStackClient(host);
        String town = stack.token("besancon");
        String committee = stack.token("comite");
        Heaps heaps = new Heaps(stack, stack.token("exploitation"));
        heaps.look();

        System.out.println(Machine.describe());
        System.out.printf(
                Locale.ROOT,
                "%8s %9s %9s %9s %10s %9s %9s %9s%n",
                "a second",
                "accepted",
                "refused",
                "otherwise",
                "unanswered",
                "in feed",
                "p50 ms",
                "p99 ms");
        for (int rate : rates) {
            Outcome outcome = new Outcome();
            try (ExecutorService looking = Executors.newSingleThreadExecutor()) {
                var looks = looking.submit(() -> heaps.lookFor(Duration.ofSeconds(seconds)));
                new OpenLoop(rate)
                        .run(
                                Duration.ofSeconds(seconds),
                                (_, due) -> post(stack, town, committee, due, outcome));
                looks.get();
            }
            System.out.println(outcome.row(rate));
        }

        long begin = System.nanoTime();
        boolean recovered = recovers(stack, town, committee, begin);
        System.out.printf(
                Locale.ROOT,
                recovered
                        ? "A post is in the feed again after %.1f s%n"
                        : "No post is in the feed after %.1f s%n",
                (System.nanoTime() - begin) / 1e9);
        heaps.lookAfterwards(AFTERWARDS);
        System.out.print(heaps.table());
        int missing = missing(stack, town, committee);
        System.out.printf(
                Locale.ROOT,
                "acknowledged: %d; missing in the service or in the feed: %d%n",
                acknowledged.size(),
                missing);
        return recovered && missing == 0 && heaps.allAnswer() ? 0 : 1;
    }

    private void post(
            LocalStackClient stack, String town, String committee, long due, Outcome outcome) {
        try {
            HttpResponse<String> posted = stack.post(town, UUID.randomUUID().toString());
            if (posted.statusCode() == 201) {
                outcome.accepted.incrementAndGet();
                outcome.answered.record(Duration.ofNanos(System.nanoTime() - due));
                String id = stack.id(posted);
                acknowledged.add(id);
                if (stack.card(id, committee).statusCode() == 200) {
                    outcome.seen.incrementAndGet();
                }
            } else if (posted.statusCode() == 503
                    && posted.headers().firstValue("Retry-After").isPresent()) {
                outcome.refused.incrementAndGet();
            } else {
                outcome.refusedOtherwise.incrementAndGet();
            }
        } catch (IOException noAnswer) {
            outcome.unanswered.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean recovers(LocalStackClient stack, String town, String committee, long begin)
            throws InterruptedException {
        while (System.nanoTime() - begin < RECOVERY.toNanos()) {
            Outcome outcome = new Outcome();
            post(stack, town, committee, System.nanoTime(), outcome);
            if (outcome.seen.get() == 1) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return false;
    }

    /** Of everything acknowledged, whatever became of the question for its card at the time. */
    private int missing(LocalStackClient stack, String town, String committee)
            throws InterruptedException {
        AtomicInteger missing = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(LOOKUPS)) {
            for (String id : acknowledged) {
                threads.execute(
                        () -> {
                            if (!stack.isFound(id, town, committee)) {
                                missing.incrementAndGet();
                            }
                        });
            }
            threads.shutdown();
            if (!threads.awaitTermination(RECOVERY.toMinutes() * 4, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        }
        return missing.get();
    }

    /** Used heap of each service, megabytes: before, at most, and least in the minute after. */
    private static final class Heaps {
        private final LocalStackClient stack;
        private final String operator;
        private final Map<String, double[]> of = new TreeMap<>();
        private int silent;

        Heaps(LocalStackClient stack, String operator) {
            this.stack = stack;
            this.operator = operator;
        }

        /** How often in a row one of the services last did not say. */
        synchronized void look() throws InterruptedException {
            silent = 0;
            for (String service : SERVICES) {
                double used = stack.heapMegabytes(service, operator);
                if (Double.isNaN(used)) {
                    silent++;
                } else {
                    double[] seen =
                            of.computeIfAbsent(
                                    service, _ -> new double[] {used, used, Double.MAX_VALUE});
                    seen[1] = Math.max(seen[1], used);
                    seen[2] = Math.min(seen[2], used);
                }
            }
        }

        Void lookFor(Duration time) throws InterruptedException {
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                look();
                TimeUnit.SECONDS.sleep(2);
            }
            return null;
        }

        void lookAfterwards(Duration time) throws InterruptedException {
            of.values().forEach(seen -> seen[2] = Double.MAX_VALUE);
            lookFor(time);
        }

        boolean allAnswer() {
            return silent == 0;
        }

        String table() {
            StringBuilder table =
                    new StringBuilder(
                            String.format(
                                    Locale.ROOT,
                                    "%-14s %9s %9s %9s%n",
                                    "heap, MB",
                                    "before",
                                    "at most",
                                    "after"));
            of.forEach(
                    (service, seen) ->
                            table.append(
                                    String.format(
                                            Locale.ROOT,
                                            "%-14s %9.0f %9.0f %9.0f%n",
                                            service,
                                            seen[0],
                                            seen[1],
                                            seen[2])));
            return table.toString();
        }
    }
}
