package relais.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * More than a running stack can take: posts and reads at rates that rise, whether or not the
 * earlier ones were answered; each accepted post waits for its card in the feed. Says for each step
 * what was accepted and what was refused, and how fast; then how long it takes until a post is in
 * the feed within a second again, what became of the heap of each service, and whether anything
 * that was acknowledged is missing. Ends with 1 if something is, or if a service answers no more.
 *
 * <p>One account posts and another reads. The stack has to be started with {@code
 * RELAIS_RATES_ACCOUNT_PER_SECOND} and {@code RELAIS_RATES_ACCOUNT_BURST} of 100000, or the rate of
 * an account is measured.
 */
@Command(name = "overload", mixinStandardHelpOptions = true)
final class Overload implements Callable<Integer> {

    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final Duration NORMAL = Duration.ofSeconds(1);

    /** Lookups at a time, when all is quiet again. */
    private static final int LOOKUPS = 8;

    private static final List<String> READS =
            List.of("/feed", "/feed?territory=departement:25", "/cards", "/feed?q=mesure");

    @Option(
            names = "--rates",
            split = ",",
            description = "posts a second, one after the other (default ${DEFAULT-VALUE})")
    List<Integer> rates = List.of(25, 50, 100, 200, 400);

    @Option(
            names = "--reads",
            split = ",",
            description = "reads a second at the same steps (default ${DEFAULT-VALUE})")
    List<Integer> reads = List.of(10, 50, 200, 1000, 2000);

    @Option(names = "--seconds", description = "at each rate (default ${DEFAULT-VALUE})")
    int seconds = 60;

    @Option(names = "--rebuild", description = "has the feed's model built anew at each step")
    boolean rebuild;

    @Option(
            names = "--afterwards",
            description = "seconds in which heaps may come down (default ${DEFAULT-VALUE})")
    int afterwards = 60;

    @Option(names = "--host", description = "where the stack runs (default ${DEFAULT-VALUE})")
    String host = "http://localhost";

    @Mixin final FiguresFile json = new FiguresFile();

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Overload()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        LocalStackClient stack = new LocalStackClient(host);
        String town = stack.token("besancon");
        String committee = stack.token("comite");
        String operator = stack.token("exploitation");
        ServiceHeaps heaps = new ServiceHeaps(stack, operator);
        heaps.look();

        System.out.println(Machine.describe());
        System.out.println(Outcome.header());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            int readRate = reads.get(Math.min(i, reads.size() - 1));
            Outcome outcome = new Outcome(rates.get(i), readRate);
            if (rebuild) {
                stack.orderRebuild(operator);
            }
            step(stack, town, committee, heaps, outcome, rates.get(i), readRate);
            System.out.println(outcome.row());
            steps.add(outcome.figures());
        }

        long begin = System.nanoTime();
        boolean recovered = recovers(stack, town, committee, begin);
        double recovery = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                recovered
                        ? "A post is in the feed within a second again after %.1f s%n"
                        : "No post is in the feed within a second after %.1f s%n",
                recovery);
        heaps.lookAfterwards(Duration.ofSeconds(afterwards));
        System.out.print(heaps.table());
        int missing = missing(stack, town, committee);
        System.out.printf(
                Locale.ROOT,
                "acknowledged: %d; missing in the service or in the feed: %d%n",
                acknowledged.size(),
                missing);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("rebuild", rebuild);
        figures.put("seconds", seconds);
        figures.put("steps", steps);
        figures.put("recovered", recovered);
        figures.put("recoverySeconds", recovery);
        figures.put("heaps", heaps.figures());
        figures.put("acknowledged", acknowledged.size());
        figures.put("missing", missing);
        json.write(figures);
        return recovered && missing == 0 && heaps.allAnswer() ? 0 : 1;
    }

    private void step(
            LocalStackClient stack,
            String town,
            String committee,
            ServiceHeaps heaps,
            Outcome outcome,
            int posts,
            int readRate)
            throws Exception {
        Duration time = Duration.ofSeconds(seconds);
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> looking = beside.submit(() -> heaps.lookFor(time));
            Future<?> reading =
                    beside.submit(
                            () -> {
                                new OpenLoop(readRate)
                                        .run(time, (n, due) -> read(stack, n, due, outcome));
                                return null;
                            });
            new OpenLoop(posts).run(time, (_, due) -> post(stack, town, committee, due, outcome));
            reading.get();
            looking.get();
        }
    }

    private void post(
            LocalStackClient stack, String town, String committee, long due, Outcome outcome) {
        try {
            long sent = System.nanoTime();
            HttpResponse<String> posted = stack.post(town, UUID.randomUUID().toString());
            if (posted.statusCode() == 201) {
                outcome.accepted.record(since(due));
                String id = stack.id(posted);
                acknowledged.add(id);
                if (stack.card(id, committee).statusCode() == 200) {
                    outcome.seen.incrementAndGet();
                }
            } else if (isBusy(posted)) {
                outcome.refused.incrementAndGet();
                outcome.refusals.record(since(sent));
            } else {
                refusedOtherwise(posted, outcome);
            }
        } catch (IOException noAnswer) {
            outcome.unanswered.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refusedOtherwise(HttpResponse<String> answer, Outcome outcome) {
        (answer.statusCode() == 429 ? outcome.tooOften : outcome.refusedOtherwise)
                .incrementAndGet();
    }

    private static void read(LocalStackClient stack, int number, long due, Outcome outcome) {
        try {
            long sent = System.nanoTime();
            HttpResponse<String> answer = stack.readPublic(READS.get(number % READS.size()));
            if (answer.statusCode() == 200) {
                outcome.reads.record(since(due));
            } else if (isBusy(answer)) {
                outcome.readsRefused.incrementAndGet();
                outcome.refusals.record(since(sent));
            } else {
                refusedOtherwise(answer, outcome);
            }
        } catch (IOException noAnswer) {
            outcome.unanswered.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isBusy(HttpResponse<String> answer) {
        return answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private boolean recovers(LocalStackClient stack, String town, String committee, long begin)
            throws InterruptedException {
        while (System.nanoTime() - begin < RECOVERY.toNanos()) {
            Outcome outcome = new Outcome(1, 0);
            long due = System.nanoTime();
            post(stack, town, committee, due, outcome);
            if (outcome.seen.get() == 1 && since(due).compareTo(NORMAL) <= 0) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(200);
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
}
