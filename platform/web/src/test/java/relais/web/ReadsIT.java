package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** Reads: validators, languages, caches, pages of others, and what there is not. */
class ReadsIT extends RunningService {

    @Test
    void aReadHasAValidatorOfWhatItSays() {
        Answer first = send(get("/public/who"));
        String validator = first.header("ETag");
        assertThat(validator).startsWith("W/\"");

        Answer again = send(get("/public/who").header("If-None-Match", validator));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(validator);

        Answer another =
                send(
                        get("/public/who")
                                .header("Authorization", "Bearer " + IDENTITY.loiret())
                                .header("If-None-Match", validator));
        assertThat(another.status()).as("another reader is told something else").isEqualTo(200);
    }

    @Test
    void theValidatorOfAnAggregateNamesItsVersion() {
        Answer answer = send(get("/public/versioned?says=a"));
        assertThat(answer.header("ETag")).matches("\"7-[\\w-]{16}\"");
        assertThat(Versions.requireIfMatch(answer.header("ETag"))).isEqualTo(7);

        Answer same =
                send(
                        get("/public/versioned?says=a")
                                .header("If-None-Match", answer.header("ETag")));
        assertThat(same.status()).isEqualTo(304);
        for (String known : new String[] {answer.header("ETag"), "\"7\""}) {
            Answer changed = send(get("/public/versioned?says=b").header("If-None-Match", known));
            assertThat(changed.status()).as("%s says another thing", known).isEqualTo(200);
        }
    }

    @Test
    void aStateThatIsKnownBeforeIsAnsweredWithoutAsking() {
        Answer answer = send(get("/public/state"));
        assertThat(answer.body()).isEqualTo("{\"asked\":\"1\"}");

        Answer again = send(get("/public/state").header("If-None-Match", answer.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(send(get("/public/state")).body()).isEqualTo("{\"asked\":\"2\"}");
    }

    @Test
    void aRefusalHasNoValidator() {
        assertThat(send(get("/public/refused")).header("ETag")).isEmpty();
        assertThat(send(get("/public/none")).header("ETag")).isEmpty();
    }

    @Test
    void answersVaryByLanguageAndReader() {
        Answer answer = send(get("/public/spoken").header("Accept-Language", "en"));
        assertThat(answer.body()).isEqualTo("{\"language\":\"en\"}");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(String.join(",", answer.response().headers().allValues("Vary")))
                .contains("Accept-Language", "Authorization");
        assertThat(send(get("/public/who")).header("Content-Language")).isEmpty();
    }

    @Test
    void sharedCachesMayKeepWhatAnyoneMayReadAndNothingElse() {
        assertThat(send(get("/public/who")).header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(send(authorized("/public/who").GET()).header("Cache-Control"))
                .contains("no-store");
        assertThat(send(authorized("/me").GET()).header("Cache-Control")).contains("no-store");
    }

    @Test
    void pagesOfOthersMayReadWhatAnyoneMayRead() {
        Answer read = send(get("/public/who").header("Origin", "https://elsewhere.example"));
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(read.header("Access-Control-Expose-Headers")).contains("ETag");
        Answer preflight =
                send(
                        request("/public/who")
                                .method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", "https://elsewhere.example")
                                .header("Access-Control-Request-Method", "GET")
                                .header("Access-Control-Request-Headers", "if-none-match"));
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET");
        Answer own = send(authorized("/me").GET().header("Origin", "https://elsewhere.example"));
        assertThat(own.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void longAnswersAreCompressed() {
        Answer answer = send(get("/public/long").header("Accept-Encoding", "gzip"));
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("ETag")).startsWith("W/");
        assertThat(send(get("/public/long")).header("Content-Encoding")).isEmpty();
    }

    @Test
    void aHeadSaysWhatAGetWould() {
        Answer get = send(get("/public/who"));
        Answer head = send(request("/public/who").HEAD());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    }

    @Test
    void aTokenIsAskedForOnlyWhereOneWouldHelp() {
        send(get("/nothing")).isProblem(404, "no-such-path");
        send(request("/me").DELETE()).isProblem(405, "method-not-allowed");
        send(get("/me")).isProblem(401, "authentication-required");
        send(request("/things").POST(BodyPublishers.ofString("x")).header("Content-Type", "a/b"))
                .isProblem(401, "authentication-required");
    }
}
