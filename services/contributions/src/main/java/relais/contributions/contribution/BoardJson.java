package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.contributions.contribution.ConsultationJson.PositionJson;

/**
 * Where the adoption of a contribution stands.
 *
 * @param adoptable whether nothing stands in its way
 */
@Schema(
        example =
                """
                {"id": "c-3f9c2a", "version": 8, "status": "CONSULTATION", "adoptable": false,
                 "rules": [{"rule": "QUORUM_REACHED", "met": false, "blocking": true,
                   "words": "Positions are missing: 4 needed, 3 taken, 1 missing.",
                   "needed": 4, "taken": 3, "missing": 1,
                   "partners": [{"id": "p-amf", "name": "AMF"}]}],
                 "positions": [{"partner": "p-adf", "position": "CONSENT",
                   "takenAt": "2026-04-12T09:30:00Z"}]}""")
record BoardJson(
        String id,
        long version,
        String status,
        boolean adoptable,
        List<RuleJson> rules,
        List<PositionJson> positions) {

    /**
     * What one rule found, in words and in facts; facts that are not of this rule are absent.
     *
     * @param blocking whether the adoption waits for it
     * @param words what it found, in the reader's language
     * @param needed how many positions are needed
     * @param taken how many there are
     * @param missing how many more are needed
     */
    @Schema(
            example =
                    """
                    {"rule": "QUORUM_REACHED", "met": false, "blocking": true,
                     "words": "Positions are missing: 4 needed, 3 taken, 1 missing.",
                     "needed": 4, "taken": 3, "missing": 1,
                     "partners": [{"id": "p-amf", "name": "AMF"}]}""")
    record RuleJson(
            String rule,
            boolean met,
            boolean blocking,
            String words,
            @Nullable Instant deadline,
            @Nullable Integer needed,
            @Nullable Integer taken,
            @Nullable Integer missing,
            @Nullable List<PartnerJson> partners,
            @Nullable List<String> amendments,
            @Nullable List<String> experiences) {}

    /**
     * @param name absent when this service does not know it yet
     */
    record PartnerJson(String id, @Nullable String name) {}
}
