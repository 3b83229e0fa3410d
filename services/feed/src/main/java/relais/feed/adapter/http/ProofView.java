package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Proven;
import relais.log.OffsetsToken;
import relais.log.Proof;
import relais.web.CanonicalJson;

/** Which part of the log a figure is of: the history answers the same for {@code upTo}. */
@Schema(name = "Proof", description = "Which part of the log the figure was made of")
record ProofView(
        @Schema(
                        description =
                                "Place of the log: all that lies before it is in the figure. `GET"
                                        + " /proofs?upTo=` of the history gives the same count and"
                                        + " digest for it")
                String upTo,
        @Schema(description = "Records of the log before that place, repeats included")
                long records,
        @Schema(description = "Fingerprint of these records: 64 hexadecimal digits") String digest,
        @Schema(
                        description =
                                "Present while the log moves too fast: the figure may hold some of"
                                        + " what lies between `upTo` and this place. Absent: it is"
                                        + " exactly that of `upTo`")
                @Nullable String mayReach,
        @Schema(
                        description =
                                "Present while events wait for an operator: at most so many of"
                                        + " `records` are not in the figure")
                @Nullable Long without,
        @Schema(
                        description =
                                "What was counted, and for whom: `reader` is PUBLIC, SIGNATORY, OPERATOR"
                                        + " or COMMITTEE, `readerOf` the partner that the reader acts for",
                        example =
                                "{\"kind\": \"EXPERIENCE\", \"reader\": \"PUBLIC\", \"status\": \"STANDING\"}")
                Map<String, Object> question,
        @Schema(
                        description =
                                "Fingerprint of the log's digest, the question and the figures:"
                                        + " SHA-256 of the canonical JSON of {digest, figures,"
                                        + " question}, where figures is this answer without its"
                                        + " proof. Other figures have another one")
                String figures) {

    /** Null while nothing is known of any part of the log: right after the first start. */
    static @Nullable ProofView of(
            Proven<?> proven, SortedMap<String, Object> question, Object figures) {
        Proof proof = proven.proof();
        if (proof.partitions().isEmpty()) {
            return null;
        }
        var proved = Map.of("digest", proof.digest(), "question", question, "figures", figures);
        return new ProofView(
                OffsetsToken.of(proof.positions()),
                proof.events(),
                proof.digest(),
                proven.mayReach() == null ? null : OffsetsToken.of(proven.mayReach()),
                proven.without() == 0 ? null : proven.without(),
                question,
                CanonicalJson.digest(proved));
    }
}
