package relais.feed.projection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the committee aims at on an axis, and how far it is.
 *
 * @param partner the partner that set it; null if the log does not say
 * @param measures in the order they were reported
 * @param reason why it was withdrawn
 */
public record ObjectiveCard(
        Revision revision,
        @Nullable String partner,
        Aim aim,
        List<Measure> measures,
        Status status,
        @Nullable String reason)
        implements Card {

    private static final String TERRITORY = "pays:FR";

    public ObjectiveCard {
        measures = List.copyOf(measures);
    }

    /**
     * What is to be reached.
     *
     * @param indicator what is measured, in {@code unit}
     * @param steward the partner that measures it
     */
    public record Aim(
            String axis,
            String title,
            String indicator,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            BigDecimal target,
            LocalDate dueOn,
            @Nullable String steward,
            @Nullable String note) {}

    public record Measure(
            BigDecimal value,
            LocalDate measuredOn,
            Instant reportedAt,
            @Nullable String source,
            @Nullable String note) {}

    /** The measure of the latest day; of two of one day, the one reported later. */
    public Optional<Measure> latestMeasure() {
        return measures.stream()
                .max(Comparator.comparing(Measure::measuredOn).thenComparing(Measure::reportedAt));
    }

    /**
     * How much of the way from the baseline to the target the latest measure has gone, in percent;
     * empty if there is no such way or no measure.
     */
    public Optional<Integer> percent() {
        BigDecimal baseline = aim.baseline();
        if (baseline == null || baseline.compareTo(aim.target()) == 0) {
            return Optional.empty();
        }
        return latestMeasure()
                .map(
                        measure ->
                                measure.value()
                                        .subtract(baseline)
                                        .multiply(BigDecimal.valueOf(100))
                                        .divide(
                                                aim.target().subtract(baseline),
                                                0,
                                                RoundingMode.HALF_UP)
                                        .intValue());
    }

    @Override
    public ObjectiveCard at(Revision other) {
        return new ObjectiveCard(other, partner, aim, measures, status, reason);
    }

    @Override
    public Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    public Instant date() {
        return revision.createdAt();
    }

    @Override
    public Kind kind() {
        return Kind.OBJECTIVE;
    }

    @Override
    public String territory() {
        return TERRITORY;
    }
}
