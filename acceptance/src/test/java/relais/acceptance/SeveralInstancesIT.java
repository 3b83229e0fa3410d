package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import relais.events.Topics;
import relais.local.verify.Deployment;
import relais.local.verify.Progress;
import relais.local.verify.Verification;
import relais.teststack.TopicReader;
import tools.jackson.databind.JsonNode;

/**
 * Two processes of each service: whichever of them is asked, the answer is the same; what one does,
 * the other does not do again; what one leaves when it dies, the other goes on with.
 */
@Order(2)
class SeveralInstancesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static Instances instances;

    private final Stack stack = Stack.shared();

    @BeforeAll
    static void startSecondInstances() throws Exception {
        instances =
                Instances.start(
                        Stack.shared(),
                        "experiences",
                        "contributions",
                        "feed",
                        "history",
                        "portal");
    }

    @AfterEach
    void everythingRunsAgain() {
        instances.startEverything();
    }

    @AfterAll
    static void stopSecondInstances() {
        // None was started where the stack is that of others.
        if (instances != null) {
            instances.close();
        }
    }

    @Test
    void somebodySignedInAtOnePortalIsSoAtTheOtherAndSignsOutOfBoth() {
        URI first = instances.first("portal");
        URI second = instances.second("portal");
        var person = new PlainBrowser(first);
        person.signIn("besancon");
        assertThat(person.get(second.resolve("/account")).text()).contains("besancon");
        instances.killFirst("portal");
        assertThat(person.get(second.resolve("/account")).text()).contains("besancon");
        stack.startEverything();
        PlainBrowser.Page page = person.get(first.resolve("/account"));
        assertThat(page.text()).contains("besancon");
        PlainBrowser stolen = person.copy();

        // The form of one instance is sent to the other.
        String token = Jsoup.parse(page.text()).select("form[action=/sign-out] [name=_csrf]").val();
        assertThat(person.post(second.resolve("/sign-out"), Map.of("_csrf", token)).statusCode())
                .isEqualTo(302);

        for (URI portal : List.of(first, second)) {
            assertThat(stolen.get(portal.resolve("/")).text()).contains("Se connecter");
        }
    }

    @Test
    void theSameKeyAtBothInstancesAtOnceGivesOneExperience() throws Exception {
        String title = "Une clé, deux instances " + Cards.word();
        String key = UUID.randomUUID().toString();
        List<Callable<Answer>> posts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            posts.add(() -> post(stack.experiences("besancon"), title, key));
            posts.add(() -> post(instances.second("experiences", "besancon"), title, key));
        }

        List<Answer> answers = atOnce(posts);

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        String id = answers.getFirst().id();
        Cards.awaitVersion(id, 1);
        assertThat(Cards.activitiesOf(id, stack.feed("comite"), "")).containsExactly(id + ":1");
    }

    @Test
    void eachRecordLeavesOnceWhicheverInstancesWroteThem() throws Exception {
        List<Callable<String>> lives = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Api posting = experiences(i, "besancon");
            Api publishing = experiences(i + 1, "comite");
            lives.add(
                    () -> {
                        String id = created(posting, "Deux instances " + Cards.word());
                        Answer published =
                                publishing.post(
                                        "/experiences/" + id + "/publication",
                                        "{}",
                                        "If-Match",
                                        "\"1\"");
                        assertThat(published.status()).as(published.text()).isEqualTo(200);
                        return id;
                    });
        }

        List<String> ids = atOnce(lives);

        ids.forEach(id -> Cards.awaitVersion(id, 2));
        awaitNothingWaits();
        assertThat(recordsOf(Set.copyOf(ids)))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream()
                                .flatMap(id -> List.of(id + ":1", id + ":2").stream())
                                .toList());
    }

    @Test
    void nothingThatWasAnsweredIsLostOrDoubledWhenAnInstanceDiesUnderPosts() throws Exception {
        var answered = new AtomicInteger();
        List<Callable<String>> posts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String title = "Sous la charge " + Cards.word();
            String key = UUID.randomUUID().toString();
            Api nearest = experiences(i, "besancon");
            posts.add(
                    () -> {
                        String id = postAnywhere(nearest, title, key).id();
                        answered.incrementAndGet();
                        return id;
                    });
        }

        List<String> ids;
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<String>> results = posts.stream().map(threads::submit).toList();
            Awaitility.await().atMost(SOON).until(() -> answered.get() >= 20);
            instances.killSecond("experiences");
            ids = new ArrayList<>();
            for (Future<String> result : results) {
                ids.add(result.get());
            }
        }

        assertThat(Set.copyOf(ids)).as("one id for each key").hasSize(60);
        // What the dead one was sending leaves once its lease is over, perhaps once more.
        Set<String> expected = ids.stream().map(id -> id + ":1").collect(Collectors.toSet());
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () ->
                                assertThat(Set.copyOf(recordsOf(Set.copyOf(ids))))
                                        .isEqualTo(expected));
        ids.forEach(id -> Cards.awaitVersion(id, 1));
        try (ReadModel model = new ReadModel(stack, "relais_feed")) {
            for (String id : ids) {
                assertThat(model.documents("activities", id + ":")).hasSize(1);
            }
        }
    }

    @Test
    void aReaderOfTheStreamMissesAndRepeatsNothingFromInstanceToInstance() throws Exception {
        List<String> feeds =
                List.of(instances.first("feed").toString(), instances.second("feed").toString());
        String word = Cards.word();
        List<String> published = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        String last = null;
        for (int hop = 0; hop < 5; hop++) {
            if (hop == 4) {
                // The reader was at this one, and goes on at the other.
                instances.killSecond("feed");
            }
            try (EventStream stream = EventStream.open(feeds.get(hop % 2), "", last)) {
                published.add(published("Au fil " + word));
                stream.awaitMessageOf(published.getLast());
                List<EventStream.Message> received = stream.received();
                received.stream()
                        .filter(message -> message.data().contains(word))
                        .map(EventStream.Message::data)
                        .forEach(seen::add);
                last = received.getLast().id();
            }
            published.add(published("Entre deux lectures " + word));
        }
        try (EventStream stream = EventStream.open(feeds.getFirst(), "", last)) {
            stream.awaitMessageOf(published.getLast());
            stream.received().stream()
                    .filter(message -> message.data().contains(word))
                    .map(EventStream.Message::data)
                    .forEach(seen::add);
        }

        assertThat(seen)
                .as("each once, in their order")
                .hasSameSizeAs(published)
                .allSatisfy(data -> assertThat(data).contains(published.get(seen.indexOf(data))));
    }

    @Test
    void oneInstanceBuildsAModelAndTheOtherGoesOnWhenItDies() {
        Api operator = stack.feed("exploitation");
        Answer ordered = operator.post("/rebuilds", "{\"batchSize\": 1}");
        assertThat(ordered.status()).as(ordered.text()).isBetween(200, 202);
        String id = ordered.id();
        List<String> builders =
                Awaitility.await()
                        .atMost(SOON)
                        .pollInterval(Duration.ofMillis(20))
                        .until(this::builders, found -> !found.isEmpty());
        assertThat(builders).hasSize(1);
        boolean bySecond = builders.getFirst().equals("second");

        if (bySecond) {
            instances.killSecond("feed");
        } else {
            instances.killFirst("feed");
        }
        Api other = bySecond ? operator : instances.second("feed", "exploitation");
        assertThat(other.get("/rebuilds/" + id).json().get("state").asString())
                .as("killed before the end")
                .isEqualTo("BUILDING");

        JsonNode built =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(90))
                        .until(
                                () -> other.get("/rebuilds/" + id).json(),
                                rebuild ->
                                        rebuild.get("state").asString().equals("READY")
                                                && rebuild.hasNonNull("parity"));
        JsonNode parity = built.get("parity");
        assertThat(parity.get("more").asBoolean()).as(built.toString()).isFalse();
        // What an operator had the serving model skip, in another test, a new one has not skipped.
        assertThat(parity.get("differences").findValuesAsString("id"))
                .as(built.toString())
                .allMatch(different -> different.startsWith("x-poison-"));
        assertThat(other.get("/models").json().findValuesAsString("id")).containsOnlyOnce(id);
        assertThat(other.delete("/models/" + id).status()).isBetween(200, 204);
    }

    @Test
    void aConsumerThatWasHaltedForLongerThanItsSessionWritesNothingWrong() throws Exception {
        int cards = 60;
        String prefix = "x-halted-" + Cards.word() + "-";
        Instant at = Instant.parse("2026-04-01T08:00:00Z");
        try (LogWriter log = new LogWriter(stack);
                ReadModel model = new ReadModel(stack, "relais_feed")) {
            for (int n = 0; n < cards; n++) {
                log.submitted(prefix + n, "Carte " + n, at.plusSeconds(n));
                log.published(prefix + n, at.plusSeconds(n + 100));
            }
            log.flush();
            Awaitility.await()
                    .atMost(SOON)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> model.count("cards", prefix) > 0);
            instances.halt("feed");
            try {
                for (int n = 0; n < cards; n++) {
                    log.confirmed(prefix + n, 3, LocalDate.of(2026, 4, 2), at.plusSeconds(n + 200));
                }
                log.flush();
                // The other has all partitions once the halted one is taken for dead.
                awaitVersions(model, prefix, cards, 3);
            } finally {
                instances.resume("feed");
            }
            for (int n = 0; n < cards; n++) {
                log.confirmed(prefix + n, 4, LocalDate.of(2026, 4, 3), at.plusSeconds(n + 300));
            }
            log.flush();
            awaitVersions(model, prefix, cards, 4);
            Set<String> expected =
                    IntStream.range(0, cards)
                            .boxed()
                            .flatMap(
                                    n ->
                                            IntStream.rangeClosed(1, 4)
                                                    .mapToObj(
                                                            version -> prefix + n + ":" + version))
                            .collect(Collectors.toSet());
            assertThat(model.documents("cards", prefix).keySet()).isEqualTo(expected);
            assertThat(model.documents("activities", prefix).keySet()).isEqualTo(expected);
        }
        assertThat(stack.feed("exploitation").get("/parked").text()).doesNotContain(prefix);
        var claimed =
                new Verification(
                                new Deployment(addresses(), () -> stack.token("exploitation")),
                                Progress.NONE,
                                Clock.systemUTC())
                        .run()
                        .feed();
        assertThat(claimed).satisfies(feed -> assertThat(feed.equal()).isTrue());
    }

    @Test
    void aConsequenceForAnotherAggregateHappensOnce() {
        String word = Cards.word();
        String experience = Cards.published("Citée, puis revue " + word);
        Committee contribution = Committee.opens("Une seule suite " + word);
        contribution.drafts("amf", "Une section.");
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () ->
                                contribution.asks(
                                        "adf",
                                        "/evidence",
                                        "{\"experience\": \"%s\", \"version\": 2, \"section\": \"s-1\"}"
                                                .formatted(experience)),
                        answer -> answer.status() < 300);
        long before = contribution.version();

        Answer revised =
                instances
                        .second("experiences", "besancon")
                        .put(
                                "/experiences/" + experience,
                                Cards.experience("Revue " + word, "commune:25056", "ECOLE"),
                                "If-Match",
                                "\"2\"");
        assertThat(revised.status()).as(revised.text()).isEqualTo(200);

        Awaitility.await().atMost(SOON).until(() -> contribution.version() > before);
        // A second one would come with the next event that both handle.
        Cards.awaitVersion(Cards.published("Après " + word), 2);
        assertThat(contribution.version()).isEqualTo(before + 1);
    }

    @Test
    void bothInstancesTellTheSameHistory() {
        Api first = stack.history("analyste");
        Api second = instances.second("history", "analyste");
        String upTo = first.get("/proofs").json().get("upTo").asString();

        assertThat(second.get("/proofs?upTo=" + upTo).json().get("digest"))
                .isEqualTo(first.get("/proofs?upTo=" + upTo).json().get("digest"));
        String export = "/events?upTo=" + upTo;
        assertThat(second.get(export).status()).isEqualTo(200);
        assertThat(second.get(export).text()).isNotEmpty().isEqualTo(first.get(export).text());
    }

    private List<String> builders() {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Api> each :
                Map.of(
                                "first",
                                stack.feed("exploitation"),
                                "second",
                                instances.second("feed", "exploitation"))
                        .entrySet()) {
            boolean builds =
                    each.getValue()
                            .get("/actuator/prometheus")
                            .text()
                            .lines()
                            .filter(line -> line.startsWith("relais_feed_rebuild_left"))
                            .anyMatch(line -> !line.endsWith(" 0.0"));
            if (builds) {
                found.add(each.getKey());
            }
        }
        return found;
    }

    private static void awaitVersions(ReadModel model, String prefix, int cards, int versions) {
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> {
                            assertThat(model.count("cards", prefix))
                                    .isEqualTo((long) cards * versions);
                            assertThat(model.count("activities", prefix))
                                    .isEqualTo((long) cards * versions);
                            assertThat(model.current(prefix)).isEqualTo(cards);
                        });
    }

    private void awaitNothingWaits() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> stack.metric("experiences", "relais_outbox_backlog") == 0);
    }

    /** The ids of all events of some experiences in the log, as often as they are there. */
    private List<String> recordsOf(Set<String> experiences) {
        try (var topic = new TopicReader(stack.local().kafkaConnection(), Topics.EXPERIENCES)) {
            return topic.all().stream()
                    .map(TopicReader::headers)
                    .filter(headers -> experiences.contains(headers.get("ce_subject")))
                    .map(headers -> headers.get("ce_id"))
                    .toList();
        }
    }

    private Api experiences(int turn, String account) {
        return turn % 2 == 0
                ? stack.experiences(account)
                : instances.second("experiences", account);
    }

    /** As a client behind one name does: who gets no answer asks again, with the same key. */
    private Answer postAnywhere(Api nearest, String title, String key) {
        try {
            Answer answer = post(nearest, title, key);
            if (answer.status() == 201) {
                return answer;
            }
        } catch (UncheckedIOException dead) {
            // The other answers.
        }
        Answer answer = post(stack.experiences("besancon"), title, key);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static Answer post(Api experiences, String title, String key) {
        return experiences.post(
                "/experiences",
                Cards.experience(title, "commune:25056", "ECOLE"),
                "Idempotency-Key",
                key);
    }

    /** Not awaited: what was the dead one's to read waits until it is taken for dead. */
    private static String published(String title) {
        Answer posted = Cards.post(title);
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        Cards.publish(posted.id(), "\"1\"");
        return posted.id();
    }

    private static String created(Api experiences, String title) {
        Answer posted = post(experiences, title, UUID.randomUUID().toString());
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        return posted.id();
    }

    private Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String service : Deployment.SERVICES) {
            addresses.put(service, stack.local().url(service));
        }
        return addresses;
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
