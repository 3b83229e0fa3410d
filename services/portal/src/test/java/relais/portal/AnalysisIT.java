package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class AnalysisIT {

    private static final String DESK = "/desk/analysis";
    private static final String TOKEN = "secret-access-token-of-an-analyst";
    private static final String TYPED = "<script>alert(1)</script>' onclick=x ";

    private static final String PROOF =
            "\"proof\": {\"upTo\": \"PLACE\", \"records\": 162, \"events\": 162, \"digest\": \"9373\"}";
    private static final String REFUSED =
            """
            {"title": "Requête invalide", "status": 400, "violations": [
             {"field": "to", "code": "not-after-start", "message": "La fin précède le début."}]}""";
    private static final String FORBIDDEN =
            "{\"title\": \"Accès refusé\", \"status\": 403, \"detail\": \"Il faut le rôle analyste.\"}";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor analyst = portal.visitor();

    @BeforeEach
    void signIn() {
        portal.issuer.expect(StubIssuer.Account.ANALYST);
        portal.issuer.give(TOKEN, 3600, "");
        String asked = location(analyst.get(location(analyst.get("/account"))));
        var query = UriComponentsBuilder.fromUriString(asked).build().getQueryParams();
        portal.issuer.expectNonce(
                URLDecoder.decode(
                        Objects.requireNonNull(query.getFirst("nonce")), StandardCharsets.UTF_8));
        analyst.get("/login/oauth2/code/relais?code=c-42&state=" + query.getFirst("state"));
        events(event("1", ""));
    }

    @Test
    void theDeskIsForThoseWhoAreSignedIn() {
        HttpResponse<String> response = portal.visitor().get(DESK + "/events");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(portal.services.asked("/events")).isEmpty();
    }

    @Test
    void aTableOfEventsIsReadPageByPageOfOneLog() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 26; i++) {
            lines.append(event(String.valueOf(i), ""));
        }
        events(lines.toString());

        Document page = analyst.page(DESK + "/events?type=ExperiencePublished&from=2015-01-01");

        assertThat(page.select("tbody tr")).hasSize(25);
        assertThat(page.select("a[rel=next]").attr("href"))
                .contains("type=ExperiencePublished", "after=relais.experiences:3:25");
        assertThat(page.select(".files a[download]").eachAttr("href"))
                .contains(
                        DESK
                                + "/events/download?type=ExperiencePublished&from=2015-01-01&format=parquet");
        assertThat(portal.services.asked("/events").getFirst().query())
                .isEqualTo("type=ExperiencePublished&from=2015-01-01&limit=26");
        assertThat(portal.services.asked("/events").getFirst().authorization())
                .isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void whatIsRefusedStandsBesideItsField() {
        for (String path : new String[] {"/events", "/series", "/compare"}) {
            portal.services.problem(path, 400, REFUSED);
            HttpResponse<String> response =
                    analyst.get(DESK + path + "?from=2016-01-01&to=2015-01-01&axis=USES");
            Document page = Jsoup.parse(response.body());

            assertThat(response.statusCode()).as(path).isEqualTo(400);
            assertThat(page.select("#f-to").attr("aria-invalid")).as(path).isEqualTo("true");
            assertThat(page.select("#f-to-error").text()).contains("La fin précède le début.");
            assertThat(page.select("#f-from").attr("value")).isEqualTo("2016-01-01");
            assertThat(page.select("#f-axis option[selected]").attr("value")).isEqualTo("USES");
        }
    }

    @Test
    void whoeverMayNotReadTheLogIsToldWhatIsMissing() {
        for (String path : new String[] {"/events", "/series", "/compare", "/replays"}) {
            portal.services.problem(path, 403, FORBIDDEN);
            HttpResponse<String> response = analyst.get(DESK + path + "?from=2015-01-01");

            assertThat(response.statusCode()).as(path).isEqualTo(403);
            assertThat(response.body()).as(path).contains("Accès refusé");
        }
    }

    @Test
    void aHistoryThatIsAwayTakesOnlyItsAnswerAway() {
        for (String path : new String[] {"/events", "/series", "/compare"}) {
            portal.services.problem(path, 503, "{}");
            HttpResponse<String> response = analyst.get(DESK + path + "?from=2015-01-01");
            Document page = Jsoup.parse(response.body());

            assertThat(response.statusCode()).as(path).isEqualTo(503);
            assertThat(page.select(".missing").text()).contains("indisponible");
            assertThat(page.select("#f-from").attr("value")).isEqualTo("2015-01-01");
        }
    }

    @Test
    void aNameBecomesACodeAndSeveralAreOffered() {
        portal.services.json(
                "/territories",
                """
                {"items": [{"id": "departement:25", "name": "Doubs", "scheme": "departement"},
                           {"id": "commune:25204", "name": "Doubs", "scheme": "commune"}]}""");
        Document several = analyst.page(DESK + "/events?territory=doubs&axis=USES");
        assertThat(several.select(".missing a").eachAttr("href"))
                .containsExactly(
                        DESK + "/events?territory=departement:25&axis=USES",
                        DESK + "/events?territory=commune:25204&axis=USES");
        assertThat(portal.services.asked("/events")).isEmpty();

        portal.services.json(
                "/territories",
                "{\"items\": [{\"id\": \"departement:45\", \"name\": \"Loiret\", \"scheme\": \"departement\"}]}");
        analyst.page(DESK + "/events?territory=Loiret");
        assertThat(portal.services.asked("/events").getLast().query())
                .isEqualTo("territory=departement%3A45&limit=26");
    }

    @Test
    void nothingThatPeopleTypedIsMarkup() {
        events(event("1", TYPED.replace("'", "\\u0027")));
        portal.services.json("/series", series(TYPED));
        portal.services.json("/compare", comparison(TYPED));
        portal.services.json("/replays", "{\"items\": [" + replay("RUNNING", TYPED) + "]}");
        portal.services.json("/replays/r-1", replay("RUNNING", TYPED));

        for (String path :
                new String[] {
                    "/events?aggregate=%3Cscript%3E",
                    "/series?metric=active&by=region",
                    "/compare?from=2015-01-01",
                    "/replays",
                    "/replays/r-1",
                    "/replays/new?topic=%3Cscript%3E",
                    "/exports?id=%3Cscript%3E"
                }) {
            HttpResponse<String> response = analyst.get(DESK + path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            Document page = Jsoup.parse(response.body());
            Markup.assertTame(page);
            assertThat(page.select("script:not([src]):not([type=application/ld+json])"))
                    .as(path)
                    .isEmpty();
            assertThat(response.body()).as(path).contains("</html>").doesNotContain(TOKEN);
        }
    }

    @Test
    void aDownloadIsStreamedWithTheTokenThatNobodySees() {
        HttpResponse<String> file =
                analyst.get(DESK + "/events/download?type=ExperiencePublished&format=csv");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(event("1", ""));
        assertThat(file.headers().map().toString()).doesNotContain(TOKEN);
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(portal.services.asked("/events").getLast().query())
                .isEqualTo("type=ExperiencePublished&format=csv");
        assertThat(portal.services.asked("/events").getLast().authorization())
                .isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void aFileThatCannotBeMadeSaysWhyAndLeadsBack() {
        portal.services.problem("/events", 429, "{}");

        HttpResponse<String> response =
                analyst.get(DESK + "/events/download?axis=USES&format=avro");

        assertThat(response.statusCode()).isEqualTo(429);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("main").text()).contains("Trop de fichiers");
        assertThat(page.select("main a").attr("href")).isEqualTo(DESK + "/events?axis=USES");
    }

    @Test
    void aSeriesIsAPlotAndATableOfTheSameNumbers() {
        portal.services.json("/series", series(""));

        Document page = analyst.page(DESK + "/series?metric=active&by=region&step=year");

        assertThat(page.title()).startsWith("Séries");
        assertThat(page.select(".plot .scroll path")).hasSize(2);
        assertThat(page.select("tbody tr").getFirst().text())
                .isEqualTo("2016 4 3 –n’existait pas encore, ou plus");
        assertThat(page.select(".proof-of").text()).contains("162", "9373");
        assertThat(page.select("a[download]").attr("href"))
                .isEqualTo(DESK + "/series/csv?metric=active&by=region&step=year&upTo=PLACE");
    }

    @Test
    void aScriptMayDrawASeriesAnewAndIsLoadedNowhereElse() {
        portal.services.json("/series", series(""));
        String path = DESK + "/series?metric=active&by=region&step=year";
        HttpResponse<String> response = analyst.get(path);
        Document page = Jsoup.parse(response.body());

        assertThat(page.select("script[defer][src*=/echarts/]")).hasSize(1);
        assertThat(page.select("script[defer][src^=/assets/series]")).hasSize(1);
        HttpResponse<String> script =
                analyst.get(page.select("script[src*=/echarts/]").attr("src"));
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(page.select(".plot svg").attr("data-periods")).isEqualTo("2015,2016");
        assertThat(page.select(".plot .scroll path").eachAttr("data-counts"))
                .containsExactly("2,3", "1,");
        assertThat(page.select(".chart[role=img][tabindex=0]").attr("aria-labelledby"))
                .isEqualTo("plot-title");

        HttpResponse<String> other = analyst.get(DESK + "/events");
        String policy = "Content-Security-Policy";
        assertThat(response.headers().firstValue(policy))
                .isPresent()
                .isEqualTo(other.headers().firstValue(policy));
        for (HttpResponse<String> each : List.of(other, analyst.get("/"), analyst.get(DESK))) {
            assertThat(each.statusCode()).isEqualTo(200);
            assertThat(each.body()).doesNotContain("echarts", "/assets/series");
        }
        portal.services.json(
                "/series",
                "{\"metric\": \"active\", \"step\": \"year\", \"periods\": [], \"total\": [], \"groups\": [], "
                        + PROOF
                        + "}");
        assertThat(analyst.get(path).body())
                .contains("rien à compter")
                .doesNotContain("echarts", "/assets/series");
    }

    @Test
    void everyFigureOfAComparisonLeadsToItsList() {
        portal.services.json("/compare", comparison(""));

        Document page = analyst.page(DESK + "/compare?from=2015-01-01&fromDay=2015-10-01");

        assertThat(portal.services.asked("/compare").getLast().query())
                .isEqualTo("from=2015-10-01");
        assertThat(page.select(".balance .is-new a").attr("href"))
                .isEqualTo(DESK + "/compare/entries?from=F&to=T&upTo=P&change=new");
        assertThat(page.select("#by-axis td a").attr("href"))
                .isEqualTo(
                        DESK + "/compare/entries?from=F&to=T&upTo=P&change=new&by=axis&value=USES");
    }

    @Test
    void aRegionThatTookOverFromOthersIsOneLineThatNamesThem() {
        portal.services.json(
                "/compare",
                """
                {"from": "2015-12-31T22:59:59.999Z", "to": "2016-01-01T22:59:59.999Z", "entries": "/compare/entries?from=F&to=T&upTo=P",
                 "totals": {"before": {"count": 15, "entries": "&change=before"}},
                 "by": {"region": {"count": 1, "items": [{"value": "region:76", "name": "Occitanie",
                   "figures": {"before": {"count": 15, "entries": "&change=before&by=region&value=region:76"}},
                   "formerly": [
                     {"value": "region:73", "name": "Midi-Pyrénées", "before": {"count": 12, "entries": "&change=before&by=region&value=region:73"}},
                     {"value": "region:91", "name": "Languedoc-Roussillon", "before": {"count": 3, "entries": "&change=before&by=region&value=region:91"}}]}]}},
                 "proof": {"upTo": "PLACE", "records": 162, "repeats": 2, "digest": "9373", "figures": "21ab"}}""");

        Document page = analyst.page(DESK + "/compare?from=2015-12-31&to=2016-01-01");

        assertThat(page.select("#by-region tbody tr")).hasSize(1);
        assertThat(page.select("#by-region tbody th").text())
                .isEqualTo("Occitanie avant : Midi-Pyrénées 12, Languedoc-Roussillon 3");
        assertThat(page.select("#by-region tbody th a").eachAttr("href"))
                .containsExactly(
                        DESK
                                + "/compare/entries?from=F&to=T&upTo=P&change=before&by=region&value=region:73",
                        DESK
                                + "/compare/entries?from=F&to=T&upTo=P&change=before&by=region&value=region:91");
        assertThat(page.select(".proof-of").text()).contains("160", "2 enregistrements", "21ab");
        assertThat(page.select("#f-kind option").eachAttr("value")).contains("ALL");
    }

    @Test
    void aRegionThatIsNoMoreNamesItsSuccessorInASeries() {
        portal.services.json(
                "/series",
                """
                {"metric": "active", "by": "region", "step": "year",
                 "periods": [{"name": "2015", "from": "2014-12-31T23:00:00Z", "at": "2015-12-31T22:59:59.999Z"},
                             {"name": "2016", "from": "2015-12-31T23:00:00Z", "at": "2016-12-31T22:59:59.999Z"}],
                 "total": [12, 12],
                 "groups": [{"value": "region:73", "name": "Midi-Pyrénées", "counts": [12, null],
                             "successor": {"value": "region:76", "name": "Occitanie"}},
                            {"value": "region:76", "name": "Occitanie", "counts": [null, 12]}],
                 "proof": {"upTo": "PLACE", "records": 162, "digest": "9373"}}""");

        Document page = analyst.page(DESK + "/series?metric=active&by=region&step=year");

        assertThat(page.select("table thead th").eachText())
                .contains("Midi-Pyrénées → Occitanie", "Occitanie");
    }

    @Test
    void aClaimThatTheLogDoesNotConfirmIsSaidPlainly() {
        portal.services.json(
                "/proofs",
                "{\"upTo\": \"PLACE\", \"records\": 162, \"events\": 160, \"repeats\": 2,"
                        + " \"digest\": \"9373\"}");

        assertThat(
                        analyst.page(DESK + "/proof?upTo=PLACE&records=162&digest=9373")
                                .select(".verdict.same"))
                .hasSize(1);
        assertThat(
                        analyst.page(DESK + "/proof?upTo=PLACE&records=162&digest=0000")
                                .select(".verdict.different")
                                .text())
                .contains("autre chose", "0000");
    }

    @Test
    void aReplayIsCountedBeforeItIsBegun() {
        estimate();

        HttpResponse<String> eager =
                post("/replays/new", "step=begin&key=k-1&target=FILE&format=csv&axis=USES&topic=x");
        assertThat(portal.services.asked("POST /replays"))
                .extracting(StubServices.Asked::query)
                .containsExactly("dryRun=true");
        Document counted = Jsoup.parse(eager.body());
        assertThat(counted.select(".estimate").text()).contains("12 événements");
        String fingerprint = counted.select("input[name=counted]").attr("value");

        portal.services.json("/replays", replay("QUEUED", ""));
        HttpResponse<String> begun =
                post(
                        "/replays/new",
                        "step=begin&key=k-1&target=FILE&format=csv&axis=USES&topic=x&counted="
                                + fingerprint);
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(location(begun)).isEqualTo(DESK + "/replays/r-1");
        assertThat(portal.services.asked("POST /replays").getLast().query()).isEmpty();
    }

    @Test
    void whatWasChangedSinceItWasCountedIsCountedAnew() {
        estimate();
        String fingerprint =
                Jsoup.parse(post("/replays/new", "step=count&target=FILE&format=csv").body())
                        .select("input[name=counted]")
                        .attr("value");

        Document changed =
                Jsoup.parse(
                        post(
                                        "/replays/new",
                                        "step=begin&target=FILE&format=avro&counted=" + fingerprint)
                                .body());

        assertThat(changed.select(".estimate .warn").text()).contains("a changé");
        assertThat(portal.services.asked("POST /replays"))
                .extracting(StubServices.Asked::query)
                .containsOnly("dryRun=true");
    }

    @Test
    void aReplayThatIsRefusedOrLostKeepsWhatWasTyped() {
        portal.services.problem(
                "/replays",
                400,
                "{\"title\": \"Requête invalide\", \"status\": 400, \"violations\": [{\"field\": \"speed\", \"message\": \"De 1x à 1000000x.\"}]}");
        HttpResponse<String> refused =
                post("/replays/new", "step=count&target=STREAM&speed=vite&aggregate=x-1");
        portal.services.problem("/replays", 503, "{}");
        HttpResponse<String> away =
                post("/replays/new", "step=count&target=STREAM&speed=vite&aggregate=x-1");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.body()).select("#f-speed-error").text())
                .contains("1000000x");
        assertThat(away.statusCode()).isEqualTo(503);
        for (HttpResponse<String> each : List.of(refused, away)) {
            Document page = Jsoup.parse(each.body());
            assertThat(page.select("#f-speed").attr("value")).isEqualTo("vite");
            assertThat(page.select("#f-aggregate").attr("value")).isEqualTo("x-1");
        }
    }

    @Test
    void aPageLooksAgainOnlyWhileSomethingMovesAndNotForEver() {
        portal.services.json("/replays/r-1", replay("RUNNING", ""));
        assertThat(analyst.page(DESK + "/replays/r-1").select("#replay").attr("hx-get"))
                .isEqualTo(DESK + "/replays/r-1?look=0");
        assertThat(fragment("/replays/r-1?look=7").select("#replay").attr("hx-get"))
                .isEqualTo(DESK + "/replays/r-1?look=8");
        Document tired = fragment("/replays/r-1?look=450");
        assertThat(tired.select("#replay").attr("hx-get")).isEmpty();
        assertThat(tired.select("a").text()).contains("Actualiser");

        portal.services.json("/replays/r-1", replay("READY", ""));
        Document ready = fragment("/replays/r-1?look=7");
        assertThat(ready.select("#replay").attr("hx-get")).isEmpty();
        assertThat(ready.select("#file").attr("href")).isEqualTo(DESK + "/replays/r-1/file");
    }

    @Test
    void whatCannotBeHeldAnyMoreIsSaid() {
        portal.services.json("/replays/r-1", replay("READY", ""));
        portal.services.problem(
                "/replays/r-1/pause", 409, "{\"title\": \"Ce rejeu est fini\", \"status\": 409}");

        HttpResponse<String> response = post("/replays/r-1", "do=pause");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("Ce rejeu est fini");
        assertThat(post("/replays/r-1", "do=anything").statusCode()).isEqualTo(404);
    }

    private Document fragment(String path) {
        return Jsoup.parse(analyst.get(DESK + path, "HX-Request", "true").body());
    }

    private HttpResponse<String> post(String path, String form) {
        String token =
                analyst.page(DESK).select("form[action=/sign-out] input[name=_csrf]").attr("value");
        return analyst.post(
                DESK + path, form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private void events(String lines) {
        portal.services.say("/events", 200, "application/x-ndjson", lines);
    }

    private void estimate() {
        portal.services.json(
                "/replays",
                """
                {"upTo": "PLACE", "read": 162, "events": 12, "bytes": 3456,
                 "types": [{"type": "relais.events.experiences.ExperiencePublished", "events": 12, "bytes": 3456}]}""");
    }

    private static String event(String offset, String typed) {
        return """
        {"id":"x-1:%s","type":"relais.events.experiences.ExperiencePublished%s","aggregate":"x-1","sequence":1,"time":"2015-10-01T08:00:00Z","territory":"commune:25056","partner":"p-1%s","archive":true,"log":{"topic":"relais.experiences","partition":3,"offset":%s,"appendedAt":"2026-11-25T15:10:35.279Z"},"data":{"a":"b"}}
        """
                .formatted(offset, typed, typed, offset);
    }

    private static String series(String typed) {
        return """
        {"metric": "active", "by": "region", "step": "year",
         "periods": [{"name": "2015", "from": "2014-12-31T23:00:00Z", "at": "2015-12-31T22:59:59.999Z"},
                     {"name": "2016", "from": "2015-12-31T23:00:00Z", "at": "2016-12-31T22:59:59.999Z"}],
         "total": [3, 4], "groups": [{"value": "region:27", "name": "Bourgogne%s", "counts": [2, 3]},
                                     {"value": "region:73", "name": "Midi%s", "counts": [1, null]}], %s}"""
                .formatted(typed, typed, PROOF);
    }

    private static String comparison(String typed) {
        return """
        {"from": "2015-01-01T22:59:59.999Z", "to": "2016-01-01T22:59:59.999Z", "entries": "/compare/entries?from=F&to=T&upTo=P",
         "totals": {"before": {"count": 0, "entries": "&change=before"}, "new": {"count": 2, "entries": "&change=new"},
                    "after": {"count": 2, "entries": "&change=after"}},
         "by": {"axis": {"count": 1, "items": [{"value": "USES", "name": null,
                 "figures": {"new": {"count": 2, "entries": "&change=new&by=axis&value=USES"}}}]},
                "partner": {"count": 1, "items": [{"value": "p-1", "name": "Ville%s", "figures": {}}]}}, %s}"""
                .formatted(typed, PROOF);
    }

    private static String replay(String state, String typed) {
        return """
        {"id": "r-1", "state": "%s", "account": "m-1", "question": {"territory": "region:24%s"}, "upTo": "PLACE",
         "target": {"kind": "FILE", "format": "csv%s", "bytes": 10}, "progress": {"percent": 42.5, "read": 80, "of": 162,
         "events": 12, "bytes": 34, "eventsPerSecond": 40, "secondsLeft": 2, "partitions": []},
         "askedAt": "2026-11-25T15:10:35Z", "expiresAt": "2026-11-28T15:10:35Z"}"""
                .formatted(state, typed, typed);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
