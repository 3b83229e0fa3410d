package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.history.catchup.Repeats;
import relais.history.export.Payloads;
import relais.history.export.Rows;
import relais.history.export.Selection;
import relais.history.replay.Estimates;
import relais.history.replay.Replay;
import relais.log.Log;
import relais.log.OffsetsToken;

/** What a replay would hold. Counting reads the log, and so takes one of the slots of exports. */
@Component
final class ReplayEstimates {

    private final Estimates estimates;
    private final Payloads payloads;
    private final Rows.Geography geography;
    private final Repeats repeats;
    private final Slots slots;

    ReplayEstimates(
            Log log,
            Payloads payloads,
            Rows.Geography geography,
            Repeats repeats,
            Slots exportSlots) {
        this.estimates = new Estimates(log);
        this.payloads = payloads;
        this.geography = geography;
        this.repeats = repeats;
        this.slots = exportSlots;
    }

    /**
     * What there would be.
     *
     * @param upTo the place of the log up to which it was counted
     * @param read how many records there are to go through
     * @param events how many would be kept
     * @param bytes their keys, headers and values: a topic has as many, a file in NDJSON more, in
     *     Parquet less
     */
    record EstimateJson(
            String upTo,
            long read,
            long events,
            long bytes,
            List<TypeJson> types,
            List<PartitionJson> partitions) {}

    /** One event type's share, or that of records that are no events, without a type. */
    record TypeJson(@Nullable String type, long events, long bytes) {}

    /** One partition's share; partitions without any are left out. */
    @Schema(name = "EstimatePartition")
    record PartitionJson(String partition, long events, long bytes) {}

    EstimateJson of(Replay replay) throws InterruptedException {
        try (Slots.Slot _ = slots.take()) {
            repeats.upTo(replay.to());
            Estimates.Estimate estimate =
                    estimates.of(
                            replay.from(),
                            replay.to(),
                            new Selection(replay.filter(), payloads, geography),
                            replay.target().isRaw() ? _ -> false : repeats::isRepeat);
            return new EstimateJson(
                    OffsetsToken.of(replay.to()),
                    replay.course().progress().of(),
                    estimate.all().events(),
                    estimate.all().bytes(),
                    estimate.types().entrySet().stream()
                            .map(
                                    type ->
                                            new TypeJson(
                                                    type.getKey().isEmpty() ? null : type.getKey(),
                                                    type.getValue().events(),
                                                    type.getValue().bytes()))
                            .toList(),
                    estimate.lanes().entrySet().stream()
                            .map(
                                    lane ->
                                            new PartitionJson(
                                                    lane.getKey().toString(),
                                                    lane.getValue().events(),
                                                    lane.getValue().bytes()))
                            .toList());
        }
    }
}
