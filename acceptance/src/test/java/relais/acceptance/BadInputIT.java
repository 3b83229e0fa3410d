package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong request is answered with what is wrong with it, never with a 500. */
class BadInputIT {

    private final Stack stack = Stack.shared();

    static Stream<Arguments> refusedExperiences() {
        String good = Cards.experience("Une expérience", "commune:25056", "ECOLE");
        return Stream.of(
                Arguments.of("no title", good.replace("Une expérience", " "), "title"),
                Arguments.of(
                        "long title", good.replace("Une expérience", "x".repeat(101)), "title"),
                Arguments.of("no consent", good.replace("true", "false"), "licenceAccepted"),
                Arguments.of("a collège", good.replace("ECOLE", "COLLEGE"), "level"),
                Arguments.of("unknown level", good.replace("ECOLE", "CRECHE"), "level"),
                Arguments.of("unknown axis", good.replace("USES", "FUN"), "axes"),
                Arguments.of("elsewhere", good.replace("25056", "45234"), "territory"),
                Arguments.of("nowhere", good.replace("25056", "99999"), "territory"),
                Arguments.of("no scheme", good.replace("commune:25056", "Besançon"), "territory"),
                Arguments.of(
                        "extra", good.replace("\"axes\"", "\"salary\": 1, \"axes\""), "salary"),
                Arguments.of(
                        "ends first",
                        good.replace(
                                "\"axes\"",
                                "\"startedOn\": \"2020-02-01\", \"endedOn\": \"2020-01-01\","
                                        + " \"axes\""),
                        "endedOn"),
                Arguments.of(
                        "a script for a link",
                        good.replace(
                                "\"axes\"",
                                "\"links\": [{\"label\": \"x\", \"url\": \"javascript:alert(1)\"}],"
                                        + " \"axes\""),
                        "links"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedExperiences")
    void aRefusalNamesTheField(String what, String body, String field) {
        Answer answer =
                stack.experiences("besancon")
                        .post("/experiences", body, "Idempotency-Key", Cards.word());

        isProblem(answer);
        assertThat(answer.violatedFields()).as(answer.text()).anyMatch(f -> f.startsWith(field));
    }

    @Test
    void aRefusalSpeaksTheReadersLanguage() {
        String body = Cards.experience("Une expérience", "commune:25056", "COLLEGE");
        String french = refusal(body, "fr-FR,fr;q=0.9");
        String english = refusal(body, "en");

        assertThat(french).isNotEqualTo(english).contains("collège");
        assertThat(refusal(body, "tlh")).isEqualTo(french);
    }

    private String refusal(String body, String language) {
        return stack.experiences("besancon")
                .post(
                        "/experiences",
                        body,
                        "Idempotency-Key",
                        Cards.word(),
                        "Accept-Language",
                        language)
                .json()
                .get("violations")
                .get(0)
                .get("message")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"title\": }", "\u0000"})
    void aBodyThatIsNoExperienceIsRefused(String body) {
        isProblem(
                stack.experiences("besancon")
                        .post("/experiences", body, "Idempotency-Key", Cards.word()));
    }

    @Test
    void aBodyOf300KiBIsRefused() {
        String body =
                Cards.experience("Trop longue", "commune:25056", "ECOLE")
                        .replace("Ce que l'on a fait.", "x".repeat(300 * 1024));

        Answer answer =
                stack.experiences("besancon")
                        .post("/experiences", body, "Idempotency-Key", Cards.word());

        isProblem(answer);
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void anotherContentTypeIsRefused() {
        Answer answer =
                stack.experiences("besancon")
                        .send(
                                "POST",
                                "/experiences",
                                BodyPublishers.ofString("title=x"),
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Idempotency-Key",
                                Cards.word());

        isProblem(answer);
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-token", "a.b.c"})
    void aForgedTokenIsRefused(String token) {
        isUnauthorized(stack.experiences("besancon").as(token).get("/drafts"));
        isUnauthorized(stack.experiences("besancon").as(tampered()).get("/drafts"));
    }

    @Test
    void aMissingTokenIsRefused() {
        isUnauthorized(
                stack.experiences(null)
                        .post(
                                "/experiences",
                                Cards.experience("x", "commune:25056", "ECOLE"),
                                "Idempotency-Key",
                                Cards.word()));
    }

    @Test
    void anotherPartnersResourceCannotBeChanged() {
        String id = Cards.published("À Besançon seule " + Cards.word());

        Answer revised =
                stack.experiences("loiret")
                        .put(
                                "/experiences/" + id,
                                Cards.experience("Volée", "departement:45", "COLLEGE"),
                                "If-Match",
                                "\"2\"");
        Answer published =
                stack.experiences("loiret")
                        .post("/experiences/" + id + "/publication", "{}", "If-Match", "\"2\"");

        assertThat(revised.status()).as(revised.text()).isIn(403, 422);
        isProblem(revised);
        assertThat(published.status()).as(published.text()).isEqualTo(403);
        isProblem(published);
    }

    @Test
    void aDraftIsItsPartnersOwn() {
        Answer draft =
                stack.experiences("besancon")
                        .post(
                                "/drafts",
                                "{\"title\": \"Secret\"}",
                                "Idempotency-Key",
                                Cards.word());
        assertThat(draft.status()).as(draft.text()).isEqualTo(201);

        for (String other : new String[] {"loiret", "comite", "analyste", "exploitation"}) {
            Answer read = stack.experiences(other).get("/drafts/" + draft.id());
            assertThat(read.status()).as(other + ": " + read.text()).isIn(403, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed?territory[$ne]=x",
                "/feed?territory=%7B%22%24ne%22%3A1%7D",
                "/feed?status[$gt]=",
                "/feed?status=PUBLISHED%27%20OR%201%3D1",
                "/feed?kind=EXPERIENCE&kind=CARD",
                "/feed?nosuchfilter=1",
                "/feed?limit=0",
                "/feed?limit=101",
                "/feed?limit=-1",
                "/feed?limit=99999999999999999999",
                "/feed?limit=ten",
                "/feed?cursor=absurd",
                "/feed?cursor=AAAA%00",
                "/feed?cursor=eyIkbmUiOjF9",
                "/feed?asOf=yesterday",
                "/feed?asOf=2015-02-30",
                "/feed?from=2020-01-01&to=2010-01-01",
                "/feed?territory=planet:earth",
                "/cards?axis=FUN",
                "/cards/x-none/diff?from=a&to=b",
                "/cards/x-none?atLeast=soon",
                "/facets?level=CRECHE"
            })
    void aReadThatMakesNoSenseIsRefusedByName(String path) {
        Answer answer =
                stack.feed(null)
                        .get(path.replace("[", "%5B").replace("]", "%5D").replace("$", "%24"));

        isProblem(answer);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.violatedFields()).as(answer.text()).isNotEmpty();
    }

    @Test
    void whatDoesNotExistIsAProblemToo() {
        for (Answer answer :
                new Answer[] {
                    stack.feed(null).get("/cards/x-none"),
                    stack.feed("comite").get("/nothing/here"),
                    stack.experiences("besancon").get("/experiences/x-none"),
                    stack.partners(null).get("/partners/p-none"),
                    stack.partners(null).get("/territories/commune:99999")
                }) {
            isProblem(answer);
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        }
    }

    @Test
    void operatorsCallsAreForOperators() {
        for (String account : new String[] {"besancon", "comite", "analyste"}) {
            Answer answer = stack.feed(account).get("/parked");
            isProblem(answer);
            assertThat(answer.status()).isEqualTo(403);
        }
        isUnauthorized(stack.feed(null).get("/parked"));
    }

    private String tampered() {
        String token = stack.token("besancon");
        int middle = token.indexOf('.') + 5;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    private static void isUnauthorized(Answer answer) {
        isProblem(answer);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    private static void isProblem(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.contentType()).as(answer.text()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).startsWith("https://");
        assertThat(answer.json().get("title").asString()).isNotBlank();
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.text()).doesNotContain("Exception");
    }
}
