package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a refusal says: in the reader's language, in a service's own words, and never a secret. */
class ProblemsIT extends RunningService {

    @Test
    void problemsAreInFrenchUnlessEnglishIsPreferred() {
        assertThat(send(get("/public/none")).title()).isEqualTo("Adresse inconnue");
        Answer english = send(get("/public/none").header("Accept-Language", "en-GB,en;q=0.8"));
        assertThat(english.title()).isEqualTo("Unknown address");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        for (String language : List.of("de", "fr-CA", "en;q=0.2, fr", "*", "çà", ",,;;q=")) {
            assertThat(send(get("/public/none").header("Accept-Language", language)).title())
                    .as(language)
                    .isEqualTo("Adresse inconnue");
        }
    }

    @Test
    void aServiceHasItsOwnRefusalsAndWords() {
        Answer answer = send(get("/public/refused"));

        answer.isProblem(409, "test-refusal");
        assertThat(answer.detail()).isEqualTo("Ce n'est pas possible en 2015.");
        assertThat(answer.json().at("/violations/0").toString())
                .isEqualTo(
                        "{\"field\":\"title\",\"code\":\"test\",\"message\":\"Pas à l'école.\"}");
        assertThat(send(get("/public/refused").header("Accept-Language", "en")).detail())
                .isEqualTo("That isn't possible in 2015.");
    }

    @Test
    void anUnexpectedFaultIsA500WithoutDetail() {
        Answer answer = send(get("/public/broken"));

        answer.isProblem(500, "internal-error");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("IllegalState");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsA503WithATimeToRetry() {
        Answer answer = send(get("/public/store-down"));

        answer.isProblem(503, "store-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
}
