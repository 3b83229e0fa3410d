package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What an analyst counts from the log is what anyone counts in the feed at the same instant: two
 * ways that share no code.
 */
class FiguresIT {

    /** Before the charter, the day before it, after the reform of the régions. */
    private static final List<String> DAYS =
            List.of("2009-12-31", "2015-09-30", "2015-12-31", "2016-06-30");

    private final Stack stack = Stack.shared();
    private final Api history = stack.history("analyste");
    private final Api anyone = stack.feed(null);

    @ParameterizedTest
    @ValueSource(strings = {"level", "axis", "region", "departement", "academie"})
    void whatIsActiveIsWhatTheFeedCountsAtTheSameInstant(String by) {
        for (String day : DAYS) {
            JsonNode series =
                    ok(
                            history,
                            "/series?metric=active&step=year&by=%s&from=2000-01-01&to=%s"
                                    .formatted(by, day));

            Instant at =
                    Instant.parse(
                            series.get("periods")
                                    .get(series.get("periods").size() - 1)
                                    .get("at")
                                    .asString());

            assertThat(lastOfEach(series)).as("%s on %s", by, day).isEqualTo(feed(by, at));
        }
        Map<String, Integer> counted = feed(by, Instant.parse("2016-06-30T21:59:59.999Z"));
        assertThat(counted).as("the example data").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"level", "axis", "region"})
    void whatIsActiveNowIsWhatTheFeedCountsNow(String by) {
        String question = "/series?metric=active&step=year&by=" + by;
        // The feed may be an instant behind the log.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(lastOfEach(ok(history, question)))
                                        .isEqualTo(feed(by, null)));
    }

    @Test
    void aComparisonGoesFromWhatTheFeedCountedToWhatItCountedThen() {
        for (int i = 1; i < DAYS.size(); i++) {
            String from = DAYS.get(i - 1);
            String to = DAYS.get(i);

            JsonNode comparison =
                    ok(history, "/compare?kind=EXPERIENCE&from=%s&to=%s".formatted(from, to));

            Instant before = Instant.parse(comparison.get("from").asString());
            Instant after = Instant.parse(comparison.get("to").asString());
            for (String by : List.of("level", "axis", "region")) {
                // A territory that there is not at one of the two is told for the other.
                assertThat(figures(comparison, by, "before"))
                        .as("%s on %s", by, from)
                        .containsAllEntriesOf(feed(by, before));
                assertThat(figures(comparison, by, "after"))
                        .as("%s on %s", by, to)
                        .containsAllEntriesOf(feed(by, after));
            }
            assertThat(figures(comparison, "level", "before")).isEqualTo(feed("level", before));
        }
    }

    @Test
    void aFigureIsProvenByTheSameProofAsTheLog() {
        JsonNode proof = ok(history, "/compare?from=2015-09-30&by=kind").get("proof");

        JsonNode ofLog = ok(history, "/proofs?upTo=" + proof.get("upTo").asString());

        assertThat(proof.get("digest")).isEqualTo(ofLog.get("digest"));
        assertThat(proof.get("events")).isEqualTo(ofLog.get("events"));
    }

    private Map<String, Integer> feed(String by, @Nullable Instant asOf) {
        JsonNode facets =
                ok(
                        anyone,
                        "/facets?kind=EXPERIENCE&status=PUBLISHED"
                                + (asOf == null ? "" : "&asOf=" + asOf));
        Map<String, Integer> counts = new TreeMap<>();
        facets.get(by)
                .forEach(
                        count ->
                                counts.put(
                                        count.get("value").asString(), count.get("count").asInt()));
        return counts;
    }

    private static Map<String, Integer> lastOfEach(JsonNode series) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode group : series.get("groups")) {
            JsonNode last = group.get("counts").get(series.get("periods").size() - 1);
            if (!last.isNull() && last.asInt() > 0) {
                counts.put(group.get("value").asString(), last.asInt());
            }
        }
        return counts;
    }

    private static Map<String, Integer> figures(JsonNode comparison, String by, String figure) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode group : comparison.get("by").get(by).get("items")) {
            if (group.get("figures").has(figure)) {
                counts.put(
                        group.get("value").asString(),
                        group.get("figures").get(figure).get("count").asInt());
            }
        }
        return counts;
    }

    private static JsonNode ok(Api api, String path) {
        Answer answer = api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
