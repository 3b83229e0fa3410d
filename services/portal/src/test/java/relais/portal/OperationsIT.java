package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

class OperationsIT {

    private static final String EVIL = "<script>alert(1)</script>' onclick=x ";
    private static final String DESK = "/desk/operations";
    private static final String FORBIDDEN =
            "{\"title\": \"Réservé à l’exploitation\", \"status\": 403}";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor operator = portal.visitor();

    @BeforeEach
    void everythingIsWell() {
        signIn(operator);
        portal.services.json("/actuator/health", "{\"status\": \"UP\"}");
        portal.services.json("/actuator/info", "{\"build\": {\"version\": \"0.1.0\"}}");
        gauges("");
        portal.services.json("/rebuilds", "{\"items\": []}");
        portal.services.json("/parked", "{\"items\": []}");
        portal.services.json(
                "/models",
                "{\"items\": [" + model("2", "READY") + "," + model("1", "SERVING") + "]}");
    }

    @Test
    void saysHowEachServiceFares() {
        gauges(
                """
                relais_consumer_lag{group="relais.feed",partition="0"} 12.0
                relais_consumer_lag{group="relais.feed",partition="1"} 30.0
                relais_consumer_parked{group="relais.feed"} 0.0
                relais_outbox_backlog{collection="partners"} 1.0
                relais_outbox_oldest_age_seconds{collection="partners"} 4.0
                """);

        Document page = operator.page(DESK);

        assertThat(page.select("#verdict").text()).startsWith("Tout fonctionne");
        assertThat(page.select("#services tbody tr")).hasSize(6);
        assertThat(page.select("#services tbody tr").getFirst().text())
                .contains("Partenaires", "En service", "0.1.0", "il y a", "42", "4 secondes");
        Markup.assertTame(page);
    }

    @Test
    void whatIsWrongIsSaidWithWhatToDoTheWorstFirst() {
        portal.services.say(
                "/actuator/health",
                503,
                "application/json",
                "{\"status\": \"DOWN\", \"components\": {\"store\": {\"status\": \"DOWN\"}}}");
        gauges("relais_consumer_parked{group=\"relais.feed\"} 2.0");

        Document page = operator.page(DESK);

        assertThat(page.select("#verdict").text()).startsWith("En panne : Partenaires,");
        assertThat(page.select(".advice li").getFirst().text())
                .contains("la base MongoDB ne répond pas");
        assertThat(page.select(".advice li").getLast().text())
                .contains("des événements sont mis de côté (en tout : 2)");
    }

    @Test
    void whoeverDoesNotAnswerIsUnreachable() {
        portal.services.say("/actuator/health", 404, "text/html", "<h1>?</h1>");

        Document page = operator.page(DESK);

        assertThat(page.select("#services tbody .level-bad").eachText())
                .containsOnly("Injoignable")
                .hasSize(6);
        assertThat(page.select(".advice").text()).contains("./relais logs feed");
    }

    @Test
    void theScriptGetsWhatChangesAlone() {
        for (String path : List.of(DESK, DESK + "/models")) {
            HttpResponse<String> part = operator.get(path, "HX-Request", "true");

            assertThat(part.body()).doesNotContain("<html").contains("id=\"now\"");
            assertThat(part.headers().firstValue("Vary").orElse(""))
                    .containsIgnoringCase("HX-Request");
        }
    }

    @Test
    void whoIsNotSignedInSeesNothingAndWhoIsNoOperatorIsTold() {
        assertThat(portal.visitor().get(DESK).statusCode()).isEqualTo(302);
        for (String path : List.of("/models", "/rebuilds", "/parked")) {
            portal.services.problem(path, 403, FORBIDDEN);
        }

        for (String path : List.of(DESK, DESK + "/models", DESK + "/parked")) {
            assertThat(operator.page(path).select(".refused").text())
                    .contains("Réservé à l’exploitation");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/parked?service=partners",
                "/parked/portal/x-1",
                "/models/9/activation",
                "/models/2/explosion",
                "/rebuilds/9"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(operator.get(DESK + path).statusCode()).isEqualTo(404);
    }

    @Test
    void whatServicesSayOfEventsIsNeverMarkup() {
        portal.services.json("/parked", items(parked(3, EVIL)));
        portal.services.json("/parked/x-1", items(parked(3, EVIL), parked(4, EVIL)));

        for (String path : List.of("/parked", "/parked/feed/x-1", "/parked/feed/x-1/skip")) {
            Document page = operator.page(DESK + path);
            Markup.assertTame(page);
            if (!path.endsWith("skip")) {
                assertThat(page.select("main").text()).contains(EVIL.strip());
            }
        }
    }

    @Test
    void theChosenOnesAreTriedAgainAndEachOutcomeIsTold() {
        portal.services.json("/parked", items(parked(3, "")));
        portal.services.json(
                "/parked/x-1/redrive",
                "{\"outcome\": \"FAILED_AGAIN\", \"handled\": 0, \"stillParked\": 2, \"detail\": \"x-1:3: "
                        + EVIL
                        + "\"}");
        portal.services.json(
                "/parked/x-2/redrive",
                "{\"outcome\": \"CLEARED\", \"handled\": 3, \"stillParked\": 0}");
        portal.services.problem("/parked/x-3/redrive", 503, "{}");

        HttpResponse<String> sent =
                send("/parked", "chosen=feed/x-1&chosen=experiences/x-2&chosen=feed/x-3");

        assertThat(sent.headers().firstValue("Location")).hasValue(DESK + "/parked");
        Document page = operator.page(DESK + "/parked");
        assertThat(page.select(".outcomes p").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Fil, x-1", "a échoué de nouveau"),
                        second -> assertThat(second).contains("Expériences, x-2", "est réparée"),
                        third -> assertThat(third).contains("n’a pas répondu à temps"));
        Markup.assertTame(page);
        assertThat(operator.page(DESK + "/parked").select(".outcomes")).isEmpty();
    }

    @Test
    void whatOneErrorHasSetAsideIsTriedAgainRoundByRound() {
        portal.services.json("/parked", items(parked(3, "")));
        portal.services.json(
                "/parked/redrive",
                "{\"tried\": 25, \"cleared\": 24, \"handled\": 80, \"nextCursor\": \"NEXT\"}");

        send("/parked?service=feed", "all=true&error=magic");

        Document page = operator.page(DESK + "/parked?service=feed");
        assertThat(page.select(".outcomes").text()).contains("24", "80");
        assertThat(page.select(".notice input[name=cursor]").val()).isEqualTo("NEXT");
        send("/parked?service=feed", "all=true&error=magic&cursor=NEXT");
        assertThat(portal.services.asked("/parked/redrive").getLast().query())
                .contains("error=magic", "cursor=NEXT");
        assertThat(send("/parked?service=contributions", "all=true").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingChosenIsSaid() {
        portal.services.json("/parked", items(parked(3, "")));
        send("/parked", "");

        assertThat(operator.page(DESK + "/parked").select("[role=alert]").text())
                .contains("Aucune fiche n’était cochée");
    }

    @Test
    void aSkipWithoutAReasonComesBackWithWhatIsMissingBesideItsField() {
        portal.services.json("/parked/x-1", items(parked(3, "")));
        portal.services.problem(
                "/parked/x-1/skip",
                400,
                "{\"status\": 400, \"violations\": [{\"field\": \"reason\", \"code\": \"required\", \"message\": \"Une raison est attendue.\"}]}");

        HttpResponse<String> sent = send("/parked/feed/x-1/skip", "sequence=3&reason=");

        assertThat(sent.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(sent.body());
        assertThat(page.select("#f-reason-error").text()).contains("Une raison est attendue.");
        assertThat(page.select("#f-sequence").val()).isEqualTo("3");
    }

    @Test
    void aServiceThatIsAwayLosesNothingOfWhatWasTyped() {
        portal.services.problem("/parked/x-1", 503, "{}");
        portal.services.problem("/parked/x-1/skip", 503, "{}");

        HttpResponse<String> sent =
                send("/parked/feed/x-1/skip", "sequence=3&reason=" + encoded(EVIL.strip()));

        assertThat(sent.statusCode()).isEqualTo(503);
        Document page = Jsoup.parse(sent.body());
        assertThat(page.select("#errors").text()).contains("Le service ne répond pas");
        assertThat(page.select("#f-reason").val()).isEqualTo(EVIL.strip());
        Markup.assertTame(page);
    }

    @Test
    void aSkipThatWentThroughLeadsBackToTheList() {
        portal.services.json("/parked/x-1", items(parked(3, "")));
        portal.services.json(
                "/parked/x-1/skip",
                "{\"outcome\": \"CLEARED\", \"handled\": 2, \"stillParked\": 0}");

        HttpResponse<String> sent = send("/parked/feed/x-1/skip", "sequence=3&reason=Perdus");

        assertThat(sent.headers().firstValue("Location")).hasValue(DESK + "/parked");
        assertThat(portal.services.asked("/parked/x-1/skip").getLast().body())
                .isEqualTo("{\"sequence\":3,\"reason\":\"Perdus\"}");
    }

    @Test
    void nothingIsRebuiltBeforeItsPlanWasSeen() {
        portal.services.json(
                "/rebuilds",
                "{\"dryRun\": true, \"id\": \"3\", \"batchSize\": 500, \"events\": 162, \"topics\": {\"relais.partners\": 60}}");

        Document plan = Jsoup.parse(send("/rebuilds/new", "asOf=&batchSize=500").body());

        assertThat(plan.select(".plan").text()).contains("162", "relais.partners", "60");
        assertThat(bodies("/rebuilds")).allMatch(body -> body.contains("\"dryRun\":true"));
        // What was planned is not what is typed now: another plan.
        String looked = plan.select("input[name=looked]").val();
        send("/rebuilds/new", "asOf=2020-01-01&batchSize=500&looked=" + encoded(looked));
        assertThat(bodies("/rebuilds"))
                .hasSize(2)
                .allMatch(body -> body.contains("\"dryRun\":true"));

        portal.services.json("/rebuilds", rebuild("3", "BUILDING", ""));
        HttpResponse<String> started =
                send("/rebuilds/new", "asOf=&batchSize=500&looked=" + encoded(looked));
        assertThat(started.headers().firstValue("Location")).hasValue(DESK + "/rebuilds/3");
        assertThat(bodies("/rebuilds").getLast())
                .isEqualTo("{\"dryRun\":false,\"asOf\":null,\"batchSize\":500}");
    }

    @Test
    void aPlanThatIsRefusedShowsWhyBesideItsField() {
        portal.services.problem(
                "/rebuilds",
                400,
                "{\"status\": 400, \"violations\": [{\"field\": \"batchSize\", \"code\": \"between\", \"message\": \"De 1 à 10 000.\"}]}");

        HttpResponse<String> sent = send("/rebuilds/new", "asOf=2020-01-01&batchSize=beaucoup");

        assertThat(sent.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(sent.body());
        assertThat(page.select("#f-batchSize-error").text()).contains("De 1 à 10 000.");
        assertThat(page.select("#f-batchSize").val()).isEqualTo("beaucoup");
        assertThat(page.select("#f-asOf").val()).isEqualTo("2020-01-01");
        assertThat(page.select("input[name=looked]")).isEmpty();
    }

    @Test
    void aRebuildIsWatchedWhileItGoesOnAndNoLonger() {
        portal.services.json("/rebuilds/2", rebuild("2", "BUILDING", ""));
        Document building = operator.page(DESK + "/rebuilds/2");
        portal.services.json("/rebuilds/2", rebuild("2", "PAUSED", ""));
        Document paused = operator.page(DESK + "/rebuilds/2");

        assertThat(building.select("#now").attr("data-refresh")).isEqualTo("2");
        assertThat(building.select("#now").text())
                .contains(
                        "40,5 %",
                        "65 sur 162", "900 par seconde", "3 minutes", "relais.partners-3");
        assertThat(building.select("#do-pause, #do-cancel")).hasSize(2);
        assertThat(paused.select("#now").hasAttr("data-refresh")).isFalse();
        assertThat(paused.select("#do-resume, #do-cancel")).hasSize(2);
        Markup.assertTame(building);
    }

    @Test
    void aRebuildIsWatchedUntilItIsComparedButNotForEver() {
        String built = ", \"builtAt\": \"%s\", \"parity\": %s";
        portal.services.json("/rebuilds/2", ready(built.formatted(Instant.now(), "null")));
        Document comparing = operator.page(DESK + "/rebuilds/2");
        portal.services.json("/rebuilds/2", ready(built.formatted(Instant.now(), parity(true))));
        Document compared = operator.page(DESK + "/rebuilds/2");
        portal.services.json(
                "/rebuilds/2", ready(built.formatted(Instant.now().minusSeconds(150), "null")));
        Document never = operator.page(DESK + "/rebuilds/2");

        assertThat(comparing.select("#now").attr("data-refresh")).isEqualTo("2");
        assertThat(compared.select("#now").hasAttr("data-refresh")).isFalse();
        assertThat(compared.select("#parity-title")).hasSize(1);
        assertThat(never.select("#now").hasAttr("data-refresh")).isFalse();
    }

    private static String ready(String more) {
        String plain = rebuild("2", "READY", "");
        return plain.substring(0, plain.lastIndexOf('}')) + more + "}";
    }

    @Test
    void aModelThatHoldsTheSameServesInOneStep() {
        portal.services.json("/rebuilds/2", rebuild("2", "READY", parity(true)));
        portal.services.json("/rebuilds/2/activation", rebuild("2", "SERVING", parity(true)));

        Document asked = operator.page(DESK + "/models/2/activation");
        HttpResponse<String> sent = send("/models/2/activation", "");

        assertThat(asked.select("main").text()).contains("exactement la même chose");
        assertThat(asked.select("input[name=force]")).isEmpty();
        assertThat(sent.headers().firstValue("Location")).hasValue(DESK + "/models");
        assertThat(portal.services.asked("/rebuilds/2/activation").getLast().body())
                .isEqualTo("{\"force\":false,\"reason\":null}");
        assertThat(operator.page(DESK + "/models").select(".outcomes").text())
                .contains("Modèle 2", "Il est en service");
    }

    @Test
    void aModelThatDiffersNeedsAReasonAndKeepsWhatWasTyped() {
        portal.services.json("/rebuilds/2", rebuild("2", "READY", parity(false)));
        portal.services.problem(
                "/rebuilds/2/activation",
                409,
                "{\"status\": 409, \"title\": \"Le modèle est en retard\", \"detail\": \"Réessayez.\"}");

        HttpResponse<String> sent =
                send("/models/2/activation", "force=true&reason=" + encoded("Voulu ainsi"));

        assertThat(sent.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(sent.body());
        assertThat(page.select("#errors").text()).contains("Le modèle est en retard");
        assertThat(page.select("input[name=force]").hasAttr("checked")).isTrue();
        assertThat(page.select("#f-reason").val()).isEqualTo("Voulu ainsi");
        assertThat(portal.services.asked("/rebuilds/2/activation").getLast().body())
                .isEqualTo("{\"force\":true,\"reason\":\"Voulu ainsi\"}");
    }

    @Test
    void aModelIsRemovedAndABuildingCancelledOnlyOnceItIsConfirmed() {
        portal.services.json("/rebuilds/2", rebuild("2", "READY", ""));
        portal.services.json("/models/2", model("2", "DROPPING"));
        operator.page(DESK + "/models/2/removal");
        assertThat(portal.services.asked("/models/2")).isEmpty();

        send("/models/2/removal", "");
        send("/models/2/cancellation", "");

        assertThat(portal.services.asked("/models/2").getLast().method()).isEqualTo("DELETE");
        assertThat(portal.services.asked("/rebuilds/2").getLast().method()).isIn("DELETE", "GET");
        assertThat(portal.services.asked("/rebuilds/2"))
                .anyMatch(asked -> asked.method().equals("DELETE"));
    }

    private List<String> bodies(String path) {
        return portal.services.asked(path).stream()
                .filter(asked -> asked.method().equals("POST"))
                .map(StubServices.Asked::body)
                .toList();
    }

    private void gauges(String more) {
        portal.services.say(
                "/actuator/prometheus",
                200,
                "text/plain",
                "process_start_time_seconds 1.7E9\n" + more);
    }

    private static String items(String... items) {
        return "{\"items\": [" + String.join(",", items) + "]}";
    }

    private static String parked(long sequence, String error) {
        return """
               {"id": "x-1:%1$d", "aggregateId": "x-1", "sequence": %1$d, "reason": "POISON", "type": "relais.events.experiences.ExperienceConfirmed",
                "topic": "relais.experiences", "partition": 8, "offset": 4, "headers": {"ce_subject": "%2$s"}, "error": "%2$s", "stack": "%2$s",
                "parkedAt": "2026-04-01T08:00:00Z", "attempts": 2}"""
                .formatted(sequence, error);
    }

    private static String model(String id, String state) {
        return """
               {"id": "%s", "state": "%s", "builtAt": "2026-04-01T08:00:00Z", "cards": 162, "activities": 162, "parked": 0, "bytes": 565670, "behind": 0}"""
                .formatted(id, state);
    }

    private static String rebuild(String id, String state, String parity) {
        return """
               {"id": "%s", "state": "%s", "batchSize": 500, "orderedBy": "m-exploitation", "orderedAt": "2026-04-01T08:00:00Z",
                "progress": {"events": 162, "done": 65, "percent": 40.5, "eventsPerSecond": 900, "secondsLeft": 200,
                             "slowest": {"partition": "relais.partners-3", "from": 0, "at": 10, "to": 60}}%s}"""
                .formatted(id, state, parity.isEmpty() ? "" : ", \"parity\": " + parity);
    }

    private static String parity(boolean equal) {
        return """
               {"equal": %s, "against": 1, "at": "2026-04-01T08:00:00Z", "upTo": "x", "built": {"cards": 1, "activities": 1, "digest": "aa"},
                "served": {"cards": 1, "activities": 1, "digest": "%s"}, "partitions": [], "differences": [], "more": false}"""
                .formatted(equal, equal ? "aa" : "bb");
    }

    private HttpResponse<String> send(String path, String form) {
        String token =
                operator.page(DESK + "/models")
                        .select("form[action=/sign-out] input[name=_csrf]")
                        .attr("value");
        return operator.post(DESK + path, form + "&_csrf=" + token);
    }

    private void signIn(RunningPortal.Visitor visitor) {
        portal.issuer.expect(StubIssuer.Account.OPERATOR);
        portal.issuer.give("operator-token", 3600, "");
        String asked = location(visitor.get(location(visitor.get("/account"))));
        var query = UriComponentsBuilder.fromUriString(asked).build().getQueryParams();
        portal.issuer.expectNonce(
                URLDecoder.decode(
                        Objects.requireNonNull(query.getFirst("nonce")), StandardCharsets.UTF_8));
        visitor.get("/login/oauth2/code/relais?code=c-42&state=" + query.getFirst("state"));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
