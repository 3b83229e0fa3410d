package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.web.ProblemMessages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContributionWordsTest {

    private static final Instant DEADLINE = Instant.parse("2026-05-01T16:00:00Z");
    private static final ProblemMessages MESSAGES =
            new ProblemMessages(
                    List.of("messages-contribution"), ContributionWordsTest.class.getClassLoader());

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            each -> each.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private static final Board.Named AMF =
            new Board.Named(ContributionSamples.AMF, "Maires de France");
    private static final Board.Named ADF = new Board.Named(ContributionSamples.ADF, null);

    static Stream<Board.Finding> everyFinding() {
        return Stream.of(
                new Board.AmendmentsSettled(List.of()),
                new Board.AmendmentsSettled(List.of(ContributionSamples.AMENDMENT)),
                new Board.ConsultationHeld(true),
                new Board.ConsultationHeld(false),
                new Board.DeadlineReached(DEADLINE, true),
                new Board.DeadlineReached(DEADLINE, false),
                new Board.QuorumReached(1, 1, List.of()),
                new Board.QuorumReached(3, 1, List.of(AMF, ADF)),
                new Board.NoStandingObjection(List.of()),
                new Board.NoStandingObjection(List.of(ADF)),
                new Board.NoModeratedEvidence(List.of()),
                new Board.NoModeratedEvidence(List.of(ContributionSamples.TABLETS)),
                new Board.EvidenceUpToDate(List.of()),
                new Board.EvidenceUpToDate(List.of(ContributionSamples.TABLETS)));
    }

    @ParameterizedTest
    @MethodSource("everyFinding")
    void everyFindingIsSaidInBothLanguages(Board.Finding finding) {
        String french = said(finding, Locale.FRENCH).words();
        String english = said(finding, Locale.ENGLISH).words();
        assertThat(french).contains(" ").doesNotContain("{");
        assertThat(english).contains(" ").doesNotContain("{").isNotEqualTo(french);
    }

    @Test
    void everyKindOfFindingIsAmongThem() {
        assertThat(everyFinding().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Board.Finding.class.getPermittedSubclasses());
    }

    @Test
    void callsPartnersByTheirNamesAndTimesByThoseOfParis() {
        assertThat(said(new Board.QuorumReached(3, 1, List.of(AMF, ADF)), Locale.FRENCH).words())
                .contains("Maires de France, p-adf");
        assertThat(said(new Board.DeadlineReached(DEADLINE, false), Locale.FRENCH).words())
                .contains("1er mai 2026 à 18 h 00");
        assertThat(said(new Board.DeadlineReached(DEADLINE, false), Locale.ENGLISH).words())
                .contains("1 May 2026, 18:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amendment-outdated", "no-working-copy", "working-copy-gone"})
    void everyProblemOfThisAdapterHasItsWords(String type) {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(MESSAGES.find("problem." + type + ".title", List.of(), locale)).isPresent();
            assertThat(MESSAGES.find("problem." + type + ".detail", List.of(7), locale))
                    .hasValueSatisfying(words -> assertThat(words).doesNotContain("{"));
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.ROOT));
    }

    private static Set<String> keys(Locale locale) {
        return ResourceBundle.getBundle(
                        "messages-contribution",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }

    @Test
    void aRuleIsAnsweredWithTheFactsOfItsFinding() {
        assertThat(json(new Board.QuorumReached(3, 1, List.of(AMF, ADF))))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"rule": "QUORUM_REACHED", "met": false, "blocking": true,
                                 "needed": 3, "taken": 1, "missing": 2, "partners": [
                                   {"id": "p-amf", "name": "Maires de France"},
                                   {"id": "p-adf"}]}\
                                """));
        assertThat(json(new Board.EvidenceUpToDate(List.of(ContributionSamples.TABLETS))))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"rule": "EVIDENCE_UP_TO_DATE", "met": false,
                                 "blocking": false, "experiences": ["x-tablets"]}\
                                """));
        assertThat(json(new Board.ConsultationHeld(true)))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"rule": "CONSULTATION_HELD", "met": true, "blocking": false}\
                                """));
    }

    private static JsonNode json(Board.Finding finding) {
        ObjectNode rule = JSON.valueToTree(said(finding, Locale.FRENCH));
        rule.remove("words");
        return JSON.readTree(rule.toString());
    }

    private static BoardJson.Rule said(Board.Finding finding, Locale locale) {
        return BoardJson.Rule.of(finding, MESSAGES, locale);
    }
}
