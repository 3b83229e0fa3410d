package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** From what figures were computed: the log is that which {@code GET /proofs?upTo=} answers. */
record FigureProof(
        @Schema(
                        description =
                                "The place of the log: with it, the same question has the same answer")
                String upTo,
        @Schema(description = "How many records the log holds up to there, repeats included")
                long records,
        @Schema(description = "How many events these are, each counted once") long events,
        @Schema(description = "How many records repeat an event that lies before them")
                long repeats,
        @Schema(description = "Of the log up to there, 64 hexadecimal digits") String digest,
        @Schema(
                        description = "What was counted",
                        example = "{\"kind\": \"EXPERIENCE\", \"metric\": \"active\"}")
                Map<String, Object> question,
        @Schema(
                        description =
                                "Fingerprint of the log's digest, the question and the figures:"
                                        + " SHA-256 of the canonical JSON of {digest, figures,"
                                        + " question}, where figures is this answer without its"
                                        + " proof. Other figures have another one")
                String figures) {}
