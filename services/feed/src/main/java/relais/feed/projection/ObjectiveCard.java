package relais.feed.projection;

import static relais.feed.projection.Reference.To.PARTNER;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;
import relais.indicators.Indicator;

/**
 * What the committee aims at on an axis, and how far it is. Its preview is the indicator: what is
 * measured.
 *
 * @param partner the partner that set it; null if the log does not say
 * @param reason why it was withdrawn
 */
@Schema(name = "ObjectiveText")
@StoredType(value = "OBJECTIVE", omitsEmpty = true)
public record ObjectiveCard(
        @StoredField(unwrapped = true) Revision revision,
        @StoredField(unwrapped = true) Headline headline,
        @Nullable String partner,
        @JsonUnwrapped Aim aim,
        LocalDate dueOn,
        @Schema(description = "In the order they were reported") List<Measure> measures,
        Status status,
        @Nullable String reason)
        implements Card {

    public ObjectiveCard {
        measures = List.copyOf(measures);
    }

    /**
     * What is to be reached.
     *
     * @param unit of the indicator
     */
    public record Aim(
            String unit,
            @PlainFigure @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            @PlainFigure BigDecimal target,
            @Schema(description = "The partner that measures it") @Reference(PARTNER)
                    @Nullable String steward,
            @Nullable String note) {}

    @Schema(name = "Measure")
    public record Measure(
            @PlainFigure BigDecimal value,
            LocalDate measuredOn,
            Instant reportedAt,
            @Nullable String source,
            @Nullable String note) {}

    @JsonProperty
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
    String indicator() {
        return String.valueOf(headline.preview());
    }

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
        return new ObjectiveCard(other, headline, partner, aim, dueOn, measures, status, reason);
    }

    ObjectiveCard measured(List<Measure> all) {
        return new ObjectiveCard(revision, headline, partner, aim, dueOn, all, status, reason);
    }

    ObjectiveCard withdrawn(String why) {
        return new ObjectiveCard(
                revision, headline, partner, aim, dueOn, measures, Status.WITHDRAWN, why);
    }

    @Override
    public Kind kind() {
        return Kind.OBJECTIVE;
    }
}
