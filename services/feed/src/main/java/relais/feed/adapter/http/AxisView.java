package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PlainFigure;

/** What the page of an axis shows, in JSON. */
@Schema(name = "AxisPage")
record AxisView(
        @Schema(example = "USES") String axis,
        @Schema(description = "Those that are open; `glance` has the latest measure and percent")
                Section objectives,
        @Schema(description = "The soonest due first") Section actionsUnderWay,
        @Schema(description = "Due before that day and neither completed nor abandoned")
                Section actionsLate,
        @Schema(description = "Contributions in force") Section contributions,
        @Schema(description = "Published ones, the newest first") Section experiences,
        @Schema(description = "Of the objectives shown, in their order")
                List<ObjectiveCourse> courses,
        @Schema(description = "Of the contributions shown, in their order")
                List<TextSources> sources) {

    @Schema(name = "ObjectiveCourse", description = "How an objective went: what its curve shows")
    record ObjectiveCourse(
            String objective,
            @PlainFigure @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            @PlainFigure BigDecimal target,
            LocalDate dueOn,
            @Schema(description = "In the order of their days")
                    List<ObjectiveCard.Measure> measures) {

        static ObjectiveCourse of(ObjectiveCard card) {
            ObjectiveCard.Aim aim = card.aim();
            return new ObjectiveCourse(
                    card.aggregateId(),
                    aim.baseline(),
                    aim.baselineOn(),
                    aim.target(),
                    card.dueOn(),
                    card.measures().stream()
                            .sorted(Comparator.comparing(ObjectiveCard.Measure::measuredOn))
                            .toList());
        }
    }

    @Schema(name = "TextSources", description = "What a contribution cites")
    record TextSources(String contribution, List<CardView.CitedEvidence> evidence) {}

    @Schema(name = "AxisSection")
    record Section(
            @Schema(description = "How many there are, shown or not") long total,
            List<CardView> items) {}
}
