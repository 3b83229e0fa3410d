package relais.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.events.experiences.Level;
import relais.log.kafka.KafkaLog;
import relais.start.KafkaProperties;
import relais.teststack.Answer;
import relais.teststack.Api;
import tools.jackson.databind.JsonNode;

/** Comparisons and series over HTTP, of a log of their own: its dates matter. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "relais.history.datasets.enabled=false",
            // Who comes through the proxy has two requests; the test itself, on this machine, any.
            "RELAIS_PROXIES=127.0.0.0/8",
            "relais.rates.address-per-second=1",
            "relais.rates.address-burst=2"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresIT {

    private static final String PERIOD = "from=2015-09-30&to=2016-06-30";

    private final FiguresTopic topic = new FiguresTopic(RunningHistory.STACK);

    @LocalServerPort int port;
    private Api api;

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnTopic {
        @Bean
        @Primary
        KafkaLog figuresLog(KafkaProperties kafka) {
            return new KafkaLog(List.of(FiguresTopic.NAME), kafka.connection());
        }
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        RunningHistory.stack(properties);
    }

    @BeforeAll
    void tell() {
        api = new Api(port);
        topic.tellAll();
        topic.tellOfADraft();
    }

    @AfterAll
    void close() {
        topic.close();
    }

    @Test
    void tellsWhatIsDifferentBetweenTwoDays() {
        JsonNode totals = ok("/compare?kind=EXPERIENCE&" + PERIOD).get("totals");

        assertThat(counts(totals))
                .containsEntry("before", 2)
                .containsEntry("after", 2)
                .containsEntry("new", 1)
                .containsEntry("changed", 1)
                .containsEntry("withdrawn", 1)
                .containsEntry("adopted", 1)
                .containsEntry("endorsed", 1)
                .containsEntry("arrived", 0)
                .containsEntry("contributionsAdopted", 0);
    }

    @Test
    void tellsItByTerritoryOfBothTimesAxisLevelKindAndPartner() {
        JsonNode by = ok("/compare?kind=EXPERIENCE&" + PERIOD).get("by");

        assertThat(by.get("region").get("items").findValuesAsString("value"))
                .doesNotContain("region:54", "region:74");
        assertThat(
                        by.get("region")
                                .get("items")
                                .valueStream()
                                .filter(each -> each.get("value").asString().equals("region:75"))
                                .flatMap(each -> each.get("formerly").valueStream())
                                .map(
                                        each ->
                                                each.get("value").asString()
                                                        + " "
                                                        + each.get("name").asString()
                                                        + " "
                                                        + each.get("before").get("count")))
                .containsExactly("region:72 Aquitaine 1");
        assertThat(group(by, "region", "region:75"))
                .containsEntry("before", 1)
                .containsEntry("after", 1)
                .containsEntry("changed", 1)
                .doesNotContainKey("adopted");
        assertThat(group(by, "region", "region:24"))
                .containsEntry("new", 1)
                .containsEntry("withdrawn", 1)
                .containsEntry("adopted", 1);
        assertThat(group(by, "axis", "SUPPORT"))
                .containsEntry("arrived", 1)
                .containsEntry("after", 1)
                .containsEntry("adopted", 1);
        assertThat(group(by, "level", "ECOLE")).containsEntry("new", 1);
        assertThat(group(by, "level", "COLLEGE")).containsEntry("withdrawn", 1);
        assertThat(group(by, "kind", "EXPERIENCE")).containsEntry("after", 2);
        assertThat(group(by, "partner", "p-orleans"))
                .containsEntry("adopted", 1)
                .containsEntry("new", 1);
        assertThat(by.get("partner").get("items").get(0).get("name").asString())
                .isEqualTo("Orléans");
        assertThat(by.get("region").get("items").findValuesAsString("name"))
                .contains("Aquitaine", "Nouvelle-Aquitaine");
    }

    @Test
    void theListBehindEveryFigureIsAsLongAsTheFigure() {
        JsonNode comparison = ok("/compare?" + PERIOD);
        String base = comparison.get("entries").asString();
        List<JsonNode> figures = new ArrayList<>();
        comparison.get("totals").forEach(figures::add);
        comparison
                .get("by")
                .forEach(
                        groups ->
                                groups.get("items")
                                        .forEach(
                                                group ->
                                                        group.get("figures")
                                                                .forEach(figures::add)));

        assertThat(figures).hasSizeGreaterThan(40);
        for (JsonNode figure : figures) {
            String list = base + figure.get("entries").asString();
            assertThat(list(list)).as(list).hasSize(figure.get("count").asInt());
        }
    }

    @Test
    void anEntrySaysWhatItWasAndWhatItIs() {
        JsonNode changed = list("/compare/entries?change=changed&axis=USES&" + PERIOD).getFirst();

        assertThat(changed.get("id").asString()).isEqualTo("x-bordeaux");
        assertThat(changed.get("title").asString()).isEqualTo("Revu");
        assertThat(changed.get("at").asString()).startsWith("2016-03-01T09:00:00");
        assertThat(changed.get("before").get("version").asInt()).isEqualTo(2);
        assertThat(changed.get("after").get("version").asInt()).isEqualTo(5);
        JsonNode adopted = list("/compare/entries?change=adopted&" + PERIOD).getFirst();
        assertThat(adopted.get("adoption").asString()).isEqualTo("a-1");
        assertThat(adopted.get("partner").asString()).isEqualTo("p-orleans");
    }

    @Test
    void comparesWorkingDaysOnTheirDates() {
        JsonNode byId = ok("/compare?from=wd-autumn&to=wd-spring");
        JsonNode byDate = ok("/compare?from=2015-10-01&to=2016-06-02");

        assertThat(byId.get("totals")).isEqualTo(byDate.get("totals"));
        assertThat(byId.get("to").asString()).isEqualTo("2016-06-02T21:59:59.999Z");
    }

    @Test
    void aDraftThatNobodyMaySeeIsInNoFigure() {
        JsonNode totals = ok("/compare?kind=CONTRIBUTION&" + PERIOD).get("totals");

        assertThat(counts(totals).values()).containsOnly(0);
    }

    @Test
    void nothingIsDifferentBetweenAnInstantAndItself() {
        JsonNode totals = ok("/compare?from=2016-03-01&to=2016-03-01").get("totals");

        Map<String, Integer> counts = counts(totals);
        assertThat(counts.get("before")).isEqualTo(counts.get("after")).isPositive();
        counts.keySet().removeAll(List.of("before", "after"));
        assertThat(counts.values()).containsOnly(0);
    }

    @Test
    void aFigureComesWithTheProofOfItsLogAndCanBeHadAgain() {
        // Of a year that no other test asks for.
        String question = "/compare?from=2016-12-31&to=2017-12-31";
        JsonNode before = ok(question);
        String upTo = before.get("proof").get("upTo").asString();
        topic.published("x-archived", "p-orleans", "commune:45234", Level.LYCEE, "2017-01-05");

        JsonNode now = ok(question);
        JsonNode again = ok(question + "&upTo=" + upTo);

        assertThat(again).isEqualTo(before);
        assertThat(counts(before.get("totals")).get("new")).isZero();
        assertThat(counts(now.get("totals")).get("new")).isEqualTo(1);
        assertThat(now.get("proof").get("records").asInt())
                .isEqualTo(before.get("proof").get("records").asInt() + 2);
        JsonNode proof = ok("/proofs?upTo=" + upTo);
        assertThat(before.get("proof").get("digest")).isEqualTo(proof.get("digest"));
        assertThat(before.get("proof").get("records")).isEqualTo(proof.get("records"));
        JsonNode other = ok("/series?metric=published&upTo=" + upTo).get("proof");
        assertThat(other.get("upTo")).isEqualTo(before.get("proof").get("upTo"));
        assertThat(other.get("digest")).isEqualTo(before.get("proof").get("digest"));
        assertThat(other.get("figures")).isNotEqualTo(before.get("proof").get("figures"));
        assertThat(before.at("/proof/question/kind").asString()).isEqualTo("EXPERIENCE");
    }

    @Test
    void plotsWhatStandsAtTheEndOfEachMonthInTheTerritoriesOfThen() {
        JsonNode series =
                ok("/series?metric=active&by=region&level=ECOLE&from=2015-11-15&to=2016-03-31");

        assertThat(series.get("periods").findValuesAsString("name"))
                .containsExactly("2015-11", "2015-12", "2016-01", "2016-02", "2016-03");
        assertThat(series.get("periods").get(1).get("at").asString())
                .isEqualTo("2015-12-31T22:59:59.999Z");
        assertThat(series.get("total").toString()).isEqualTo("[1,1,1,2,2]");
        assertThat(line(series, "region:72")).isEqualTo("[1,1,null,null,null]");
        assertThat(line(series, "region:75")).isEqualTo("[null,null,1,1,1]");
        assertThat(line(series, "region:24")).isEqualTo("[0,0,0,1,1]");
        assertThat(series.get("groups").toString())
                .contains("\"successor\":{\"value\":\"region:75\",\"name\":\"Nouvelle-Aquitaine\"}")
                .contains("\"formerly\":[{\"value\":\"region:72\",\"name\":\"Aquitaine\"}]");
    }

    @Test
    void plotsWhatHappenedInEachYear() {
        JsonNode series = ok("/series?metric=adopted&by=year&from=2015-01-01&to=2017-12-31");

        assertThat(series.get("step").asString()).isEqualTo("year");
        assertThat(series.get("total").toString()).isEqualTo("[0,1,0]");
        assertThat(
                        ok("/series?metric=active&by=kind&step=year&to=2016-12-31")
                                .get("groups")
                                .findValuesAsString("value"))
                .containsExactly("EXPERIENCE", "PARTNER", "WORKING_DAY");
    }

    @Test
    void givesALineANumberForDataFrames() {
        var answer =
                api.get(
                        "/series?metric=withdrawn&by=region&step=year&from=2016-01-01&to=2016-12-31",
                        RunningHistory.ANALYST,
                        "Accept",
                        "text/csv");

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.response().body())
                .isEqualTo(
                        "period,from,at,value,name,count,successor\r\n"
                                + "2016,2015-12-31T23:00:00Z,2016-12-31T22:59:59.999Z,region:24,Centre-Val"
                                + " de Loire,1,\r\n");
        assertThat(answer.header("Relais-Log-Digest")).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({
        "/compare, from:required",
        "/compare?from=2016-02-01&to=2016-01-01, to:not-before-start",
        "/compare?from=2999-01-01, from:log-time-to-come",
        "/compare?from=2015-01-01&to=wd-to-come, to:log-time-to-come",
        "/compare?from=then, from:day-or-instant",
        "/compare?from=wd-none, from:working-day",
        "/compare?from=wd-cancelled, from:working-day-cancelled",
        "/compare?from=2015-01-01&territory=commune:99999, territory:territory",
        "/compare?from=2016-02-01&to=2016-03-01&territory=region:72, territory:territory-not-then",
        "/compare?from=2015-01-01&kind=MESSAGE, kind:one-of",
        "/compare?from=2015-01-01&axis=NONE, axis:one-of",
        "/compare?from=2015-01-01&by=colour, by:one-of",
        "/compare?from=2015-01-01&upTo=nonsense, upTo:log-place",
        "/compare?from=2015-01-01&status=PUBLISHED, status:unknown-parameter",
        "/compare/entries?from=2015-01-01, change:required",
        "/compare/entries?from=2015-01-01&change=none, change:one-of",
        "/compare/entries?from=2015-01-01&change=new&by=axis, value:by-with-value",
        "/compare/entries?from=2015-01-01&change=new&limit=101, limit:between",
        "/compare/entries?from=2015-01-01&change=new&cursor=x, cursor:cursor",
        "/series, metric:required",
        "/series?metric=joy, metric:one-of",
        "/series?metric=active&from=2016-02-01&to=2016-01-01, to:not-after-start",
        "/series?metric=active&to=2999-01-01, to:log-time-to-come",
        "/series?metric=active&by=year&step=month, step:step-or-by",
        "/series?metric=adopted&kind=ACTION, kind:kind-of-metric",
        "/series?metric=active&from=1901-01-01, by:too-many-points",
        "/series?metric=active&format=xml, format:one-of",
        "/series?metric=active&asOf=2016-01-01, asOf:unknown-parameter",
    })
    void refusesWhatCannotBeMeantByName(String question, String violation) {
        Answer answer = api.get(question, RunningHistory.ANALYST);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).contains(violation);
        assertThat(answer.body().get("violations").get(0).get("message").asString())
                .doesNotContain("{")
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/compare?from=2015-01-01",
                "/compare?from=2015-01-01&kind=OBJECTIVE",
                "/series?metric=active",
                "/series?metric=active&by=region",
                "/series?metric=contributions-adopted"
            })
    void anyoneAsksOfWhatAnyoneMayReadAndIsToldTheSame(String question) {
        Answer anyone = api.get(question, null);

        assertThat(anyone.status()).isEqualTo(200);
        assertThat(anyone.body().at("/proof/digest").asString()).hasSize(64);
        Answer analyst =
                api.get(
                        question + "&upTo=" + anyone.body().at("/proof/upTo").asString(),
                        RunningHistory.ANALYST);
        assertThat(analyst.body().at("/proof/events")).isEqualTo(anyone.body().at("/proof/events"));
        assertThat(api.get(question, RunningHistory.PARTNER).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/compare?from=2016-02-01, 192.0.2.1", "/series?metric=active, 192.0.2.2"})
    void whoComesTooOftenWithoutAnAccountIsToldWhenToComeAgain(String question, String address)
            throws Exception {
        Callable<Answer> ask = () -> api.get(question, null, "X-Forwarded-For", address);
        List<Answer> answers = new ArrayList<>();
        // At once: one after the other, a busy machine may be too slow to come too often.
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : visitors.invokeAll(Collections.nCopies(4, ask))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(Answer::status).contains(200, 429).isSubsetOf(200, 429);
        Answer often =
                answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
        assertThat(often.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(often.header("Retry-After"))).isBetween(1, 5);
        assertThat(api.get(question, null, "X-Forwarded-For", "192.0.2.9").status()).isEqualTo(200);
    }

    /** What is under review, and the texts that are being written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/series?metric=submitted",
                "/series?metric=active&kind=CONTRIBUTION",
                "/series?metric=active&kind=ALL",
                "/series?metric=active&by=kind",
                "/series?metric=withdrawn&kind=CONTRIBUTION",
                "/compare?from=2015-01-01&kind=CONTRIBUTION",
                "/compare?from=2015-01-01&by=kind",
                "/compare?from=2015-01-01&kind=ALL"
            })
    void whatFewMayKnowIsForAnalystsTheCommitteeAndOperators(String question) {
        assertThat(api.get(question, null).status()).isEqualTo(401);
        assertThat(api.get(question, RunningHistory.PARTNER).status()).isEqualTo(403);
    }

    @Test
    void saysWhatItTakes() {
        assertThat(api.get("/openapi", null).body().get("paths").propertyNames())
                .contains("/compare", "/compare/entries", "/series");
    }

    private JsonNode ok(String path) {
        Answer answer = api.get(path, RunningHistory.ANALYST);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body();
    }

    /** In pages of two. */
    private List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = ok(path + "&limit=2" + cursor);
            page.get("items").forEach(items::add);
            if (!page.has("nextCursor")) {
                return items;
            }
            cursor = "&cursor=" + page.get("nextCursor").asString();
        }
    }

    private static Map<String, Integer> counts(JsonNode figures) {
        Map<String, Integer> counts = new HashMap<>();
        figures.properties()
                .forEach(
                        figure ->
                                counts.put(
                                        figure.getKey(), figure.getValue().get("count").asInt()));
        return counts;
    }

    private static Map<String, Integer> group(JsonNode by, String name, String value) {
        for (JsonNode group : by.get(name).get("items")) {
            if (group.get("value").asString().equals(value)) {
                return counts(group.get("figures"));
            }
        }
        throw new AssertionError("No " + value + " in " + by.get(name));
    }

    private static String line(JsonNode series, String value) {
        for (JsonNode group : series.get("groups")) {
            if (group.get("value").asString().equals(value)) {
                return group.get("counts").toString();
            }
        }
        throw new AssertionError("No " + value + " in " + series);
    }
}
