package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import relais.portal.StubIssuer.Account;

/**
 * Some answers may rightly take their time; no page waits for ever, and most no longer than ever.
 */
class PatienceIT {

    private static final String COUNTED =
            "{\"upTo\": \"PLACE\", \"read\": 162, \"events\": 12, \"bytes\": 3456, \"types\": []}";
    private static final String COMPARED =
            """
            {"from": "2015-01-01T22:59:59.999Z", "to": "2016-01-01T22:59:59.999Z", "entries": "/compare/entries?from=F",
             "totals": {"new": {"count": 2, "entries": "&change=new"}}, "by": {},
             "proof": {"upTo": "PLACE", "records": 162, "digest": "9373"}}""";
    private static final String LISTED =
            "{\"items\": [], \"proof\": {\"upTo\": \"PLACE\", \"records\": 162, \"events\": 162, \"digest\": \"9373\"}}";
    private static final String SERIES =
            "{\"metric\": \"active\", \"step\": \"year\", \"periods\": [], \"total\": [], \"groups\": [],"
                    + " \"proof\": {\"upTo\": \"PLACE\", \"records\": 162, \"events\": 162, \"digest\": \"9373\"}}";
    private static final String REBUILT =
            """
            {"id": "2", "state": "SERVING", "batchSize": 500, "orderedBy": "m-exploitation", "orderedAt": "2026-04-01T08:00:00Z",
             "progress": {"events": 162, "done": 162, "percent": 100}}""";
    private static final String MODELS =
            """
            {"items": [{"id": "2", "state": "READY", "builtAt": "2026-04-01T08:00:00Z", "cards": 1, "activities": 1,
             "parked": 0, "bytes": 1, "behind": 0}]}""";

    private final RunningPortal portal = RunningPortal.fresh();

    @Test
    void anAnalystGetsWhatTakesLongerThanAPageUsuallyWaits() {
        List<CountDownLatch> answers =
                List.of(
                        portal.services.hold("POST /replays", COUNTED),
                        portal.services.hold("/compare", COMPARED),
                        portal.services.hold("/compare/entries", LISTED),
                        portal.services.hold("/series", SERIES));
        var analyst = portal.visitor().signedIn(Account.ANALYST);

        List<HttpResponse<String>> pages =
                afterTheUsualPatience(
                        answers,
                        List.of("POST /replays", "/compare", "/compare/entries", "/series"),
                        List.of(
                                () ->
                                        analyst.send(
                                                "/desk/analysis/replays/new",
                                                Map.of(
                                                        "step", "count", "target", "FILE", "format",
                                                        "csv")),
                                () -> analyst.get("/desk/analysis/compare?from=2015-01-01"),
                                () -> analyst.get("/desk/analysis/compare/entries?from=2015-01-01"),
                                () -> analyst.get("/desk/analysis/series?metric=active")));

        assertThat(pages).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(page(pages.get(0)).select(".estimate").text()).contains("12 événements");
        assertThat(page(pages.get(1)).select(".balance .is-new").text()).contains("2");
        assertThat(page(pages.get(3)).select(".proof-of").text()).contains("162");
    }

    @Test
    void whatIsReadAndNotCountedIsNotWaitedForAnyLonger() {
        portal.services.hold("/events", "");
        var analyst = portal.visitor().signedIn(Account.ANALYST);

        HttpResponse<String> response = analyst.get("/desk/analysis/events");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(page(response).select(".missing").text()).contains("indisponible");
    }

    @Test
    void anOperatorSeesThroughTheSwitchToAnotherModel() {
        portal.services.json("/models", MODELS);
        portal.services.json("/rebuilds", "{\"items\": []}");
        portal.services.json("/rebuilds/2", REBUILT);
        List<String> switching =
                List.of("/rebuilds/2/activation", "/rebuilds/2/rollback", "/rebuilds/2/parity");
        List<CountDownLatch> answers =
                switching.stream().map(path -> portal.services.hold(path, REBUILT)).toList();
        portal.services.hold("/rebuilds/2/pause", REBUILT);
        var operator = portal.visitor().signedIn(Account.OPERATOR);
        var another = portal.visitor().signedIn(Account.OPERATOR);
        // The first page of a session makes the token of its forms; two first pages at once make
        // two.
        operator.page("/account");
        String rebuild = "/desk/operations/rebuilds/2";

        List<HttpResponse<String>> sent =
                afterTheUsualPatience(
                        answers,
                        switching,
                        List.of(
                                () ->
                                        operator.send(
                                                "/desk/operations/models/2/activation", Map.of()),
                                () -> operator.send("/desk/operations/models/2/rollback", Map.of()),
                                () -> another.send(rebuild, Map.of("action", "compare"))));

        assertThat(sent.subList(0, 2))
                .extracting(each -> each.headers().firstValue("Location").orElse(""))
                .containsOnly("/desk/operations/models");
        assertThat(operator.page("/desk/operations/models").select(".outcomes").text())
                .contains("Modèle 2");
        assertThat(another.page(rebuild).select(".outcomes").text())
                .contains("Modèle 2")
                .doesNotContain("n’a pas répondu");
        another.send(rebuild, Map.of("action", "pause"));
        assertThat(another.page(rebuild).select(".outcomes").text()).contains("n’a pas répondu");
    }

    @Test
    void afterThatItIsSaidThatNobodyKnowsAndWhatWasTypedIsThere() {
        portal.services.json("/models", MODELS);
        portal.services.hold("/rebuilds/2/activation", REBUILT);
        portal.services.hold("/compare", COMPARED);
        portal.services.hold("/series", SERIES);
        var operator = portal.visitor().signedIn(Account.OPERATOR);

        // Nobody ever answers: that they end at all is the portal's doing.
        List<HttpResponse<String>> pages =
                ended(
                        begun(
                                List.of(
                                        () ->
                                                operator.send(
                                                        "/desk/operations/models/2/activation",
                                                        Map.of(
                                                                "force",
                                                                "true",
                                                                "reason",
                                                                "Voulu ainsi")),
                                        () ->
                                                operator.get(
                                                        "/desk/analysis/compare?from=2015-01-01"),
                                        () ->
                                                operator.get(
                                                        "/desk/analysis/series?metric=active"))));

        assertThat(pages).extracting(HttpResponse::statusCode).containsOnly(503);
        Document decision = page(pages.get(0));
        assertThat(decision.select("#errors").text()).contains("on ne sait pas encore");
        assertThat(decision.select("#f-reason").val()).isEqualTo("Voulu ainsi");
        Document comparison = page(pages.get(1));
        assertThat(comparison.select(".missing").text()).contains("indisponible");
        assertThat(comparison.select("#f-from").val()).isEqualTo("2015-01-01");
    }

    /**
     * Visits whose answers come when another page, begun after all of them had been asked for, has
     * waited as long as pages usually do and gone on without its own.
     */
    private List<HttpResponse<String>> afterTheUsualPatience(
            List<CountDownLatch> answers,
            List<String> asked,
            List<Callable<HttpResponse<String>>> visits) {
        portal.services.hold("/feed", "{\"items\": []}");
        List<Future<HttpResponse<String>>> begun = begun(visits);
        await().atMost(Duration.ofSeconds(60))
                .failFast(
                        "a visit ended before it was answered",
                        () -> begun.stream().anyMatch(Future::isDone))
                .until(
                        () ->
                                asked.stream()
                                        .noneMatch(path -> portal.services.asked(path).isEmpty()));
        assertThat(portal.visitor().get("/").statusCode()).isEqualTo(503);
        answers.forEach(CountDownLatch::countDown);
        return ended(begun);
    }

    private static Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    private static List<Future<HttpResponse<String>>> begun(
            List<Callable<HttpResponse<String>>> visits) {
        var begun = new ArrayList<Future<HttpResponse<String>>>();
        for (Callable<HttpResponse<String>> visit : visits) {
            var task = new FutureTask<>(visit);
            Thread.ofVirtual().start(task);
            begun.add(task);
        }
        return begun;
    }

    private static List<HttpResponse<String>> ended(List<Future<HttpResponse<String>>> begun) {
        return begun.stream().map(PatienceIT::answer).toList();
    }

    private static HttpResponse<String> answer(Future<HttpResponse<String>> visit) {
        try {
            return visit.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
