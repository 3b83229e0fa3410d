package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import relais.log.Positions;
import relais.log.PositionsToken;
import relais.log.Proof;

/** From what a figure was computed: the same as {@code GET /proofs?upTo=} answers. */
@Schema(name = "FigureProof")
record ProofView(
        @Schema(
                        description =
                                "The place of the log: with it, the same question has the same answer")
                String upTo,
        @Schema(description = "How many records the log holds up to there") long events,
        @Schema(description = "Of the log up to there, 64 hexadecimal digits") String digest) {

    static ProofView of(Positions place, Proof proof) {
        return new ProofView(PositionsToken.of(place), proof.events(), proof.digest());
    }
}
