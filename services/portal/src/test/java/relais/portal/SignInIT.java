package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

/** The whole way of a code, with the test as the browser and the issuer's sign-in page. */
class SignInIT {

    private static final String TOKEN = "secret-access-token-1";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor visitor = portal.visitor();

    @Test
    void comesBackToThePageItBeganAtWithAnotherSession() {
        portal.issuer.give(TOKEN, 3600, "");
        HttpResponse<String> wanted = visitor.get("/sign-in?back=/actualite?axis%3DUSES");
        String before = visitor.cookie("RELAIS_PORTAL");

        HttpResponse<String> landed = finish(wanted);

        assertThat(visitor.cookie("RELAIS_PORTAL")).isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.get(location(landed)).headers().firstValue("Location"))
                .hasValue("/actualite?axis=USES");
        assertThat(visitor.page("/actualite").select(".account").text())
                .contains("besancon", "Se déconnecter");
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsOtherSitesAndPlainHttp() {
        assertThat(visitor.get("/account").headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("RELAIS_PORTAL=")
                .contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void asksForACodeWithAProofAndAState() {
        var asked = UriComponentsBuilder.fromUriString(location(authorization())).build();

        assertThat(asked.toUriString()).startsWith(portal.issuer.address() + "/oauth2/authorize?");
        assertThat(asked.getQueryParams().toSingleValueMap())
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", portal.address + "/login/oauth2/code/relais")
                .containsKeys("state", "nonce", "code_challenge");
    }

    @Test
    void theTokenGoesToServicesAndNowhereElse() {
        signIn();

        HttpResponse<String> page = visitor.get("/actualite");

        assertThat(portal.services.asked("/feed").getLast().authorization())
                .isEqualTo("Bearer " + TOKEN);
        assertThat(page.body() + page.headers().map()).doesNotContain(TOKEN);
        assertThat(portal.issuer.requests().getLast()).containsKey("code_verifier");
    }

    @Test
    void aForgedAnswerOfTheIssuerSignsNobodyIn() {
        authorization();

        HttpResponse<String> landed = visitor.get("/login/oauth2/code/relais?code=c&state=forged");

        assertThat(landed.headers().firstValue("Location")).hasValue("/sign-in/failed");
        assertThat(visitor.page("/sign-in/failed").select("h1").text())
                .isEqualTo("La connexion n’a pas abouti");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void anIssuerThatIsAwayIsSaidPlainly() {
        HttpResponse<String> asked = authorization();
        portal.issuer.refuse();

        assertThat(finish(asked).headers().firstValue("Location")).hasValue("/sign-in/failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/%5Cevil.example",
                "/%09/evil.example",
                "javascript:alert(1)"
            })
    void nobodyIsLedElsewhereAfterSigningIn(String back) {
        signIn();

        assertThat(visitor.get("/sign-in?back=" + back).headers().firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void theAccountShowsRolesAndMandates() {
        signIn();
        portal.services.json(
                "/partners/p-commune-25056",
                """
                {"id": "p-commune-25056", "name": "Ville de Besançon", "kind": "COMMUNE", "territory": "commune:25056", "status": "ACTIVE",
                 "mandates": [{"id": "m-besancon", "role": "REPRESENTATIVE", "from": "2015-10-01"}]}""");

        Document page = visitor.page("/account");

        assertThat(page.select("main").text())
                .contains(
                        "besancon",
                        "Partenaire",
                        "Ville de Besançon",
                        "Représentant",
                        "1er octobre 2015",
                        "sans terme");
        Markup.assertTame(page);
    }

    @Test
    void aTokenThatIsOverIsRenewedWithoutAWord() {
        portal.issuer.give("short-lived", 1, "refresh-1");
        finish(authorization());
        portal.issuer.give("renewed", 3600, "refresh-2");

        visitor.page("/actualite");

        assertThat(portal.issuer.requests().getLast())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "refresh-1");
        assertThat(portal.services.asked("/feed").getLast().authorization())
                .isEqualTo("Bearer renewed");
    }

    @Test
    void aSessionThatIsOverLeavesAReaderWhoIsTold() {
        portal.issuer.give("short-lived", 1, "refresh-of-another");
        finish(authorization());
        portal.issuer.refuse();

        Document page = awaitNotice("/actualite?axis=USES");

        assertThat(page.select(".notice").text()).contains("Votre session a pris fin");
        assertThat(page.select(".notice a").attr("href"))
                .isEqualTo("/sign-in?back=/actualite?axis%3DUSES");
        assertThat(portal.services.asked("/feed").getLast().authorization()).isNull();
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aTokenThatAServiceNoLongerAcceptsEndsTheSession() {
        signIn();
        portal.services.problem("/feed", 401, "{}");

        HttpResponse<String> response = visitor.get("/actualite?axis=USES");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/actualite?axis=USES");
        portal.services.json("/feed", Example.feed(""));
        assertThat(visitor.page("/actualite?axis=USES").select(".account").text())
                .contains("Se connecter");
        assertThat(portal.services.asked("/feed").getLast().authorization()).isNull();
    }

    @Test
    void whatIsSentAfterASessionEndedWaitsForItsSenderToSignIn() {
        HttpResponse<String> sent =
                visitor.post(
                        "/account",
                        "title=Atelier&_csrf=of-a-session-that-was",
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Referer",
                        portal.address + "/account?tab=2");

        assertThat(sent.headers().firstValue("Location"))
                .hasValue("/sign-in?back=%2Faccount%3Ftab%3D2");
        portal.issuer.give(TOKEN, 3600, "");
        HttpResponse<String> landed = finish(visitor.get("/sign-in?back=%2Faccount%3Ftab%3D2"));
        assertThat(visitor.get(location(landed)).headers().firstValue("Location"))
                .hasValue("/account?tab=2");
    }

    @Test
    void aFormOfAnotherSiteIsNotKept() {
        HttpResponse<String> sent =
                visitor.post("/account", "title=x", "Sec-Fetch-Site", "cross-site");

        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void whoeverSignsOutAfterTheirSessionEndedIsOut() {
        HttpResponse<String> left =
                visitor.post("/sign-out", "_csrf=old", "Origin", portal.address);

        assertThat(left.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheIssuer() {
        signIn();
        Document page = visitor.page("/actualite");
        String token = page.select("form[action=/sign-out] input[name=_csrf]").attr("value");

        HttpResponse<String> left = visitor.post("/sign-out", "_csrf=" + token);

        assertThat(location(left))
                .startsWith(portal.issuer.address() + "/connect/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=" + portal.address + "/");
        assertThat(visitor.page("/actualite").select(".account").text()).contains("Se connecter");
    }

    private void signIn() {
        portal.issuer.give(TOKEN, 3600, "");
        finish(authorization());
    }

    private HttpResponse<String> authorization() {
        return visitor.get(location(visitor.get("/account")));
    }

    /** What the issuer does once somebody has typed a password. */
    private HttpResponse<String> finish(HttpResponse<String> asked) {
        String address = location(asked);
        if (address.startsWith("/")) {
            address = location(visitor.get(address));
        }
        var query = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
        portal.issuer.expectNonce(decoded(query.getFirst("nonce")));
        return visitor.get("/login/oauth2/code/relais?code=c-42&state=" + query.getFirst("state"));
    }

    /** Until the second that the token was given has passed. */
    private Document awaitNotice(String path) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> visitor.page(path), page -> !page.select(".notice").isEmpty());
    }

    private static String decoded(@Nullable String value) {
        return URLDecoder.decode(Objects.requireNonNull(value), StandardCharsets.UTF_8);
    }

    /** Where an answer leads, as a path of the portal if it is one. */
    private String location(HttpResponse<String> response) {
        String location = response.headers().firstValue("Location").orElse("");
        URI uri = URI.create(location);
        return location.startsWith(portal.address)
                ? uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                : location;
    }
}
