package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import relais.portal.StubIssuer.Account;

/**
 * Some answers may rightly take their time; no page waits for ever, and most no longer than ever.
 */
class PatienceIT {

    /** Longer than the patience of these tests' portal, 5 s, and well within the long one, 20 s. */
    private static final Duration SLOW = Duration.ofSeconds(6);

    /** Longer than any patience of it. */
    private static final Duration STUCK = Duration.ofSeconds(60);

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
        say("/replays", COUNTED, SLOW);
        say("/compare", COMPARED, SLOW);
        say("/compare/entries", LISTED, SLOW);
        say("/series", SERIES, SLOW);
        var analyst = portal.visitor().signedIn(Account.ANALYST);

        List<HttpResponse<String>> pages =
                atOnce(
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
        say("/events", "", SLOW);
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
        say("/rebuilds/2/activation", REBUILT, SLOW);
        say("/rebuilds/2/rollback", REBUILT, SLOW);
        say("/rebuilds/2/parity", REBUILT, SLOW);
        say("/rebuilds/2/pause", REBUILT, SLOW);
        var operator = portal.visitor().signedIn(Account.OPERATOR);

        List<HttpResponse<String>> sent =
                atOnce(
                        List.of(
                                () ->
                                        operator.send(
                                                "/desk/operations/models/2/activation", Map.of()),
                                () ->
                                        operator.send(
                                                "/desk/operations/models/2/rollback", Map.of())));
        assertThat(sent)
                .extracting(each -> each.headers().firstValue("Location").orElse(""))
                .containsOnly("/desk/operations/models");
        assertThat(operator.page("/desk/operations/models").select(".outcomes").text())
                .contains("Modèle 2");

        String rebuild = "/desk/operations/rebuilds/2";
        operator.send(rebuild, Map.of("action", "compare"));
        assertThat(operator.page(rebuild).select(".outcomes").text())
                .contains("Modèle 2")
                .doesNotContain("n’a pas répondu");
        operator.send(rebuild, Map.of("action", "pause"));
        assertThat(operator.page(rebuild).select(".outcomes").text()).contains("n’a pas répondu");
    }

    @Test
    void afterThatItIsSaidThatNobodyKnowsAndWhatWasTypedIsThere() {
        portal.services.json("/models", MODELS);
        say("/rebuilds/2/activation", REBUILT, STUCK);
        say("/compare", COMPARED, STUCK);
        say("/series", SERIES, STUCK);
        var operator = portal.visitor().signedIn(Account.OPERATOR);
        long begun = System.nanoTime();

        List<HttpResponse<String>> pages =
                atOnce(
                        List.of(
                                () ->
                                        operator.send(
                                                "/desk/operations/models/2/activation",
                                                Map.of("force", "true", "reason", "Voulu ainsi")),
                                () -> operator.get("/desk/analysis/compare?from=2015-01-01"),
                                () -> operator.get("/desk/analysis/series?metric=active")));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(STUCK);
        assertThat(pages).extracting(HttpResponse::statusCode).containsOnly(503);
        Document decision = page(pages.get(0));
        assertThat(decision.select("#errors").text()).contains("on ne sait pas encore");
        assertThat(decision.select("#f-reason").val()).isEqualTo("Voulu ainsi");
        Document comparison = page(pages.get(1));
        assertThat(comparison.select(".missing").text()).contains("indisponible");
        assertThat(comparison.select("#f-from").val()).isEqualTo("2015-01-01");
    }

    private void say(String path, String body, Duration after) {
        portal.services.say(path, 200, "application/json", body, after);
    }

    private static Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    /** Waiting for all of them takes as long as for one. */
    private static List<HttpResponse<String>> atOnce(List<Callable<HttpResponse<String>>> visits) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(visits).stream().map(PatienceIT::answer).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
