package relais.contributions.objective;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Moment;
import relais.aggregates.partner.PartnerId;
import relais.codec.StoredField;
import relais.indicators.Indicator;

/**
 * One objective of the committee from the day it was set on: the sum of its events; {@link #apply}
 * is the only way it changes. It is stored and answered as it is.
 *
 * @param setBy the partner for which the secretariat set it first
 * @param measures in the order in which they were reported
 * @param note how the indicator is to be understood, or why the aim was set anew
 * @param reason why it was withdrawn; absent while it is open
 */
public record Objective(
        @JsonIgnore ObjectiveId id,
        @JsonIgnore @Nullable PartnerId setBy,
        @JsonUnwrapped Aim aim,
        @Nullable String note,
        List<Measure> measures,
        ObjectiveStatus status,
        @Nullable String reason,
        Instant setAt) {

    /**
     * What an objective wants, whole, at one version.
     *
     * @param indicator what is counted or measured
     * @param unit of the baseline, the target and every measure
     * @param baseline the value at the start; absent if nobody knows it
     * @param dueOn the last day on which the target is reached in time
     * @param steward the partner that follows the indicator and may report measures
     */
    public record Aim(
            Axis axis,
            String title,
            String indicator,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            BigDecimal target,
            LocalDate dueOn,
            @Nullable PartnerId steward) {

        /**
         * How far a measure has come, see {@link Indicator#percent}; absent without measure or
         * baseline.
         */
        @Nullable BigInteger progress(@Nullable Measure measure) {
            return measure == null
                    ? null
                    : new Indicator(baseline, target).percent(measure.value()).orElse(null);
        }
    }

    /**
     * A value of an objective's indicator.
     *
     * @param measuredOn the day it holds for
     * @param source where it comes from
     * @param note what it holds and leaves out
     */
    public record Measure(
            BigDecimal value,
            @StoredField(name = "on") LocalDate measuredOn,
            @Nullable String source,
            @Nullable String note) {}

    public Objective {
        measures = List.copyOf(measures);
    }

    /** See {@link Indicator#latest}; absent before the first measure. */
    @StoredField
    @JsonProperty
    public @Nullable Measure latest() {
        return Indicator.latest(measures, Measure::measuredOn).orElse(null);
    }

    /**
     * How much of the way from the baseline to the target the latest measure has come, in whole
     * percent; absent without baseline or measure.
     */
    @JsonProperty
    public @Nullable BigInteger progress() {
        return aim.progress(latest());
    }

    /**
     * The objective after one more event.
     *
     * @param before absent for the first event only
     */
    public static Objective apply(@Nullable Objective before, ObjectiveEvent event, Moment moment) {
        if (before == null) {
            ObjectiveEvent.Set set = (ObjectiveEvent.Set) requireNonNull(event);
            return new Objective(
                    set.id(),
                    set.by(),
                    set.aim(),
                    set.note(),
                    List.of(),
                    ObjectiveStatus.OPEN,
                    null,
                    moment.at());
        }
        return switch (event) {
            case ObjectiveEvent.Set set ->
                    before.next(set.aim(), set.note(), before.measures(), before.status(), null);
            case ObjectiveEvent.Measured measured ->
                    before.next(
                            before.aim(),
                            before.note(),
                            Stream.concat(before.measures().stream(), Stream.of(measured.measure()))
                                    .toList(),
                            before.status(),
                            null);
            case ObjectiveEvent.Withdrawn withdrawn ->
                    before.next(
                            before.aim(),
                            before.note(),
                            before.measures(),
                            ObjectiveStatus.WITHDRAWN,
                            withdrawn.reason());
        };
    }

    private Objective next(
            Aim nextAim,
            @Nullable String nextNote,
            List<Measure> nextMeasures,
            ObjectiveStatus nextStatus,
            @Nullable String nextReason) {
        return new Objective(
                id, setBy, nextAim, nextNote, nextMeasures, nextStatus, nextReason, setAt);
    }
}
