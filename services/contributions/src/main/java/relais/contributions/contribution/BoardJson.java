package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import relais.contributions.contribution.ReadContributions.BoardReading;
import relais.web.ProblemMessages;

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
                   "takenAt": "2026-04-12T09:30:00Z"}]}\
                """)
record BoardJson(
        String id,
        long version,
        ContributionStatus status,
        boolean adoptable,
        List<Rule> rules,
        List<Position> positions) {

    /**
     * What one rule found, in words and in facts.
     *
     * @param words what it found, in the reader's language
     */
    record Rule(String rule, String words, @JsonUnwrapped Board.Finding found) {

        private static final Pattern WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

        /**
         * The words are the messages {@code board.<Finding>.met} and {@code
         * board.<Finding>.missing}. Partners are called by their names, times are those of Paris.
         */
        static Rule of(Board.Finding found, ProblemMessages messages, Locale locale) {
            String name = found.getClass().getSimpleName();
            String rule = WORDS.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
            String key = "board." + name + (found.met() ? ".met" : ".missing");
            return new Rule(rule, messages.find(key, quoted(found), locale).orElse(rule), found);
        }

        private static List<Object> quoted(Board.Finding finding) {
            return switch (finding) {
                case Board.AmendmentsSettled found -> List.of(found.amendments().size());
                case Board.ConsultationHeld _ -> List.of();
                case Board.DeadlineReached found -> List.of(found.deadline());
                case Board.QuorumReached found ->
                        List.of(
                                found.needed(),
                                found.taken(),
                                found.missing(),
                                Board.names(found.partners()));
                case Board.NoStandingObjection found -> List.of(Board.names(found.partners()));
                case Board.NoModeratedEvidence found -> List.of(found.experiences().size());
                case Board.EvidenceUpToDate found -> List.of(found.experiences().size());
            };
        }
    }

    static BoardJson of(BoardReading reading, ProblemMessages messages, Locale locale) {
        Contribution contribution = reading.stored().state();
        Consultation consultation = contribution.consultation();
        return new BoardJson(
                reading.stored().id(),
                reading.stored().version(),
                contribution.status(),
                reading.board().allowsAdoption(),
                reading.board().findings().stream()
                        .map(found -> Rule.of(found, messages, locale))
                        .toList(),
                consultation == null ? List.of() : consultation.positions());
    }
}
