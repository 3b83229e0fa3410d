package relais.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import relais.local.StackFile;
import relais.local.StackSettings;

/**
 * What a running stack of this machine has used: processor time of each of its processes, and
 * commands that its services have sent to the store, as the driver's own listener counts them.
 */
record StackCost(Map<String, Duration> processor, Map<String, Double> commands) {

    static StackCost now(LocalStackClient stack, String operator) throws InterruptedException {
        Map<String, Duration> processor = new LinkedHashMap<>();
        Map<String, Double> commands = new LinkedHashMap<>();
        StackSettings settings = StackSettings.of(System.getenv());
        StackFile.Content running =
                new StackFile(settings.home())
                        .read()
                        .orElseThrow(() -> new IllegalStateException("No stack runs here"));
        for (StackFile.Line part : running.lines()) {
            processor.put(part.name(), new JavaProcess(part.pid()).processorTime());
        }
        for (String service : LocalStackClient.SERVICES) {
            commands.putAll(stack.storeCommands(service, operator));
        }
        return new StackCost(processor, commands);
    }

    /** What was used since then. */
    StackCost since(StackCost before) {
        Map<String, Duration> used = new LinkedHashMap<>();
        processor.forEach(
                (part, time) ->
                        used.put(
                                part,
                                time.minus(before.processor.getOrDefault(part, Duration.ZERO))));
        Map<String, Double> sent = new LinkedHashMap<>();
        commands.forEach(
                (what, count) -> {
                    double more = count - before.commands.getOrDefault(what, 0.0);
                    if (more > 0) {
                        sent.put(what, more);
                    }
                });
        return new StackCost(used, sent);
    }

    /** Milliseconds of each process for each of so many. */
    Map<String, Double> processorMillisByPart(int each) {
        Map<String, Double> millis = new LinkedHashMap<>();
        processor.forEach((part, used) -> millis.put(part, used.toNanos() / 1e6 / each));
        return millis;
    }

    /** Milliseconds for each of so many. */
    double processorMillis(int each) {
        return processor.values().stream().mapToDouble(Duration::toNanos).sum() / 1e6 / each;
    }

    double commands(int each) {
        return commands.values().stream().mapToDouble(Double::doubleValue).sum() / each;
    }

    /** Rows by part, and by command, for each of so many. */
    String table(int each) {
        StringBuilder table = new StringBuilder();
        processor.forEach(
                (part, used) ->
                        table.append(
                                String.format(
                                        Locale.ROOT,
                                        "  %-14s %6.2f ms%n",
                                        part,
                                        used.toNanos() / 1e6 / each)));
        commands.forEach(
                (what, count) -> {
                    if (count / each >= 0.05) {
                        table.append(
                                String.format(Locale.ROOT, "  %-48s %5.2f%n", what, count / each));
                    }
                });
        return table.toString();
    }
}
