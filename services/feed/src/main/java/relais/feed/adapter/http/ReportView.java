package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Figure;

/** What happened since the last working day, in JSON. */
@Schema(name = "WorkingDayReport")
record ReportView(
        Day workingDay,
        @Schema(description = "The working day before it; absent if it was the first")
                @Nullable Day since,
        @Schema(description = "From then on; absent if from the beginning") @Nullable Instant from,
        @Schema(description = "And before then") Instant to,
        List<FigureView> figures) {

    @Schema(name = "ReportedDay")
    record Day(String id, LocalDate date, String theme, String place) {}

    @Schema(name = "ReportedFigure")
    record FigureView(
            Figure figure,
            long total,
            @Schema(description = "An entry on two axes counts on both") List<Part> axes,
            @Schema(
                            description =
                                    "As they are at the end of the period. What concerns the whole"
                                            + " country counts in none")
                    List<Part> regions,
            @Schema(description = "The entries, newest first, up to `limit`") List<FeedEntry> items,
            @Schema(
                            description =
                                    "The whole list, page by page; an address of this service",
                            example = "/feed?type=PositionTaken&to=2015-10-01T00:00:00Z")
                    String list) {}

    @Schema(name = "ReportedPart")
    record Part(
            @Schema(example = "region:24") String value,
            String name,
            long count,
            @Schema(description = "The list behind the figure") String list) {}
}
