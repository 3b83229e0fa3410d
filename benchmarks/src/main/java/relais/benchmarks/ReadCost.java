package relais.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one read costs, and the query that finds the same documents: the median of the runs.
 *
 * @param index that the query has in MongoDB
 * @param queryMillis of one reader, half of the queries took no longer
 * @param readMillis the same of the read
 * @param queriesPerSecond of several readers
 * @param readsPerSecond the same of the read
 * @param processorMillis of the feed for a read, several readers
 * @param commands of the feed to its store for a read
 * @param bytesTaken by the feed for a read, from its store and of the request
 * @param bytesGiven the answer without its headers
 */
record ReadCost(
        int cards,
        String read,
        String index,
        double queryMillis,
        double readMillis,
        double queriesPerSecond,
        double readsPerSecond,
        double processorMillis,
        double commands,
        double bytesTaken,
        double bytesGiven,
        List<Double> differences) {

    static String header() {
        return """
            | cards | read | query p50 ms | read p50 ms | beyond it (lowest to highest run) | queries/s | reads/s | ratio | CPU of the feed, ms | store commands | kB taken | kB given | index |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\
            """;
    }

    static ReadCost median(List<ReadCost> runs) {
        ReadCost any = runs.getFirst();
        return new ReadCost(
                any.cards,
                any.read,
                any.index,
                median(runs, ReadCost::queryMillis),
                median(runs, ReadCost::readMillis),
                median(runs, ReadCost::queriesPerSecond),
                median(runs, ReadCost::readsPerSecond),
                median(runs, ReadCost::processorMillis),
                median(runs, ReadCost::commands),
                median(runs, ReadCost::bytesTaken),
                median(runs, ReadCost::bytesGiven),
                runs.stream().map(run -> run.readMillis - run.queryMillis).sorted().toList());
    }

    private static double median(List<ReadCost> runs, ToDoubleFunction<ReadCost> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %,d | `%s` | %.2f | %.2f | %+.2f (%+.2f to %+.2f) | %,.0f | %,.0f | %.2f | %.2f | %.2f | %.1f | %.1f | %s |",
                cards,
                read,
                queryMillis,
                readMillis,
                differences.get(differences.size() / 2),
                differences.getFirst(),
                differences.getLast(),
                queriesPerSecond,
                readsPerSecond,
                readsPerSecond / queriesPerSecond,
                processorMillis,
                commands,
                bytesTaken / 1e3,
                bytesGiven / 1e3,
                index);
    }
}
