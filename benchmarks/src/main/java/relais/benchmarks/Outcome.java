package relais.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of the posts and reads of one step. */
final class Outcome {

    /** Of posts, from when each was due until it was answered 201. */
    final Latencies accepted = new Latencies();

    /** Of posts and reads, from when each was sent until it was refused with 503. */
    final Latencies refusals = new Latencies();

    final Latencies reads = new Latencies();
    final AtomicInteger refused = new AtomicInteger();

    /** Posts and reads that were refused with 429: the rate of an account or an address. */
    final AtomicInteger tooOften = new AtomicInteger();

    final AtomicInteger refusedOtherwise = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();
    final AtomicInteger seen = new AtomicInteger();
    final AtomicInteger readsRefused = new AtomicInteger();

    private final int posts;
    private final int readers;

    /**
     * @param posts a second
     * @param readers reads a second
     */
    Outcome(int posts, int readers) {
        this.posts = posts;
        this.readers = readers;
    }

    static String header() {
        return """
                | posts/s | reads/s | accepted | 503 | 429 of both | otherwise | unanswered | in feed in 5 s | accepted p50, p99 ms | refusal p50, p99 ms | reads answered | 503 | read p50, p99 ms |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |""";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d | %d | %d | %s | %s | %d | %d | %s |",
                posts,
                readers,
                accepted.count(),
                refused.get(),
                tooOften.get(),
                refusedOtherwise.get(),
                unanswered.get(),
                seen.get(),
                middleAndEnd(accepted),
                middleAndEnd(refusals),
                reads.count(),
                readsRefused.get(),
                middleAndEnd(reads));
    }

    private static String middleAndEnd(Latencies latencies) {
        return latencies.count() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.0f, %.0f",
                        latencies.percentile(0.50),
                        latencies.percentile(0.99));
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("postsASecond", posts);
        figures.put("readsASecond", readers);
        figures.put("accepted", accepted.figures());
        figures.put("refused", refused.get());
        figures.put("tooOften", tooOften.get());
        figures.put("refusedOtherwise", refusedOtherwise.get());
        figures.put("unanswered", unanswered.get());
        figures.put("inFeed", seen.get());
        figures.put("refusals", refusals.figures());
        figures.put("reads", reads.figures());
        figures.put("readsRefused", readsRefused.get());
        return figures;
    }
}
