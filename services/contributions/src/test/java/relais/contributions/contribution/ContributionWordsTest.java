package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.Stored;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.contribution.BoardJson.RuleJson;
import relais.contributions.contribution.ReadContributions.BoardReading;
import relais.web.ProblemMessages;

class ContributionWordsTest {

    private static final Instant DEADLINE = Instant.parse("2026-05-01T16:00:00Z");
    private static final ProblemMessages MESSAGES =
            new ProblemMessages(
                    List.of("messages-contribution"), ContributionWordsTest.class.getClassLoader());

    static Stream<Board.Finding> everyFinding() {
        Position objection =
                new Position(
                        ContributionSamples.ADF, PositionChoice.OBJECTION, "trop cher", DEADLINE);
        return Stream.of(
                new Board.AmendmentsSettled(List.of()),
                new Board.AmendmentsSettled(List.of(ContributionSamples.AMENDMENT)),
                new Board.ConsultationHeld(true),
                new Board.ConsultationHeld(false),
                new Board.DeadlineReached(DEADLINE, true),
                new Board.DeadlineReached(DEADLINE, false),
                new Board.QuorumReached(1, 1, List.of()),
                new Board.QuorumReached(
                        3, 1, List.of(ContributionSamples.AMF, ContributionSamples.ADF)),
                new Board.NoStandingObjection(List.of()),
                new Board.NoStandingObjection(List.of(objection)),
                new Board.NoModeratedEvidence(List.of()),
                new Board.NoModeratedEvidence(List.of(ContributionSamples.TABLETS)),
                new Board.EvidenceUpToDate(List.of()),
                new Board.EvidenceUpToDate(
                        List.of(new Evidence(ContributionSamples.TABLETS, 2, null, null, null))));
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
        RuleJson quorum =
                said(
                        new Board.QuorumReached(
                                3, 1, List.of(ContributionSamples.AMF, ContributionSamples.ADF)),
                        Locale.FRENCH);
        assertThat(quorum.words()).contains("Maires de France, p-adf");
        assertThat(quorum.partners()).hasSize(2);
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

    private static RuleJson said(Board.Finding finding, Locale locale) {
        Partner amf =
                Partner.apply(
                        ContributionSamples.AMF,
                        null,
                        new PartnerFact.Registered(
                                "Maires de France",
                                PartnerKind.NATIONAL_ASSOCIATION,
                                new TerritoryCode("pays:FR"),
                                java.time.Instant.EPOCH));
        BoardReading reading =
                new BoardReading(
                        new Stored<>(
                                "c-socle",
                                1,
                                ContributionSamples.bare(),
                                ContributionSamples.NOW,
                                Set.of()),
                        new Board(List.of(finding)),
                        Map.of(amf.id(), amf));
        return new BoardWords(MESSAGES, locale, reading).rule(finding);
    }
}
