package relais.history.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.history.export.ReadStep;
import relais.history.export.Selection;
import relais.log.Envelope;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.RecordPosition;

/** Counts what a replay would hold, without doing it. */
public record Estimates(Log log) {

    /** For records that are no events. */
    private static final String NO_TYPE = "";

    /**
     * What there would be.
     *
     * @param read how many records there are to go through
     * @param events how many would be kept
     * @param bytes their keys, headers and values
     * @param partitions those without any are left out
     */
    public record Estimate(
            long read, long events, long bytes, List<OfType> types, List<OfPartition> partitions) {}

    /**
     * One event type's share.
     *
     * @param type its full name; null for records that are no events
     */
    public record OfType(@Nullable String type, long events, long bytes) {}

    /** One partition's share. */
    public record OfPartition(String partition, long events, long bytes) {}

    /**
     * Reads the log between two places.
     *
     * @param leftOut records that are not copied although they are selected
     * @throws relais.log.LogUnavailable if it does not answer
     */
    public Estimate of(
            Offsets from, Offsets to, Selection selection, Predicate<RecordPosition> leftOut)
            throws InterruptedException {
        LongSummaryStatistics all = new LongSummaryStatistics();
        SortedMap<String, LongSummaryStatistics> types = new TreeMap<>();
        SortedMap<LogPartition, LongSummaryStatistics> partitions = new TreeMap<>();
        try (Log.Reading<ReadStep<String>> reading =
                log.read(
                        from,
                        to,
                        ReadStep.sized(
                                event ->
                                        selection.test(event) && !leftOut.test(event.place())
                                                ? type(Envelope.of(event))
                                                : null))) {
            for (ReadStep<String> step = reading.next(); step != null; step = reading.next()) {
                String type = step.item();
                if (type != null) {
                    all.accept(step.size());
                    types.computeIfAbsent(type, _ -> new LongSummaryStatistics())
                            .accept(step.size());
                    partitions
                            .computeIfAbsent(
                                    step.place().partition(), _ -> new LongSummaryStatistics())
                            .accept(step.size());
                }
            }
        }
        List<OfType> byType = new ArrayList<>();
        types.forEach(
                (type, sizes) ->
                        byType.add(
                                new OfType(
                                        type.isEmpty() ? null : type,
                                        sizes.getCount(),
                                        sizes.getSum())));
        List<OfPartition> byPartition = new ArrayList<>();
        partitions.forEach(
                (partition, sizes) ->
                        byPartition.add(
                                new OfPartition(
                                        partition.toString(), sizes.getCount(), sizes.getSum())));
        return new Estimate(
                Progress.between(from, to).of(), all.getCount(), all.getSum(), byType, byPartition);
    }

    private static String type(@Nullable Envelope envelope) {
        return envelope == null ? NO_TYPE : envelope.type();
    }
}
