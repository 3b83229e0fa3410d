package relais.feed.projection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.indicators.Indicator;

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

    /** See {@link Indicator#latest}. */
    public Optional<Measure> latestMeasure() {
        return Indicator.latest(measures, Measure::measuredOn);
    }

    /** See {@link Indicator#percent}; empty too before the first measure. */
    public Optional<BigInteger> percent() {
        Indicator indicator = new Indicator(aim.baseline(), aim.target());
        return latestMeasure().flatMap(measure -> indicator.percent(measure.value()));
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
