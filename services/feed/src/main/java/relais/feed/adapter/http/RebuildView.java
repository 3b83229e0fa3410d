package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.Parity;
import relais.feed.rebuild.Pointer;
import relais.feed.rebuild.Work;

/** One rebuild, and the model it makes. */
@Schema(name = "Rebuild")
record RebuildView(
        @Schema(description = "Also the number of the model") String id,
        ModelState state,
        @Nullable Instant asOf,
        int batchSize,
        String orderedBy,
        Instant orderedAt,
        @Nullable Instant builtAt,
        ProgressView progress,
        @Schema(description = "Absent until it was compared with the model that serves")
                @Nullable Parity parity,
        Model.@Nullable Activation activation,
        @Nullable String failure) {

    /** How far it is. */
    @Schema(name = "RebuildProgress")
    record ProgressView(
            @Schema(description = "In the log, up to where the building ends") long events,
            long done,
            @Schema(description = "0 to 100") double percent,
            @Nullable Long eventsPerSecond,
            @Nullable Long secondsLeft,
            @Schema(description = "The partition of which most is left")
                    Work.@Nullable Share slowest) {

        static ProgressView of(Work work) {
            return new ProgressView(
                    work.events(),
                    work.done(),
                    Math.floor(work.percent() * 10) / 10,
                    work.eventsPerSecond() > 0 ? Math.round(work.eventsPerSecond()) : null,
                    work.left().map(Duration::toSeconds).orElse(null),
                    work.slowest().orElse(null));
        }
    }

    static RebuildView of(Model model, @Nullable Pointer pointer) {
        return new RebuildView(
                String.valueOf(model.number()),
                ModelState.of(model, pointer),
                model.order().asOf(),
                model.order().batchSize(),
                model.order().by(),
                model.order().at(),
                model.builtAt(),
                ProgressView.of(model.work()),
                model.parity(),
                model.activation(),
                model.failure());
    }
}
