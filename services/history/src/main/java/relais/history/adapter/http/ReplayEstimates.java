package relais.history.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
     * @param estimate its bytes are what a topic has; a file in NDJSON has more, in Parquet less
     */
    record EstimateJson(String upTo, @JsonUnwrapped Estimates.Estimate estimate) {}

    EstimateJson of(Replay replay) throws InterruptedException {
        try (Slots.Slot _ = slots.take()) {
            repeats.upTo(replay.to());
            return new EstimateJson(
                    OffsetsToken.of(replay.to()),
                    estimates.of(
                            replay.from(),
                            replay.to(),
                            new Selection(replay.filter(), payloads, geography),
                            replay.target().isRaw() ? _ -> false : repeats::isRepeat));
        }
    }
}
