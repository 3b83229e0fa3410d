package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A figure of the feed, and what the history proves of the place that it names. */
class ProofOfFiguresIT {

    private final Stack stack = Stack.shared();

    @Test
    void theHistoryGivesTheSameCountAndDigestForThePlaceOfAFigure() {
        JsonNode before = proofOfAFigure();
        assertThat(fromHistory(before)).isEqualTo(digest(before));

        Cards.published("Dont la preuve tient compte " + Cards.word());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(proofOfAFigure().get("records").asLong())
                                        .isGreaterThan(before.get("records").asLong()));
        JsonNode after = proofOfAFigure();

        assertThat(fromHistory(after)).isEqualTo(digest(after)).isNotEqualTo(digest(before));
        assertThat(fromHistory(before)).as("for ever").isEqualTo(digest(before));
    }

    private JsonNode proofOfAFigure() {
        return stack.feed(null).get("/facets?kind=EXPERIENCE").json().get("proof");
    }

    private String fromHistory(JsonNode figure) {
        Answer proof =
                stack.history("analyste").get("/proofs?upTo=" + figure.get("upTo").asString());
        assertThat(proof.status()).as(proof.text()).isEqualTo(200);
        return digest(proof.json());
    }

    private static String digest(JsonNode proof) {
        return proof.get("records").asLong() + " records, " + proof.get("digest").asString();
    }
}
