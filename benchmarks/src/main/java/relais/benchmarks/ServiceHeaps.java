package relais.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Used heap of each service, megabytes: before, at most, and least in the minute after. */
final class ServiceHeaps {
    private final LocalStackClient stack;
    private final String operator;
    private final Map<String, double[]> of = new TreeMap<>();
    private int silent;

    ServiceHeaps(LocalStackClient stack, String operator) {
        this.stack = stack;
        this.operator = operator;
    }

    /** How often in a row one of the services last did not say. */
    synchronized void look() throws InterruptedException {
        silent = 0;
        for (String service : LocalStackClient.SERVICES) {
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

    /** Megabytes by service: before, at most, least afterwards. */
    Map<String, double[]> figures() {
        return of;
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
