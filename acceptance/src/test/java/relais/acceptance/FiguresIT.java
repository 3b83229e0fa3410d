package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.territories.Scheme;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;
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
                assertThat(figures(comparison, by, "before"))
                        .as("%s on %s", by, from)
                        .isEqualTo(feed(by, before));
                assertThat(figures(comparison, by, "after"))
                        .as("%s on %s", by, to)
                        .isEqualTo(feed(by, after));
            }
        }
    }

    /** On each day on which régions of the reference begin or end. */
    @Test
    void regionsAddUpToTheTotalsOnBothSidesOfEveryReform() {
        Territories reference = Territories.load();
        Set<LocalDate> reforms =
                reference.all(Scheme.REGION, LocalDate.now(ZoneOffset.UTC)).stream()
                        .map(Territory::validFrom)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        assertThat(reforms).isNotEmpty();
        for (LocalDate reform : reforms) {
            LocalDate before = reform.minusDays(1);

            JsonNode comparison =
                    ok(history, "/compare?by=region&from=%s&to=%s".formatted(before, reform));

            int former = 0;
            for (JsonNode row : comparison.get("by").get("region").get("items")) {
                String value = row.get("value").asString();
                assertThat(exists(reference, value, reform)).as(value).isTrue();
                int inFormer = 0;
                for (JsonNode each : row.get("formerly")) {
                    assertThat(exists(reference, each.get("value").asString(), before)).isTrue();
                    inFormer += each.get("before").get("count").asInt();
                    former++;
                }
                if (!exists(reference, value, before)) {
                    assertThat(count(row.get("figures"), "before")).isEqualTo(inFormer);
                }
            }
            assertThat(former).as("former régions on %s", reform).isPositive();
            assertThat(sum(figures(comparison, "region", "before")))
                    .isEqualTo(count(comparison.get("totals"), "before") - outside(before));
            assertThat(sum(figures(comparison, "region", "after")))
                    .isEqualTo(count(comparison.get("totals"), "after") - outside(reform));
        }
    }

    /** The time machine, the home page and the map, the series and a comparison ask so. */
    @Test
    void oneFigureIsTheSameWhereverItIsAskedForAndWhoeverAsks() {
        for (String day : DAYS) {
            int published = ok(anyone, "/facets?asOf=" + day).get("total").asInt();
            JsonNode committee = ok(stack.feed("comite"), "/facets?asOf=" + day);
            JsonNode series =
                    ok(history, "/series?metric=active&step=year&from=2000-01-01&to=" + day);
            JsonNode comparison =
                    ok(history, "/compare?by=kind&kind=EXPERIENCE&from=2001-01-01&to=" + day);

            assertThat(committee.get("total").asInt()).as(day).isEqualTo(published);
            assertThat(series.get("total").get(series.get("total").size() - 1).asInt())
                    .as(day)
                    .isEqualTo(published);
            assertThat(count(comparison.get("totals"), "after")).as(day).isEqualTo(published);
            assertThat(committee.at("/proof/figures"))
                    .isNotEqualTo(ok(anyone, "/facets?asOf=" + day).at("/proof/figures"));
            assertThat(stack.portal().get("/time-machine?asOf=" + day).text())
                    .contains("<p class=\"total\">" + said(published) + "</p>");
        }
    }

    private static String said(int experiences) {
        return switch (experiences) {
            case 0 -> "aucune expérience publiée";
            case 1 -> "1 expérience publiée";
            default -> experiences + " expériences publiées";
        };
    }

    private static boolean exists(Territories reference, String id, LocalDate day) {
        return reference.find(TerritoryId.parse(id)).orElseThrow().validOn(day);
    }

    /** How many lie in no région, such as those of the State. */
    private int outside(LocalDate day) {
        JsonNode facets = ok(anyone, "/facets?asOf=" + day);
        return facets.get("total").asInt() - sum(counts("region", facets));
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int count(JsonNode figures, String name) {
        return figures.at("/" + name + "/count").asInt();
    }

    @Test
    void aFigureIsProvenByTheSameProofAsTheLog() {
        JsonNode proof = ok(history, "/compare?from=2015-09-30&by=kind").get("proof");

        JsonNode ofLog = ok(history, "/proofs?upTo=" + proof.get("upTo").asString());

        assertThat(proof.get("digest")).isEqualTo(ofLog.get("digest"));
        assertThat(proof.get("records")).isEqualTo(ofLog.get("records"));
    }

    private Map<String, Integer> feed(String by, @Nullable Instant asOf) {
        JsonNode facets =
                ok(
                        anyone,
                        "/facets?kind=EXPERIENCE&status=PUBLISHED"
                                + (asOf == null ? "" : "&asOf=" + asOf));
        return counts(by, facets);
    }

    private static Map<String, Integer> counts(String by, JsonNode facets) {
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
            if (figure.equals("before") && !group.get("formerly").isEmpty()) {
                // It was not there then: what stood in those before it was.
                for (JsonNode former : group.get("formerly")) {
                    counts.put(
                            former.get("value").asString(),
                            former.get("before").get("count").asInt());
                }
            } else if (group.get("figures").has(figure)) {
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
