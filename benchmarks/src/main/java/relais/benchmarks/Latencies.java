package relais.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Durations of one run, in nanoseconds, safe for concurrent recording. Percentiles are the nearest
 * rank of all values: nothing is bucketed or dropped.
 */
final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    synchronized void record(Duration duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration.toNanos();
    }

    synchronized int count() {
        return count;
    }

    /**
     * The value that a share of all values does not exceed.
     *
     * @param share between 0 (exclusive) and 1
     * @return milliseconds
     * @throws IllegalStateException if nothing was recorded
     */
    synchronized double percentile(double share) {
        if (count == 0) {
            throw new IllegalStateException("Nothing was measured.");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = Math.max(1, (int) Math.ceil(share * count));
        return sorted[rank - 1] / 1e6;
    }

    /** Count and percentiles in milliseconds, for a file. */
    Map<String, Object> figures() {
        return count() == 0
                ? Map.of("n", 0)
                : Map.of(
                        "n", count(),
                        "p50", percentile(0.50),
                        "p95", percentile(0.95),
                        "p99", percentile(0.99),
                        "max", percentile(1));
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-44s %7d %9.1f %9.1f %9.1f %9.1f",
                name,
                count(),
                percentile(0.50),
                percentile(0.95),
                percentile(0.99),
                percentile(1));
    }

    static String header() {
        return String.format(
                Locale.ROOT,
                "%-44s %7s %9s %9s %9s %9s",
                "milliseconds",
                "n",
                "p50",
                "p95",
                "p99",
                "max");
    }
}
