package relais.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInPageIT {

    @TempDir private static Path home;
    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        identity = new RunningIdentity(home);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void speaksFrenchUnlessAskedForEnglish() {
        Document french = page("/login", "de-DE");
        Document english = page("/login", "en-GB,fr;q=0.5");

        assertThat(french.select("html").attr("lang")).isEqualTo("fr");
        assertThat(french.select("h1").text()).isEqualTo("Se connecter à Relais");
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("h1").text()).isEqualTo("Sign in to Relais");
    }

    @Test
    void theSwitchIsRememberedWhereThePortalRemembersIt() {
        try (var other = new RunningIdentity(home)) {
            HttpResponse<String> switched = other.get("/login?lang=en");

            assertThat(Jsoup.parse(switched.body()).select("h1").text())
                    .isEqualTo("Sign in to Relais");
            assertThat(switched.headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("RELAIS_LANGUAGE=en;"));
            assertThat(Jsoup.parse(other.get("/login").body()).select("html").attr("lang"))
                    .isEqualTo("en");
        }
    }

    @Test
    void everyAccountIsThereWithItsPasswordAndWhatItIsFor() {
        Document page = page("/login", "fr");

        assertThat(page.select("dl.accounts dt")).hasSize(14);
        assertThat(page.select("dl.accounts > div:contains(exploitation)").text())
                .contains("exploitation-demo", "reconstructions");
        for (String language : new String[] {"fr", "en"}) {
            assertThat(page("/login", language).select("dl.accounts dd").eachText())
                    .noneMatch(purpose -> purpose.matches("partner|committee|analyst|operator"));
        }
    }

    @Test
    void everyFieldIsLabelledAndNothingComesFromElsewhere() {
        HttpResponse<String> response = identity.get("/login");
        Document page = Jsoup.parse(response.body());

        for (String field : new String[] {"username", "password"}) {
            assertThat(page.select("label[for=" + field + "]").text()).isNotEmpty();
            assertThat(page.select("input#" + field)).hasSize(1);
        }
        assertThat(page.select("script, style, [style], iframe, img")).isEmpty();
        assertThat(page.select("link[href], use[href]").eachAttr("href"))
                .allMatch(href -> href.startsWith("/assets/"));
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self' http://localhost:8080;")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void itsLookIsThePortals() {
        for (String file :
                new String[] {
                    "theme.css", "sign-in.css", "icon.svg", "fonts/source-sans-400.woff2"
                }) {
            assertThat(identity.get("/assets/" + file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void whatIsWrongIsSaidPlainlyAndTheNameIsKeptToTheLetter() {
        String typed = "loiret\"><b>";
        String csrf = page("/login", "fr").select("input[name=_csrf]").attr("value");

        HttpResponse<String> failed =
                identity.post(
                        "/login", Map.of("username", typed, "password", "wrong", "_csrf", csrf));

        assertThat(failed.headers().firstValue("Location").orElse("")).endsWith("/login?error");
        Document page = page("/login?error", "fr");
        assertThat(page.select("[role=alert]").text()).contains("mot de passe incorrect");
        assertThat(page.select("#username").val()).isEqualTo(typed);
        assertThat(page.select("#username").attr("aria-describedby")).isEqualTo("problem");
        assertThat(page.select("#password").val()).isEmpty();
        assertThat(page("/login?error", "fr").select("#username").val()).isEmpty();
    }

    @Test
    void whoeverGuessesIsSentAwayBeforeASecretIsCompared() {
        try (var other = new RunningIdentity(home)) {
            signIn(other, "comite", "guess");
            assertThat(other.attempts().failuresOf("comite", "127.0.0.1")).isEqualTo(1);
            failOften(other, "comite");

            HttpResponse<String> away = signIn(other, "comite", "comite-demo");

            assertThat(away.headers().firstValue("Location").orElse("")).endsWith("/login?slow");
            Document page = Jsoup.parse(other.get("/login?slow").body());
            assertThat(page.select("[role=alert]").text()).contains("Attendez une minute");
            assertThat(page.select("#username").val()).isEqualTo("comite");
            assertThat(signIn(other, "loiret", "loiret-demo").headers().firstValue("Location"))
                    .hasValue("http://localhost:8080/");
        }
    }

    @Test
    void whoeverGuessesTheSecretOfAProgramIsSentAwayToo() {
        try (var other = new RunningIdentity(home)) {
            assertThat(other.token("analyste", "guess").statusCode()).isEqualTo(401);
            assertThat(other.attempts().failuresOf("analyste", "127.0.0.1")).isEqualTo(1);
            failOften(other, "analyste");

            HttpResponse<String> away = other.token("analyste", "analyste-demo");

            assertThat(away.statusCode()).isEqualTo(429);
            assertThat(away.headers().firstValue("Retry-After")).isPresent();
            assertThat(other.token("exploitation", "exploitation-demo").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aNameThatIsNotTheIssuersIsNotAnswered() throws IOException {
        String page = identity.url("/login");
        assertThat(identity.get("/login").statusCode()).isEqualTo(200);

        var byAnotherName =
                (HttpURLConnection)
                        URI.create(page.replace("127.0.0.1", "localhost")).toURL().openConnection();

        assertThat(byAnotherName.getResponseCode()).isEqualTo(400);
    }

    @Test
    void nothingOfAnotherSiteComesWithTheSession() {
        try (var other = new RunningIdentity(home)) {
            assertThat(other.get("/login").headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("RELAIS_IDENTITY="))
                    .singleElement()
                    .asString()
                    .contains("SameSite=Lax", "HttpOnly");
        }
    }

    /**
     * As often as it takes to wait for a minute, which is more than a test lasts between two calls.
     */
    private static void failOften(RunningIdentity where, String name) {
        for (int i = 0; i < 3 * SignInAttempts.FREE; i++) {
            where.attempts().failed(name, "127.0.0.1");
        }
    }

    private static HttpResponse<String> signIn(
            RunningIdentity where, String name, String password) {
        String csrf =
                Jsoup.parse(where.get("/login").body()).select("input[name=_csrf]").attr("value");
        return where.post("/login", Map.of("username", name, "password", password, "_csrf", csrf));
    }

    @Test
    void aPageThatWasOpenForTooLongIsShownAnew() {
        HttpResponse<String> late =
                identity.post(
                        "/login",
                        Map.of("username", "loiret", "password", "loiret-demo", "_csrf", "old"));

        assertThat(late.headers().firstValue("Location").orElse("")).endsWith("/login?expired");
        assertThat(page("/login?expired", "fr").select("[role=alert]").text())
                .contains("trop longtemps");
    }

    @Test
    void whoeverComesWithoutKnowingWhereToLandsInThePortal() {
        try (var other = new RunningIdentity(home)) {
            String csrf =
                    Jsoup.parse(other.get("/login").body())
                            .select("input[name=_csrf]")
                            .attr("value");
            HttpResponse<String> in =
                    other.post(
                            "/login",
                            Map.of(
                                    "username", "comite",
                                    "password", "comite-demo",
                                    "_csrf", csrf));

            assertThat(in.headers().firstValue("Location")).hasValue("http://localhost:8080/");
            assertThat(other.get("/").headers().firstValue("Location"))
                    .hasValue("http://localhost:8080/");
            HttpResponse<String> nowhere = other.get("/nowhere");
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(Jsoup.parse(nowhere.body()).select("h1").text())
                    .isEqualTo("Cette page n’existe pas, ou n’est pas pour vous");
        }
    }

    private static Document page(String path, String languages) {
        return Jsoup.parse(identity.get(path, languages).body());
    }
}
