package relais.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What stays on the heap of the history service while exports are written. */
record ExportHeap(JavaProcess history, Downloads downloads) {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final double MEGABYTE = 1024 * 1024;

    /** What can be reached on the heap, in bytes. */
    record Heap(String exported, long idle, long most) {}

    /**
     * Of two forms alone, of all at once, and of none afterwards.
     *
     * @param idle bytes on the heap before the first export
     */
    List<Heap> measure(List<String> forms, long idle) throws Exception {
        System.out.println();
        System.out.println("| exported | heap idle, MB | at most, MB | difference | looks |");
        System.out.println("| --- | --- | --- | --- | --- |");
        List<Heap> heaps = new ArrayList<>();
        for (List<String> several :
                List.of(List.of("ndjson"), List.of("parquet"), forms, List.<String>of())) {
            heaps.add(look(several, idle));
        }
        return heaps;
    }

    /** Looks now and then while these forms are written at once. */
    private Heap look(List<String> forms, long idle) throws Exception {
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
        String exported = outcomes.isEmpty() ? "nothing, afterwards" : String.join(", ", outcomes);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %+.1f | %d |%n",
                exported,
                idle / MEGABYTE,
                most / MEGABYTE,
                (most - idle) / MEGABYTE,
                looks);
        return new Heap(exported, idle, most);
    }

    private static String outcome(Future<Downloads.Downloaded> download) {
        return download.state() == Future.State.SUCCESS
                ? "%,d events".formatted(download.resultNow().events())
                : "broke off: " + download.exceptionNow();
    }
}
