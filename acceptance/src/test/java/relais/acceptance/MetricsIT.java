package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts ask for what services measure. */
class MetricsIT {

    /** Of Prometheus itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Pattern JSON_EXPRESSION =
            Pattern.compile("\"expr\":\\s*\"((?:\\\\.|[^\"\\\\])*)\"");
    private static final Pattern RECORDED = Pattern.compile("- record: (\\S+)");

    /** Up to the next key of the rule, over several lines where it says so. */
    private static final Pattern RULE_EXPRESSION =
            Pattern.compile("expr: (?:\\|\\n((?: {10,}.*\\n)+)|(.*)\\n)");

    private final Stack stack = Stack.shared();

    @Test
    void eachMetricOfADashboardOrAlertIsInAScrape() throws IOException {
        Stack.assumeInside("What the portal measures");
        Path observability = stack.settings().distribution().root().resolve("infra/observability");
        String rules = Files.readString(observability.resolve("prometheus/alerts.yml"));
        Set<String> wanted = new TreeSet<>();
        RULE_EXPRESSION
                .matcher(rules)
                .results()
                .map(found -> found.group(found.group(1) == null ? 2 : 1))
                .forEach(expression -> wanted.addAll(PromQl.metrics(expression)));
        try (Stream<Path> dashboards = Files.list(observability.resolve("grafana/dashboards"))) {
            for (Path dashboard : dashboards.toList()) {
                JSON_EXPRESSION
                        .matcher(Files.readString(dashboard))
                        .results()
                        .map(found -> found.group(1).replace("\\\"", "\""))
                        .forEach(expression -> wanted.addAll(PromQl.metrics(expression)));
            }
        }
        RECORDED.matcher(rules).results().forEach(found -> wanted.remove(found.group(1)));
        wanted.removeAll(OF_PROMETHEUS);
        assertThat(wanted)
                .contains("relais_consumer_lag", "http_server_requests_seconds_bucket")
                .hasSizeGreaterThan(40);
        use();

        // What is measured at the first answer, record or collection is there soon after the start.
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(missing(wanted)).isEmpty());
        assertThat(missing(Set.of("relais_invented_total", "jvm_gc_pause_seconds_sum")))
                .containsExactly("relais_invented_total");
    }

    /** Pages, posts and reads, so that each kind of measurement has something to say. */
    private void use() {
        assertThat(stack.portal().get("/").status()).isEqualTo(200);
        String word = Cards.word();
        Answer posted =
                stack.experiences("besancon")
                        .post(
                                "/experiences",
                                Cards.experience("Mesurée " + word, "commune:25056", "ECOLE"),
                                "Idempotency-Key",
                                word);
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        Cards.awaitVersion(posted.id(), 1);
    }

    private Set<String> missing(Set<String> wanted) {
        Set<String> found =
                Stack.MEASURED.stream()
                        .flatMap(service -> scrape(service).lines())
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("[{ ]", 2)[0])
                        .collect(Collectors.toSet());
        return wanted.stream()
                .filter(metric -> !found.contains(metric))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As Prometheus does. */
    private String scrape(String service) {
        Answer answer =
                new Api(stack.local().url(service).toString(), stack.metricsToken())
                        .get("/actuator/prometheus");
        assertThat(answer.status()).as(service + ": " + answer.text()).isEqualTo(200);
        return answer.text();
    }
}
