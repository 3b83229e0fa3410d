package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

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
        @Schema(description = "Published ones, the newest first") Section experiences) {

    @Schema(name = "AxisSection")
    record Section(
            @Schema(description = "How many there are, shown or not") long total,
            List<CardView> items) {}
}
