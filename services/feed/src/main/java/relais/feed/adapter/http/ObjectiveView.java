package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ObjectiveCard;

/** An objective and how far it is, in JSON. */
@Schema(name = "ObjectiveDetails")
record ObjectiveView(
        String indicator,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineOn,
        BigDecimal target,
        LocalDate dueOn,
        @Schema(description = "The partner that measures it") @Nullable Named steward,
        @Nullable String note,
        @Schema(description = "In the order they were reported") List<MeasureView> measures,
        @Schema(description = "Actions towards it") List<CardRef> actions) {

    @Schema(name = "Measure")
    record MeasureView(
            BigDecimal value,
            LocalDate measuredOn,
            Instant reportedAt,
            @Nullable String source,
            @Nullable String note) {

        static MeasureView of(ObjectiveCard.Measure measure) {
            return new MeasureView(
                    plain(measure.value()),
                    measure.measuredOn(),
                    measure.reportedAt(),
                    measure.source(),
                    measure.note());
        }
    }

    static ObjectiveView of(ObjectiveCard card, List<CardRef> actions, Names names) {
        ObjectiveCard.Aim aim = card.aim();
        return new ObjectiveView(
                aim.indicator(),
                aim.unit(),
                aim.baseline() == null ? null : plain(aim.baseline()),
                aim.baselineOn(),
                plain(aim.target()),
                aim.dueOn(),
                names.partnerOrNull(aim.steward()),
                aim.note(),
                card.measures().stream().map(MeasureView::of).toList(),
                actions);
    }

    /** Without the zeros that the log's four decimals add. */
    static BigDecimal plain(BigDecimal figure) {
        return new BigDecimal(figure.stripTrailingZeros().toPlainString());
    }
}
