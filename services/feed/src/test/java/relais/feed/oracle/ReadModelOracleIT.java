package relais.feed.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.teststack.Answer;
import relais.teststack.Api;
import relais.teststack.TestStack;
import tools.jackson.databind.JsonNode;

/**
 * The service reads 10,000 events of every type, and what it then holds and answers, now and at
 * past instants, is what the {@link Oracle} says; so is what it builds anew from the same log
 * beside the model that serves. On a log and in a database of its own, so that the other tests do
 * not meet its history; its service ends with it.
 */
@ExtendWith(ReadModelOracleIT.Ending.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // Full of two models, the store stands still for seconds now and then.
            "relais.store.server-within=60s",
            "relais.store.answer-within=60s"
        })
@DirtiesContext
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadModelOracleIT {

    private static final long SEED = 2015;
    private static final int EVENTS = 10_000;
    private static final int INSTANTS = 20;

    private static final int PAGE = 100;

    private static final TestStack STACK = TestStack.shared();
    private static final SeededLog LOG = new SeededLog(SEED, EVENTS);

    @LocalServerPort int port;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        LOG.properties(properties);
    }

    @BeforeAll
    static void writeHistory() {
        LOG.write();
    }

    @BeforeEach
    void awaitBoth() {
        LOG.awaitBoth();
    }

    /** What the test had for itself goes when its service has. */
    static final class Ending implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext ended) {
            LOG.close();
        }
    }

    private static Oracle oracle() {
        return LOG.awaitBoth();
    }

    @Test
    void nothingIsParked() {
        assertThat(new Api(port).get("/parked", operator()).body().get("items")).isEmpty();
    }

    @Test
    void everyVersionEntryAndReferenceIsAsItMustBe() {
        assertThat(oracle().cards()).hasSize(EVENTS);
        assertThat(ReadModel.version(LOG.database(), 1).differencesFrom(oracle())).isEmpty();
    }

    @Test
    void atTwentyInstantsTheVersionsOfThenAreValid() {
        ReadModel model = ReadModel.version(LOG.database(), 1);
        for (Instant at : instants()) {
            assertThat(
                            Difference.between(
                                    "as of " + at,
                                    List.copyOf(new Snapshot(oracle(), at).ids()),
                                    List.copyOf(model.asOf(at))))
                    .isEmpty();
        }
    }

    @Test
    void atTwentyInstantsReadersGetTheCountsAndListsOfThen() {
        var random = new Random(SEED);
        var differences = new ArrayList<Difference>();
        List<Question> questions = Question.some(random, oracle().partners());
        List<Instant> instants = instants();
        for (int i = 0; i < instants.size(); i++) {
            Instant at = instants.get(i);
            var snapshot = new Snapshot(oracle(), at);
            // Each of both audiences asks every question once before one is asked again.
            Question question = questions.get(i % questions.size());
            Audience audience =
                    i / questions.size() % 2 == 0 ? Audience.PUBLIC : Audience.COMMITTEE;
            differences.addAll(facets(snapshot, at, audience));
            differences.addAll(cards(snapshot, at, question, audience));
            differences.addAll(feed(snapshot, at, question, audience));
        }
        assertThat(differences.stream().limit(40)).isEmpty();
    }

    @Test
    void aCardOfThenSaysWhatItSaidThen() {
        var random = new Random(SEED);
        var differences = new ArrayList<Difference>();
        for (Instant at : instants().subList(0, 10)) {
            var snapshot = new Snapshot(oracle(), at);
            List<Map<String, Object>> all =
                    snapshot.list(Question.EVERYTHING, Audience.COMMITTEE, Integer.MAX_VALUE);
            String id = String.valueOf(all.get(random.nextInt(all.size())).get("aggregateId"));
            differences.addAll(card(snapshot, at, id));
        }
        assertThat(differences.stream().limit(40)).isEmpty();
    }

    /** The last one: two models take the store twice the room, and those who read it some time. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whatIsBuiltAnewFromTheSameLogIsAsItMustBe() {
        Oracle oracle = oracle();
        Answer ordered = new Api(port).post("/rebuilds", operator(), "{}");
        assertThat(ordered.status()).as("%s", ordered.body()).isEqualTo(202);
        String number = ordered.text("id");
        JsonNode built = compared(number);

        JsonNode parity = built.path("parity");
        assertThat(parity.path("equal").asBoolean()).as("%s", built).isTrue();
        assertThat(parity.at("/built/cards").asLong()).isEqualTo(EVENTS);
        assertThat(parity.at("/built/activities").asLong()).isEqualTo(oracle.activities().size());
        assertThat(parity.at("/built/digest").asString())
                .isNotEmpty()
                .isEqualTo(parity.at("/served/digest").asString());
        assertThat(
                        ReadModel.version(LOG.database(), Integer.parseInt(number))
                                .differencesFrom(oracle))
                .isEmpty();
    }

    /** A model, once it has been compared with the one that serves; or how far it came. */
    private JsonNode compared(String number) {
        var api = new Api(port);
        String path = "/rebuilds/" + number;
        String operator = operator();
        try {
            return await().atMost(SeededLog.LONGEST_CATCHING_UP)
                    .pollInterval(Duration.ofMillis(500))
                    .until(
                            () -> api.get(path, operator).body(),
                            said -> said.path("parity").isObject() || said.has("failure"));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("It has come so far: " + api.get(path, operator).body(), late);
        }
    }

    private List<Difference> facets(Snapshot snapshot, Instant at, Audience audience) {
        String path = "/facets?kind=ALL&status=ALL&asOf=" + at;
        return Difference.between(
                audience + " " + path,
                snapshot.facets(Question.EVERYTHING, audience),
                Shown.facets(get(path, audience)));
    }

    private List<Difference> cards(
            Snapshot snapshot, Instant at, Question question, Audience audience) {
        String path = "/cards?limit=" + PAGE + "&asOf=" + at + question.parameter();
        return Difference.between(
                audience + " " + path,
                snapshot.list(question, audience, PAGE).stream()
                        .map(card -> Shown.card(card, audience))
                        .toList(),
                found(get(path, audience)).map(Shown::card).toList());
    }

    /** What has the words of the question; what only has similar ones is none of it. */
    private static Stream<JsonNode> found(JsonNode list) {
        return list.at("/search/similar").asBoolean(false)
                ? Stream.empty()
                : Shown.items(list.get("items"));
    }

    private List<Difference> feed(
            Snapshot snapshot, Instant at, Question question, Audience audience) {
        String path = "/feed?limit=" + PAGE + "&asOf=" + at + question.parameter();
        return Difference.between(
                audience + " " + path,
                snapshot.feed(question, audience, PAGE).stream()
                        .map(entry -> Shown.entry(entry, audience))
                        .toList(),
                found(get(path, audience)).map(Shown::entry).toList());
    }

    private List<Difference> card(Snapshot snapshot, Instant at, String id) {
        String path = "/cards/" + id + "?asOf=" + at;
        JsonNode json = get(path, Audience.COMMITTEE);
        Map<String, Object> card = snapshot.card(id);
        return Difference.between(
                path,
                Fields.of(
                        "card", Shown.card(card, Audience.COMMITTEE),
                        "text", Shown.text(card),
                        "messages", snapshot.messages(id)),
                Fields.of(
                        "card", Shown.card(json),
                        "text", Shown.text(json),
                        "messages", json.at("/messages").asLong()));
    }

    private JsonNode get(String path, Audience audience) {
        String token =
                audience == Audience.PUBLIC
                        ? null
                        : STACK.issuer().token("comite", "p-mene", "m-comite", "committee");
        Answer answer = new Api(port).get(path, token);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String operator() {
        return STACK.issuer().token("exploitation", null, "m-x", "operator");
    }

    /** Between the first and the last event, and some at which one happened. */
    private static List<Instant> instants() {
        List<Instant> times = oracle().times();
        long first = Collections.min(times).toEpochMilli();
        long last = Collections.max(times).toEpochMilli();
        var random = new Random(SEED);
        var instants = new ArrayList<Instant>();
        while (instants.size() < INSTANTS) {
            instants.add(
                    instants.size() % 4 == 3
                            ? times.get(random.nextInt(times.size()))
                            : Instant.ofEpochMilli(random.nextLong(first, last + 1)));
        }
        return instants;
    }
}
