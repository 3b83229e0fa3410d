package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyIT {

    private final RunningPortal portal = RunningPortal.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/experiences?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&tag=%27%20onclick=alert(1)&cost=%22%3E",
                "/actualite?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&tag=%27%20onclick=alert(1)&territory=%22%3E",
                "/places?place=%3Cscript%3Ealert(1)%3C/script%3E",
                "/accessibility",
                "/legal",
                "/sign-in/failed",
                "/cards/none",
                "/nowhere"
            })
    void everyPageIsTameAndSaysWhatABrowserMayDo(String path) {
        portal.services.json("/feed", Example.feed("<script>alert(1)</script>' onclick=x "));
        portal.services.json("/facets", Example.facets("<script>alert(1)</script>' onclick=x "));

        HttpResponse<String> response = portal.visitor().get(path);

        Markup.assertTame(Jsoup.parse(response.body()));
        String policy = header(response, "Content-Security-Policy");
        String signOut = "form-action 'self' " + portal.issuer.address();
        assertThat(policy).contains(signOut);
        assertThat(policy.replace(signOut, ""))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Permissions-Policy")).contains("geolocation=()");
    }

    @Test
    void scriptsAreToldNotToEvaluate() {
        String settings =
                portal.visitor()
                        .page("/actualite")
                        .select("meta[name=htmx-config]")
                        .attr("content");

        assertThat(settings)
                .contains(
                        "\"allowEval\":false",
                        "\"includeIndicatorStyles\":false",
                        "\"allowScriptTags\":false",
                        "\"selfRequestsOnly\":true");
    }

    @Test
    void readersGetNoCookieAtAll() {
        assertThat(portal.visitor().get("/actualite").headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theLanguageCookieIsOutOfReachOfScriptsAndOfPlainHttp() {
        String cookie = header(portal.visitor().get("/actualite?lang=en"), "Set-Cookie");

        assertThat(cookie)
                .startsWith("RELAIS_LANGUAGE=en")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void filesMayBeKeptForAYearUnderANameThatChangesWithThem() {
        String file =
                portal.visitor()
                        .page("/actualite")
                        .select("link[rel=stylesheet][href*=relais]")
                        .attr("href");

        HttpResponse<String> response = portal.visitor().get(file);

        assertThat(file).matches("/assets/relais-[0-9a-f]{32}\\.css");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Cache-Control")).contains("max-age=31536000", "public");
    }

    @Test
    void pagesStyleSheetsAndFeedsAreCompressed() {
        portal.services.say(
                "/feed.atom",
                200,
                "application/atom+xml",
                "<feed><title>x</title>" + " ".repeat(2_000) + "</feed>");
        String sheet =
                portal.visitor().page("/actualite").select("link[rel=stylesheet]").attr("href");

        for (String path : List.of("/", "/actualite", sheet, "/feed.atom")) {
            HttpResponse<String> response = portal.visitor().get(path, "Accept-Encoding", "gzip");

            assertThat(header(response, "Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(String.join(",", response.headers().allValues("Vary")))
                    .as(path)
                    .containsIgnoringCase("Accept-Encoding");
            assertThat(portal.visitor().get(path).headers().firstValue("Content-Encoding"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void formsOfOtherSitesAreRefused() {
        HttpResponse<String> response = portal.visitor().post("/sign-out", "");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Cette page ne vous est pas ouverte");
    }

    @Test
    void theInsideOfTheServiceIsForOperations() {
        assertThat(portal.visitor().get("/actuator/health/readiness", "Accept", "*/*").statusCode())
                .isEqualTo(200);
        assertThat(portal.visitor().get("/actuator/info").statusCode()).isNotEqualTo(200);
        assertThat(portal.visitor().get("/actuator/prometheus", "Accept", "*/*").statusCode())
                .isNotEqualTo(200);
        assertThat(gauges("Bearer guessed").statusCode()).isNotEqualTo(200);
        assertThat(gauges("Bearer for-measuring").statusCode()).isEqualTo(200);
        assertThat(portal.visitor().get("/actuator/env").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aNameThatIsNotThePortalsIsNotAnswered() {
        String byAnotherName = portal.address.replace("localhost", "127.0.0.1");

        assertThat(portal.visitor().get(byAnotherName + "/").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> gauges(String authorization) {
        return portal.visitor()
                .get("/actuator/prometheus", "Accept", "*/*", "Authorization", authorization);
    }

    @Test
    void anErrorShowsNothingOfTheInside() {
        portal.services.json("/cards/c-1", Example.experience(""));

        for (String path :
                List.of("/cards/c-1/changes?from=x&to=2", "/cards/c-1/changes", "/%00")) {
            assertThat(portal.visitor().get(path).body())
                    .doesNotContain("Exception", "org.springframework", "at relais");
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
