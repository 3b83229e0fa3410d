package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.Parity;
import relais.feed.rebuild.Pointer;
import relais.feed.rebuild.Work;
import relais.log.LogPartition;
import relais.log.OffsetsToken;

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
                @Nullable ParityView parity,
        @Nullable ActivationView activation,
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
                    @Nullable LaneView slowest) {

        static ProgressView of(Work work) {
            LogPartition slowest = work.slowest().orElse(null);
            return new ProgressView(
                    work.events(),
                    work.done(),
                    Math.floor(work.percent() * 10) / 10,
                    work.eventsPerSecond() > 0 ? Math.round(work.eventsPerSecond()) : null,
                    work.left().map(Duration::toSeconds).orElse(null),
                    slowest == null ? null : LaneView.of(slowest, work));
        }
    }

    @Schema(name = "RebuildPartition")
    record LaneView(String partition, long from, long at, long to) {

        static LaneView of(LogPartition lane, Work work) {
            Work.Share share = Objects.requireNonNull(work.lanes().get(lane));
            return new LaneView(lane.toString(), share.from(), share.at(), share.to());
        }
    }

    /** How it compares with the model that served. */
    @Schema(name = "Parity")
    record ParityView(
            boolean equal,
            @Schema(description = "The number of the other model") int against,
            Instant at,
            @Schema(description = "The place of the log at which both were cut") String upTo,
            ContentView built,
            ContentView served,
            @Schema(description = "Partitions that differ") List<String> partitions,
            List<Parity.Difference> differences,
            @Schema(description = "Whether there are more than these") boolean more) {

        static ParityView of(Parity parity) {
            var partitions = new TreeSet<>(parity.built().lanes().keySet());
            partitions.addAll(parity.served().lanes().keySet());
            partitions.removeIf(
                    lane ->
                            Objects.equals(
                                    parity.built().lanes().get(lane),
                                    parity.served().lanes().get(lane)));
            return new ParityView(
                    parity.isEqual(),
                    parity.against(),
                    parity.at(),
                    OffsetsToken.of(parity.upTo()),
                    ContentView.of(parity.built()),
                    ContentView.of(parity.served()),
                    partitions.stream().map(LogPartition::toString).toList(),
                    parity.differences(),
                    parity.more());
        }
    }

    /** What a model holds. */
    @Schema(name = "ModelContent")
    record ContentView(
            long cards,
            long activities,
            @Schema(description = "Of all that they say, in any order") String digest) {

        static ContentView of(Parity.Content content) {
            return new ContentView(content.cards(), content.activities(), content.digest());
        }
    }

    /** When it was last made to serve. */
    @Schema(name = "Activation")
    record ActivationView(
            Instant at,
            String by,
            @Schema(description = "Why, although it holds something else")
                    @Nullable String reason) {}

    static RebuildView of(Model model, @Nullable Pointer pointer) {
        Parity parity = model.parity();
        Model.Activation activation = model.activation();
        return new RebuildView(
                String.valueOf(model.number()),
                ModelState.of(model, pointer),
                model.order().asOf(),
                model.order().batchSize(),
                model.order().by(),
                model.order().at(),
                model.builtAt(),
                ProgressView.of(model.work()),
                parity == null ? null : ParityView.of(parity),
                activation == null
                        ? null
                        : new ActivationView(activation.at(), activation.by(), activation.reason()),
                model.failure());
    }
}
