package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.history.catchup.Repeats;
import relais.history.proof.Proofs;
import relais.history.proof.Proven;
import relais.log.Log;
import relais.log.Offsets;
import relais.log.OffsetsToken;

/** What the log held up to some place, so that it can be checked by anyone. */
@RestController
@Tag(name = "proofs")
class ProofsController {

    private final Log log;
    private final Proofs proofs;
    private final Repeats repeats;
    private final Slots slots;
    private final Clock clock;

    ProofsController(Log log, Proofs proofs, Repeats repeats, Slots exportSlots, Clock clock) {
        this.log = log;
        this.proofs = proofs;
        this.repeats = repeats;
        this.slots = exportSlots;
        this.clock = clock;
    }

    /**
     * A proof.
     *
     * @param upTo the place it covers, for {@code /events?upTo=}
     * @param records how many there are, repeats included
     * @param events how many events these are, each counted once
     * @param repeats how many records repeat an event that lies before them
     * @param digest of the log, 64 hexadecimal digits
     * @param partitions in the log's order
     */
    @Schema(name = "Proof")
    record Answer(
            String upTo,
            long records,
            long events,
            long repeats,
            String digest,
            List<Partition> partitions) {}

    /**
     * One partition's share.
     *
     * @param partition as {@code topic:number}
     * @param next the offset after the last record covered
     * @param records how many it holds, repeats included
     * @param digest of the partition, 64 hexadecimal digits
     */
    @Schema(name = "ProofPartition")
    record Partition(String partition, long next, long records, String digest) {}

    @Operation(
            summary = "A fingerprint of the log",
            description =
                    "For anyone: it tells of no event what it says. Places, count and digest. Whoever has read /events?raw=true up to the same"
                            + " place can compute the same digest from it: decision 17 says how.")
    @ApiResponse(responseCode = "429", description = "Too many exports at once: try again shortly")
    @GetMapping("/proofs")
    Answer proof(
            @Parameter(
                            description =
                                    "A place of the log: the header Relais-Log-To of an export, or"
                                            + " upTo of a proof. Absent: all that is there now")
                    @RequestParam(required = false)
                    @Nullable String upTo,
            @Parameter(description = "What the log held then: an instant, or the end of a day")
                    @RequestParam(required = false)
                    @Nullable String asOf)
            throws InterruptedException {
        Offsets place = place(upTo, asOf);
        try (Slots.Slot _ = slots.take()) {
            return answer(place, new Proven(proofs.upTo(place), repeats.upTo(place)));
        }
    }

    private Offsets place(@Nullable String upTo, @Nullable String asOf) {
        Parameters parameters = new Parameters(clock.instant());
        if (upTo != null && asOf != null) {
            Instant _ = parameters.start("asOf", asOf);
            parameters.refuse("asOf", "up-to-or-as-of");
        } else {
            Instant _ = parameters.begun("asOf", asOf);
        }
        Offsets place = asOf == null ? parameters.upTo(upTo, log.extent()) : Offsets.START;
        parameters.check();
        Instant end = parameters.end("asOf", asOf);
        return end == null ? place : log.at(end.isAfter(parameters.now()) ? parameters.now() : end);
    }

    private static Answer answer(Offsets place, Proven proven) {
        return new Answer(
                OffsetsToken.of(place),
                proven.records(),
                proven.events(),
                proven.repeats(),
                proven.proof().digest(),
                proven.proof().partitions().entrySet().stream()
                        .map(
                                partition ->
                                        new Partition(
                                                partition.getKey().toString(),
                                                partition.getValue().next(),
                                                partition.getValue().events(),
                                                partition.getValue().digest()))
                        .toList());
    }
}
