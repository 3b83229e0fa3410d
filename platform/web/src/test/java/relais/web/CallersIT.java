package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who calls, what they may do, and how they are refused. */
class CallersIT extends RunningService {

    @Test
    void aTokenTellsTheCaller() {
        Answer answer = send(get("/me").header("Authorization", "Bearer " + IDENTITY.loiret()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString())
                .isEqualTo(
                        "{\"actor\":\"m-loiret\",\"partner\":\"p-departement-45\",\"roles\":[\"PARTNER\"]}");
    }

    @Test
    void aCallerWithoutMandateHasAStableActorThatNamesNobody() {
        String first =
                send(get("/me").header("Authorization", "Bearer " + IDENTITY.operator()))
                        .json()
                        .path("actor")
                        .asString();
        String second =
                send(get("/me").header("Authorization", "Bearer " + IDENTITY.operator()))
                        .json()
                        .path("actor")
                        .asString();

        assertThat(first).matches("m-[0-9a-f]{16}").isEqualTo(second);
    }

    @Test
    void gaugesAreForOperatorsOnly() {
        send(get("/actuator/prometheus")).isProblem(401, "authentication-required");
        assertThat(
                        send(get("/actuator/prometheus")
                                        .header("Authorization", "Bearer " + IDENTITY.loiret()))
                                .status())
                .isEqualTo(403);
        assertThat(
                        send(get("/actuator/prometheus")
                                        .header("Authorization", "Bearer " + IDENTITY.operator()))
                                .status())
                .isNotIn(401, 403);
    }

    @Test
    void theScrapeTokenReadsGaugesAndNothingElse() {
        assertThat(scrape("/actuator/prometheus", "for-measuring").status()).isNotIn(401, 403);
        scrape("/actuator/prometheus", "for-measurinG").isProblem(401, "invalid-token");
        scrape("/me", "for-measuring").isProblem(401, "invalid-token");
        scrape("/actuator/info", "for-measuring").isProblem(401, "invalid-token");
    }

    private static Answer scrape(String path, String token) {
        return send(get(path).header("Authorization", "Bearer " + token));
    }

    @Test
    void whoeverLooksForATokenIsToldWhereToAskAndNothingThatIsNotSo() {
        Answer answer = send(get("/.well-known/oauth-protected-resource"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "resource", "authorization_servers", "bearer_methods_supported");
        assertThat(answer.json().path("resource").asString()).isEqualTo("http://127.0.0.1:" + PORT);
        assertThat(answer.json().path("authorization_servers").toString())
                .isEqualTo("[\"" + TestIdentity.ISSUER + "\"]");
        assertThat(answer.json().path("bearer_methods_supported").toString())
                .isEqualTo("[\"header\"]");
    }

    @Test
    void anAbsentTokenIsA401WithAChallenge() {
        Answer answer = send(get("/me"));

        answer.isProblem(401, "authentication-required");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void expiredForgedForeignAndUnreadableTokensAreA401WithAChallenge() {
        for (String token :
                List.of(
                        IDENTITY.expired(),
                        IDENTITY.forged(),
                        IDENTITY.ofAnotherIssuer(),
                        "not-a-token",
                        "a.b.c",
                        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJsb2lyZXQifQ.")) {
            Answer answer = send(get("/me").header("Authorization", "Bearer " + token));

            answer.isProblem(401, "invalid-token");
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
    }

    @Test
    void aTokenThatNeverEndsIsRefused() {
        refused(IDENTITY.endless());
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        refused(IDENTITY.forAnotherAudience());
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        refused(IDENTITY.idToken());
    }

    private static void refused(String token) {
        send(get("/me").header("Authorization", "Bearer " + token)).isProblem(401, "invalid-token");
    }

    @Test
    void aBadTokenIsRefusedOnAPublicPathToo() {
        send(get("/public/who").header("Authorization", "Bearer " + IDENTITY.expired()))
                .isProblem(401, "invalid-token");
    }

    @Test
    void aMissingRoleIsA403ThatNamesTheRoles() {
        Answer answer =
                send(get("/operations").header("Authorization", "Bearer " + IDENTITY.loiret()));

        answer.isProblem(403, "role-required");
        assertThat(answer.detail()).contains("operator, committee");
        assertThat(
                        send(get("/operations")
                                        .header("Authorization", "Bearer " + IDENTITY.operator()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void publicPathsAreOpenToAnyoneWhoReads() {
        assertThat(send(get("/public/who")).json().path("actor").asString()).isEqualTo("anyone");
        assertThat(
                        send(get("/public/who")
                                        .header("Authorization", "Bearer " + IDENTITY.loiret()))
                                .json()
                                .path("actor")
                                .asString())
                .isEqualTo("m-loiret");
        send(get("/public/must")).isProblem(401, "authentication-required");
        send(request("/public/who").POST(BodyPublishers.noBody()))
                .isProblem(405, "method-not-allowed");
    }

    @Test
    void healthAndTheDescriptionNeedNoToken() {
        assertThat(send(get("/actuator/health")).status()).isEqualTo(200);
        assertThat(send(get("/openapi")).status()).isEqualTo(200);
    }

    @Test
    void anAnswerThatComesLaterKeepsItsCallerAndItsRefusals() {
        Answer later = send(get("/later").header("Authorization", "Bearer " + IDENTITY.loiret()));
        assertThat(later.json().path("actor").asString()).isEqualTo("m-loiret");
        send(get("/later")).isProblem(401, "authentication-required");
        send(get("/public/later-broken")).isProblem(500, "internal-error");
    }
}
