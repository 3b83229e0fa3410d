package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator follows at night: one request through all processes, and figures of each. */
class TracesIT {

    private final Stack stack = Stack.shared();

    @Test
    void theCorrelationIdOfARequestIsInTheLogOfTheProjection() throws IOException {
        Stack.assumeInside("What services write to their logs");
        String correlation = "trace-" + Cards.word();
        Answer posted =
                stack.experiences("besancon")
                        .post(
                                "/experiences",
                                Cards.experience("Suivie " + correlation, "commune:25056", "ECOLE"),
                                "Idempotency-Key",
                                correlation,
                                "X-Correlation-Id",
                                correlation);
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        assertThat(posted.headers().firstValue("X-Correlation-Id")).contains(correlation);
        Cards.awaitVersion(posted.id(), 1);

        for (String part : List.of("experiences", "feed")) {
            assertThat(Files.readAllLines(stack.local().log(part)))
                    .as(part)
                    .anyMatch(
                            line ->
                                    line.startsWith("{")
                                            && line.contains(
                                                    "\"correlationId\":\"" + correlation + "\""));
        }
    }

    @Test
    void oneRequestIsOneTraceUntilItIsVisibleInTheFeed() {
        assumeSpansAreReceived();
        String trace = traceId();
        Answer posted =
                stack.experiences("besancon")
                        .post(
                                "/experiences",
                                Cards.experience("Tracée " + trace, "commune:25056", "ECOLE"),
                                "Idempotency-Key",
                                trace,
                                "traceparent",
                                traceparent(trace));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);

        List<TraceReceiver.Received> spans =
                awaitSpans(
                        trace,
                        "relais-experiences: http post /experiences",
                        "relais-experiences: relais.experiences send",
                        "relais-feed: relais.experiences process",
                        "relais-feed: project",
                        "relais-feed: visible in the feed",
                        "relais-contributions: relais.experiences process");
        assertThat(readLog("experiences")).contains("\"traceId\":\"" + trace);
        assertThat(parent("project", spans))
                .as(TraceReceiver.drawn(spans))
                .isEqualTo("relais.experiences process");
        assertThat(parent("relais.experiences process", spans))
                .isEqualTo("relais.experiences send");
        assertThat(parent("relais.experiences send", spans)).isEqualTo("http post /experiences");
        assertThat(parent("visible in the feed", spans)).isEqualTo("http post /experiences");
    }

    @Test
    void aDecisionOnAPageIsOneTraceUntilReadersSeeIt() {
        assumeSpansAreReceived();
        String id = Cards.post("Tracée depuis une page " + Cards.word()).id();
        URI portal = stack.local().url("portal");
        PlainBrowser committee = new PlainBrowser(portal);
        committee.signIn("comite");
        URI card = portal.resolve("/desk/review/" + id);
        Element form =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        Jsoup.parse(committee.get(card).text(), card.toString())
                                                .selectFirst("form:has([name=comment])"),
                                Objects::nonNull);
        Map<String, String> fields =
                form.select("input[name]").stream()
                        .collect(Collectors.toMap(each -> each.attr("name"), Element::val));
        String trace = traceId();
        assertThat(
                        committee
                                .post(
                                        URI.create(form.absUrl("action")),
                                        fields,
                                        Map.of("traceparent", traceparent(trace)))
                                .statusCode())
                .isEqualTo(302);

        List<TraceReceiver.Received> spans =
                awaitSpans(
                        trace,
                        "relais-experiences: http post /experiences/{id}/publication",
                        "relais-experiences: relais.experiences send",
                        "relais-feed: project",
                        "relais-feed: visible in the feed");
        // Each process sends its spans when it likes: the portal's may come last.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(TraceReceiver.shared().trace(trace).getFirst())
                                        .as(TraceReceiver.drawn(spans))
                                        .matches(span -> span.service().equals("relais-portal")));
        assertThat(parent("visible in the feed", spans))
                .isEqualTo("http post /experiences/{id}/publication");
    }

    @Test
    void aPageAndWhatItAsksServicesAreOneTrace() {
        assumeSpansAreReceived();
        String trace = traceId();
        assertThat(stack.portal().get("/", "traceparent", traceparent(trace)).status())
                .isEqualTo(200);

        awaitSpans(trace, "relais-portal: http get /", "relais-feed: http get /feed");
    }

    private String readLog(String part) {
        try {
            return Files.readString(stack.local().log(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assumeSpansAreReceived() {
        Assumptions.assumeFalse(Stack.isOfOthers(), "Where others send their spans is not known");
    }

    private static String traceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Of a sender that wants the request traced. */
    private static String traceparent(String trace) {
        return "00-" + trace + "-b7ad6b7169203331-01";
    }

    private static List<TraceReceiver.Received> awaitSpans(String trace, String... wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(TraceReceiver.shared().trace(trace))
                                        .extracting(span -> span.service() + ": " + span.name())
                                        .contains(wanted));
        return TraceReceiver.shared().trace(trace);
    }

    private static String parent(String name, List<TraceReceiver.Received> spans) {
        String parent =
                spans.stream()
                        .filter(span -> span.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .parent();
        return spans.stream()
                .filter(span -> span.id().equals(parent))
                .findFirst()
                .orElseThrow()
                .name();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "experiences"})
    void aCommandServiceTellsItsBacklog(String service) {
        assertThat(metrics(service))
                .contains(
                        "relais_outbox_backlog",
                        "relais_outbox_oldest_age",
                        "relais_outbox_publish_latency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiences", "feed"})
    void aConsumerTellsItsLagAndWhatItParked(String service) {
        assertThat(metrics(service))
                .contains(
                        "relais_consumer_lag",
                        "relais_consumer_batch_size",
                        "relais_consumer_handling",
                        "relais_consumer_parked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "experiences", "feed"})
    void everyServiceDescribesItself(String service) {
        Answer openApi = api(service).get("/openapi");

        assertThat(openApi.status()).isEqualTo(200);
        assertThat(openApi.json().get("openapi").asString()).startsWith("3.");
        assertThat(openApi.json().get("paths").size()).isPositive();
    }

    private String metrics(String service) {
        return new Api(stack.local().url(service).toString(), stack.token("exploitation"))
                .get("/actuator/prometheus")
                .text();
    }

    private Api api(String service) {
        return new Api(stack.local().url(service).toString(), null);
    }
}
