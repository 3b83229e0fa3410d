package relais.history.replay;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.history.export.Selection;
import relais.history.export.Step;
import relais.log.Envelope;
import relais.log.Lane;
import relais.log.Log;
import relais.log.Place;
import relais.log.Positions;

/** Counts what a replay would hold, without doing it. */
public final class Estimates {

    /** For records that are no events. */
    private static final String NO_TYPE = "";

    /**
     * Counts.
     *
     * @param bytes keys, headers and values
     */
    public record Share(long events, long bytes) {
        static final Share NONE = new Share(0, 0);

        Share and(long size) {
            return new Share(events + 1, bytes + size);
        }
    }

    /**
     * What there would be.
     *
     * @param types by full name; records that are no events have the empty name
     */
    public record Estimate(
            Share all, SortedMap<String, Share> types, SortedMap<Lane, Share> lanes) {

        public Estimate {
            types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
            lanes = Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
        }
    }

    private final Log log;

    public Estimates(Log log) {
        this.log = log;
    }

    /**
     * Reads the log between two places.
     *
     * @param leftOut records that are not copied although they are selected
     * @throws relais.log.LogUnavailable if it does not answer
     */
    public Estimate of(Positions from, Positions to, Selection selection, Predicate<Place> leftOut)
            throws InterruptedException {
        Share all = Share.NONE;
        SortedMap<String, Share> types = new TreeMap<>();
        SortedMap<Lane, Share> lanes = new TreeMap<>();
        try (Log.Reading<Step<String>> reading =
                log.read(
                        from,
                        to,
                        Step.sized(
                                event ->
                                        selection.test(event) && !leftOut.test(event.place())
                                                ? type(Envelope.of(event.headers()))
                                                : null))) {
            for (Step<String> step = reading.next(); step != null; step = reading.next()) {
                String type = step.item();
                if (type != null) {
                    long size = step.size();
                    all = all.and(size);
                    types.merge(type, Share.NONE.and(size), (sum, _) -> sum.and(size));
                    lanes.merge(
                            step.place().lane(), Share.NONE.and(size), (sum, _) -> sum.and(size));
                }
            }
        }
        return new Estimate(all, types, lanes);
    }

    private static String type(@Nullable Envelope envelope) {
        return envelope == null ? NO_TYPE : envelope.type();
    }
}
