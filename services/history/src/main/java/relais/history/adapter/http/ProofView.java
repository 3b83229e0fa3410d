package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import relais.history.figure.Scope;
import relais.history.proof.Proven;
import relais.log.Offsets;
import relais.log.OffsetsToken;
import relais.web.CanonicalJson;

/** From what figures were computed: the log is that which {@code GET /proofs?upTo=} answers. */
@Schema(name = "FigureProof")
record ProofView(
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
                String figures) {

    /**
     * The proof of an answer.
     *
     * @param question all that the figures depend on beside the log
     * @param figures the answer without its proof, as JSON
     */
    static ProofView of(
            Offsets place, Proven proven, SortedMap<String, Object> question, Object figures) {
        return new ProofView(
                OffsetsToken.of(place),
                proven.records(),
                proven.events(),
                proven.repeats(),
                proven.proof().digest(),
                question,
                CanonicalJson.digest(
                        Map.of(
                                "digest",
                                proven.proof().digest(),
                                "question",
                                question,
                                "figures",
                                figures)));
    }

    /** What a scope says, as queries have it. */
    static SortedMap<String, Object> said(Scope scope) {
        SortedMap<String, Object> said = new TreeMap<>();
        said.put("kind", scope.kind() == null ? "ALL" : scope.kind().name());
        put(said, "territory", scope.territory());
        put(said, "axis", scope.axis());
        put(said, "level", scope.level());
        put(said, "partner", scope.partner());
        return said;
    }

    private static void put(SortedMap<String, Object> said, String name, @Nullable String value) {
        if (value != null) {
            said.put(name, value);
        }
    }
}
