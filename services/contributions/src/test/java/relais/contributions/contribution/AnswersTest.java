package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relais.aggregates.Axis;
import relais.aggregates.Stored;
import tools.jackson.databind.json.JsonMapper;

/** Answers as the first releases gave them, when each field was copied by hand. */
class AnswersTest {

    private static final String FULL =
            """
            {"id": "c-socle", "version": 9, "status": "SUPERSEDED", "kind": "FRAMEWORK",
             "title": "Socle numérique de base", "summary": "Ce qu’une école devrait avoir",
             "axes": ["USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE",
             "INDUSTRY"], "partner": "p-amf", "drafters": ["p-amf", "p-adf"], "textVersion": 4,
             "sections": [{"id": "s-1", "number": 1, "heading": "Usages",
             "body": "Un poste par classe.", "changedIn": 2}, {"id": "s-3", "number": 2,
             "heading": "Réseau", "body": "", "changedIn": 4}],
             "evidence": [{"experience": "x-tablets", "version": 3, "section": "s-1",
             "note": "deux ans", "outdated": {"change": "REVISED", "version": 5,
             "at": "2026-03-02T09:59:00.123Z", "reason": "chiffres à jour"}},
             {"experience": "x-network", "version": 2}], "amendments": [{"id": "am-1",
             "partner": "p-adf", "section": "s-1", "heading": "Les usages", "basedOn": 2,
             "reason": "parce que", "status": "ACCEPTED", "answer": "repris"}, {"id": "am-2",
             "partner": "p-adf", "section": "s-1", "heading": "Les usages", "basedOn": 2,
             "reason": "parce que", "status": "OPEN", "moved": false}],
             "submittedAt": "2026-03-02T08:53:20.123Z", "submissionNote": "relu",
             "consultation": {"openedAt": "2026-03-02T10:00:00.123Z",
             "deadline": "2026-03-02T11:00:00.123Z", "signatories": ["p-amf", "p-adf"],
             "quorum": 2, "note": "avant la journée", "positions": [{"partner": "p-adf",
             "position": "RESERVATION", "reason": "les îles",
             "takenAt": "2026-03-02T10:00:00.123Z"}, {"partner": "p-amf", "position": "CONSENT",
             "takenAt": "2026-03-02T10:00:00.123Z"}], "silent": []}, "adoptedOn": "2026-04-02",
             "supersedes": "c-older", "supersededBy": "c-newer", "reason": "close une fois",
             "openedAt": "2026-03-02T08:00:00.123Z", "publicSince": "2026-03-02T09:00:00.123Z",
             "updatedAt": "2026-03-02T10:00:00.123Z"}\
            """;

    private static final String TOMBSTONE =
            """
            {"id": "c-socle", "version": 9, "status": "SUPERSEDED", "kind": "FRAMEWORK",
             "title": "Socle numérique de base", "axes": ["USES", "GOVERNANCE", "SUPPORT",
             "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY"], "partner": "p-amf",
             "drafters": ["p-amf", "p-adf"], "supersedes": "c-older", "reason": "close une fois",
             "openedAt": "2026-03-02T08:00:00.123Z", "publicSince": "2026-03-02T09:00:00.123Z",
             "updatedAt": "2026-03-02T10:00:00.123Z"}\
            """;

    private static final String BARE =
            """
            {"id": "c-socle", "version": 1, "status": "DRAFTING", "kind": "OPINION",
             "title": "Avis", "axes": ["USES"], "partner": "p-amf", "drafters": ["p-amf"],
             "textVersion": 1, "sections": [], "evidence": [], "amendments": [],
             "openedAt": "2026-03-02T10:00:00.123Z", "updatedAt": "2026-03-02T10:00:00.123Z"}\
            """;

    private static final String AMENDMENT =
            """
            {"id": "am-1", "contribution": "c-socle", "version": 9, "textVersion": 4,
             "partner": "p-adf", "section": "s-1", "reason": "parce que", "status": "ACCEPTED",
             "answer": "repris", "moved": false, "texts": {"base": {"textVersion": 2,
             "heading": "Usages", "body": "Un poste par classe."}, "current": {"textVersion": 4,
             "heading": "Usages", "body": "Un poste par classe."},
             "proposed": {"heading": "Les usages", "body": "Un poste par élève."},
             "merged": {"text": "Un poste par élève.", "conflicts": 0, "runs": [{"fate": "KEPT",
             "base": "Un poste par "}, {"fate": "CHANGED_BY_PROPOSED", "base": "classe",
             "current": "classe", "proposed": "élève"}, {"fate": "KEPT", "base": "."}]}}}\
            """;

    private static final String WORKING_COPY =
            """
            {"contribution": "c-socle", "version": 3, "basedOn": 2, "title": "Titre",
             "summary": "En bref", "axes": ["USES", "n’importe quoi"], "sections": [{"id": "s-1",
             "heading": "Usages", "body": "Un poste"}, {}], "note": "à finir",
             "updatedAt": "2026-03-02T10:00:00.123Z"}\
            """;

    private static final String LISTED =
            """
            {"id": "c-socle", "version": 9, "status": "SUPERSEDED", "kind": "FRAMEWORK",
             "title": "Titre", "summary": "En bref", "axes": ["USES"], "partner": "p-amf",
             "drafters": ["p-amf", "p-adf"], "openedAt": "2026-03-02T10:00:00.123Z",
             "submittedAt": "2026-03-02T10:00:00.123Z", "deadline": "2026-03-02T10:00:00.123Z",
             "adoptedOn": "1970-01-01", "supersededBy": "c-other",
             "updatedAt": "2026-03-02T10:00:00.123Z"}\
            """;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            each -> each.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private static final Stored<Contribution> STORED =
            new Stored<>(
                    "c-socle", 9, ContributionSamples.full(), ContributionSamples.NOW, Set.of());

    @Test
    void aContributionIsAnsweredWhole() {
        assertAnswer(ContributionJson.of(new ReadContributions.Reading(STORED, true)), FULL);
        Stored<Contribution> bare =
                new Stored<>(
                        "c-socle",
                        1,
                        ContributionSamples.bare(),
                        ContributionSamples.NOW,
                        Set.of());
        assertAnswer(ContributionJson.of(new ReadContributions.Reading(bare, true)), BARE);
    }

    @Test
    void aTombstoneHasNoText() {
        assertAnswer(ContributionJson.of(new ReadContributions.Reading(STORED, false)), TOMBSTONE);
    }

    @Test
    void anAmendmentIsAnsweredWithItsThreeTexts() {
        assertAnswer(AmendmentJson.of(STORED, STORED.state().amendments().getFirst()), AMENDMENT);
    }

    @Test
    void aWorkingCopyIsAnsweredAsItIs() {
        assertAnswer(
                ContributionSamples.workingCopy(ContributionSamples.ID, ContributionSamples.AMF),
                WORKING_COPY);
    }

    @Test
    void anEntryOfAListIsAnsweredAsItIs() {
        assertAnswer(
                new Contributions.Listed(
                        ContributionSamples.ID,
                        9,
                        new Contributions.Listed.State(
                                ContributionStatus.SUPERSEDED,
                                ContributionKind.FRAMEWORK,
                                new Contributions.Listed.Titles(
                                        "Titre", "En bref", List.of(Axis.USES)),
                                ContributionSamples.AMF,
                                List.of(ContributionSamples.AMF, ContributionSamples.ADF),
                                ContributionSamples.NOW,
                                new Contributions.Listed.Ready(ContributionSamples.NOW),
                                new Contributions.Listed.Asked(ContributionSamples.NOW),
                                LocalDate.EPOCH,
                                ContributionSamples.OTHER,
                                ContributionSamples.NOW)),
                LISTED);
    }

    @Test
    void aChangeIsAnsweredWithWhatItConcerns() {
        assertAnswer(
                ContributionChangeJson.of(STORED, ContributionSamples.AMENDMENT, null),
                """
                {"id": "c-socle", "version": 9, "status": "SUPERSEDED", "textVersion": 4,
                 "amendment": "am-1"}\
                """);
        assertAnswer(
                ContributionChangeJson.of(STORED, null, "x-1"),
                """
                {"id": "c-socle", "version": 9, "status": "SUPERSEDED", "textVersion": 4,
                 "experience": "x-1"}\
                """);
    }

    private static void assertAnswer(Object body, String expected) {
        assertThat(JSON.readTree(JSON.writeValueAsString(body))).isEqualTo(JSON.readTree(expected));
    }
}
