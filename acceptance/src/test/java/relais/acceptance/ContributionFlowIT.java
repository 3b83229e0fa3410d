package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the opening of a contribution to its adoption and after, as ten accounts over HTTP. */
class ContributionFlowIT {

    private final Stack stack = Stack.shared();
    private final Api anyone = stack.feed(null);

    @Test
    void isWrittenAmendedConsultedAdoptedAndReadByEveryone() {
        String word = Cards.word();
        String experience = Cards.published("Citée par le comité " + word);
        Committee contribution = Committee.opens("Socle " + word);
        String id = contribution.id();
        contribution.drafts("amf", "Deux postes par classe.");

        cites(contribution, experience);
        amends(contribution);
        isNotPublicYet(contribution);
        Instant deadline = consults(contribution);
        Answer adopted = contribution.adoptsAfter(deadline);

        assertThat(adopted.json().get("status").asString()).isEqualTo("ADOPTED");
        Cards.awaitVersion(id, adopted.json().get("version").asLong());
        JsonNode card = anyone.get("/cards/" + id).json();
        assertThat(card.get("status").asString()).isEqualTo("ADOPTED");
        assertThat(card.toString())
                .contains("Un poste par élève.", experience, "Un débit suffisant.");
        assertThat(
                        Cards.idsIn(
                                anyone.get("/cards?kind=CONTRIBUTION&status=ADOPTED&q=acceptation")
                                        .json()))
                .contains(id);
        JsonNode cited = anyone.get("/cards/" + experience).json().get("citedBy");
        assertThat(cited.valueStream().map(by -> by.get("id").asString())).contains(id);
        assertThat(cited.get(0).get("version").asLong()).isEqualTo(2);
        assertThat(
                        stack.contributions("amf")
                                .put(
                                        "/contributions/" + id + "/text",
                                        "{\"title\": \"Autre\", \"axes\": [\"USES\"], \"sections\": []}",
                                        "If-Match",
                                        adopted.etag())
                                .status())
                .as("never silently changed")
                .isEqualTo(409);

        isFlaggedWhenItsEvidenceIsRevised(contribution, experience);
    }

    private void cites(Committee contribution, String experience) {
        Answer unknown =
                contribution.asks(
                        "adf", "/evidence", "{\"experience\": \"x-nowhere\", \"version\": 1}");
        assertThat(unknown.status()).isIn(404, 422);
        Answer unpublished =
                contribution.asks(
                        "adf",
                        "/evidence",
                        "{\"experience\": \"%s\", \"version\": 1}".formatted(experience));
        assertThat(unpublished.status()).as(unpublished.text()).isBetween(400, 422);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                contribution.asks(
                                        "adf",
                                        "/evidence",
                                        "{\"experience\": \"%s\", \"version\": 2, \"section\": \"s-1\"}"
                                                .formatted(experience)),
                        answer -> answer.status() < 300);
    }

    private void amends(Committee contribution) {
        long text = contribution.read().json().get("textVersion").asLong();
        assertThat(contribution.asks("loiret", "/amendments", amendment(text)).status())
                .as("who has not signed does not even see it")
                .isEqualTo(404);
        Answer taken = contribution.does("arf", "/amendments", amendment(text));
        Answer refused =
                contribution.does(
                        "cdc",
                        "/amendments",
                        """
                        {"section": "s-2", "basedOn": %d, "body": "Un débit garanti.",
                         "reason": "Plus exigeant"}
                        """
                                .formatted(text));
        contribution.does(
                "adf",
                "/amendments/" + taken.json().get("amendment").asString() + "/acceptance",
                "{}");
        contribution.does(
                "amf",
                "/amendments/" + refused.json().get("amendment").asString() + "/rejection",
                "{\"reason\": \"Trop tôt\"}");
        assertThat(contribution.read().text()).contains("Un poste par élève.", "Trop tôt");
    }

    private static String amendment(long text) {
        return """
        {"section": "s-1", "basedOn": %d, "body": "Un poste par élève.", "reason": "L'usage a changé"}
        """
                .formatted(text);
    }

    private void isNotPublicYet(Committee contribution) {
        Cards.awaitVersion(contribution.id(), contribution.version());
        assertThat(anyone.get("/cards/" + contribution.id()).status()).isEqualTo(404);
        assertThat(stack.contributions(null).get("/contributions/" + contribution.id()).status())
                .isEqualTo(404);
        assertThat(
                        stack.contributions("loiret")
                                .get("/contributions/" + contribution.id())
                                .status())
                .isEqualTo(404);
        assertThat(
                        stack.contributions("villes-internet")
                                .get("/contributions/" + contribution.id())
                                .status())
                .isEqualTo(200);
    }

    private Instant consults(Committee contribution) {
        Instant deadline = contribution.consults(Duration.ofSeconds(12));
        String path = "/contributions/" + contribution.id();
        assertThat(
                        contribution
                                .puts("loiret", "/positions", "{\"position\": \"CONSENT\"}")
                                .status())
                .isEqualTo(403);
        contribution.position("comite", "OBJECTION", "À chiffrer d'abord");
        for (String signatory : Committee.SIGNATORIES.subList(0, 6)) {
            contribution.position(signatory, "CONSENT", "");
        }
        contribution.position("numerique", "RESERVATION", "Sous réserve des crédits");
        JsonNode board = stack.contributions(null).get(path + "/board").json();
        assertThat(board.get("adoptable").asBoolean()).isFalse();
        assertThat(board.get("positions").size()).isEqualTo(8);
        Answer early = contribution.asks("comite", "/adoption", "{}");
        assertThat(early.status()).as(early.text()).isEqualTo(409);
        contribution.position("comite", "CONSENT", "");
        assertThat(contribution.puts("amf", "/text", "{\"title\": \"Autre\"}").status())
                .as("the text is frozen")
                .isBetween(400, 422);
        return deadline;
    }

    private void isFlaggedWhenItsEvidenceIsRevised(Committee contribution, String experience) {
        Answer revised =
                stack.experiences("besancon")
                        .put(
                                "/experiences/" + experience,
                                Cards.experience("Citée puis revue", "commune:25056", "ECOLE"),
                                "If-Match",
                                "\"2\"");
        assertThat(revised.status()).as(revised.text()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(anyone.get("/cards/" + contribution.id()).text())
                                        .contains("REVISED"));
        assertThat(contribution.read().json().get("status").asString()).isEqualTo("ADOPTED");
    }
}
