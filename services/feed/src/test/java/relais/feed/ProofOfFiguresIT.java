package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.events.Topics;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.OffsetsToken;
import relais.log.Proof;
import relais.log.kafka.KafkaLog;
import relais.web.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a figure says it was made of, against the log itself. */
class ProofOfFiguresIT extends RunningFeed {

    private static final String TOWN = "commune:25056";
    private static final Instant AT = Instant.parse("2019-04-01T10:00:00Z");

    private final Log kafka =
            new KafkaLog(
                    List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS),
                    Map.of("bootstrap.servers", STACK.kafkaBootstrap()));

    private List<LoggedEvent> before(Offsets place) throws InterruptedException {
        List<LoggedEvent> events = new ArrayList<>();
        try (Log.Reading<LoggedEvent> reading = kafka.read(Offsets.START, place, e -> e)) {
            for (LoggedEvent e = reading.next(); e != null; e = reading.next()) {
                events.add(e);
            }
        }
        return events;
    }

    /** Before the first event there is no place to name. */
    @BeforeEach
    void somethingIsInTheLog() throws Exception {
        log.send(EventLog.submitted(fresh("x-"), "p-x", "Premier", TOWN, "tag", AT));
        await().atMost(Duration.ofSeconds(60)).until(() -> json("/facets").hasNonNull("proof"));
    }

    private static Offsets place(JsonNode proof, String name) {
        return OffsetsToken.parse(proof.get(name).asString()).orElseThrow();
    }

    /** The log's proof at the place that a figure names, from nothing but the log. */
    private void assertProvenByTheLog(JsonNode proof) throws InterruptedException {
        Offsets place = place(proof, "upTo");
        var partitions = new TreeMap<LogPartition, Checkpoint>();
        place.next().keySet().forEach(partition -> partitions.put(partition, Checkpoint.START));
        for (LoggedEvent event : before(place)) {
            partitions.computeIfPresent(
                    event.place().partition(),
                    (_, end) -> end.after(event.place().offset(), Digest.ofEvent(event)));
        }
        Proof expected = new Proof(partitions);
        assertThat(proof.get("records").asLong()).isEqualTo(expected.events());
        assertThat(proof.get("digest").asString()).isEqualTo(expected.digest());
    }

    @Test
    void namesThePlaceOfTheLogAndItsDigest() throws Exception {
        String tag = fresh("preuve-");
        String id = fresh("x-");
        log.send(
                EventLog.submitted(id, "p-x", "Prouvée", TOWN, tag, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(10)));
        awaitVersion(id, 2);

        JsonNode proof = json("/facets?tag=" + tag).get("proof");

        assertThat(proof.has("mayReach")).as("the log is at rest").isFalse();
        assertThat(place(proof, "upTo")).isEqualTo(kafka.extent().end());
        assertProvenByTheLog(proof);
        JsonNode then = json("/facets?asOf=2019-04-02&tag=" + tag).get("proof");
        assertThat(then.get("upTo")).isEqualTo(proof.get("upTo"));
        assertThat(then.get("figures")).isNotEqualTo(proof.get("figures"));
    }

    @Test
    void twoNumbersNeverCarryTheSameProof() {
        String tag = fresh("preuves-");
        String published = fresh("x-");
        String submitted = fresh("x-");
        log.send(
                EventLog.submitted(published, "p-x", "Publiée", TOWN, tag, AT),
                EventLog.published(published, 2, TOWN, AT.plusSeconds(10)),
                EventLog.submitted(submitted, "p-x", "Soumise", TOWN, tag, AT));
        awaitVersion(published, 2);
        awaitVersion(submitted, 1);

        JsonNode forAll = json("/facets?tag=" + tag);
        JsonNode forCommittee = ok(as(committee(), "/facets?tag=" + tag));
        JsonNode everything = ok(as(committee(), "/facets?status=ALL&tag=" + tag));

        assertThat(forAll.get("total").asInt()).isEqualTo(1);
        assertThat(forCommittee.get("total").asInt()).isEqualTo(1);
        assertThat(everything.get("total").asInt()).isEqualTo(2);
        assertThat(forAll.at("/proof/question").toString())
                .isEqualTo(
                        "{\"kind\":\"EXPERIENCE\",\"reader\":\"PUBLIC\",\"status\":\"STANDING\",\"tag\":\"%s\"}"
                                .formatted(tag));
        assertThat(forCommittee.at("/proof/question/reader").asString()).isEqualTo("COMMITTEE");
        assertThat(
                        Stream.of(forAll, forCommittee, everything)
                                .map(answer -> answer.at("/proof/figures").asString()))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        assertThat(forAll.at("/proof/figures").asString()).isEqualTo(figures(forAll));
    }

    /** As the documentation of the answer says that it is made. */
    private static String figures(JsonNode answer) {
        JsonNode counted = answer.deepCopy();
        ((ObjectNode) counted).remove("proof");
        return CanonicalJson.digest(
                Map.of(
                        "digest", answer.at("/proof/digest").asString(),
                        "question", answer.at("/proof/question"),
                        "figures", counted));
    }

    @Test
    void aFigureIsThatOfItsPlaceWhileEventsKeepComing() throws Exception {
        String tag = fresh("flux-");
        int cards = 150;
        var writer =
                CompletableFuture.runAsync(
                        () ->
                                IntStream.range(0, cards)
                                        .forEach(
                                                i -> {
                                                    log.send(
                                                            EventLog.submitted(
                                                                    tag + i, "p-x", "Flux", TOWN,
                                                                    tag, AT),
                                                            EventLog.published(
                                                                    tag + i, 2, TOWN, AT));
                                                    restNowAndThen(i);
                                                }));
        List<JsonNode> answers = new ArrayList<>();
        while (!writer.isDone() || published(answers.getLast()) < cards) {
            answers.add(json("/facets?tag=" + tag + "&status=PUBLISHED"));
            Thread.sleep(10);
        }
        writer.get();

        List<LoggedEvent> whole = before(kafka.extent().end());
        int exact = 0;
        for (JsonNode answer : answers) {
            JsonNode proof = answer.get("proof");
            long atLeast = published(whole, tag, place(proof, "upTo"));
            if (proof.has("mayReach")) {
                assertThat(published(answer))
                        .isBetween(atLeast, published(whole, tag, place(proof, "mayReach")));
            } else {
                exact++;
                assertThat(published(answer)).isEqualTo(atLeast);
            }
        }
        assertThat(exact).as("exact ones of %s", answers.size()).isGreaterThan(1);
        assertThat(answers.stream().map(ProofOfFiguresIT::published).distinct().count())
                .as("places in between")
                .isGreaterThan(2);
        assertProvenByTheLog(answers.getLast().get("proof"));
        assertProvenByTheLog(answers.get(answers.size() / 2).get("proof"));
    }

    /** Longer than a question waits for the model to stand still, so that some find it so. */
    private static void restNowAndThen(int card) {
        if (card % 30 == 29) {
            LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
        }
    }

    private static long published(JsonNode answer) {
        JsonNode status = answer.get("status");
        return status.isEmpty() ? 0 : status.get(0).get("count").asLong();
    }

    private static long published(List<LoggedEvent> events, String tag, Offsets place) {
        return events.stream()
                .filter(event -> event.place().offset() < place.in(event.place().partition()))
                .filter(event -> event.headers().getOrDefault("ce_subject", "").startsWith(tag))
                .filter(event -> "2".equals(event.headers().get("ce_sequence")))
                .count();
    }

    @Test
    void saysThatEventsAreMissingWhileTheyWaitForAnOperator() throws Exception {
        String id = fresh("x-");
        long before = without();
        log.send(EventLog.submitted(id, "p-x", "Un", TOWN, "tag", AT));
        log.send(EventLog.published(id, 2, TOWN, AT.plusSeconds(10)), new byte[] {9, 9, 9});
        log.send(EventLog.revised(id, 3, "Trois", TOWN, "tag", AT.plusSeconds(20)));

        await().atMost(Duration.ofSeconds(60)).until(() -> without() == before + 2);
        assertProvenByTheLog(json("/facets").get("proof"));

        HttpRequest skip =
                HttpRequest.newBuilder(uri("/parked/" + id + "/skip"))
                        .header("Authorization", "Bearer " + operator())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"sequence\":2,\"reason\":\"octets perdus\"}"))
                        .build();
        assertThat(send(skip).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> without() == before);
    }

    private long without() {
        JsonNode proof = json("/facets").get("proof");
        return proof.has("without") ? proof.get("without").asLong() : 0;
    }
}
