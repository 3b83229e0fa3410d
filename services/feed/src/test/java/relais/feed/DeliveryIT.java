package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.contributions.Axis;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceEndorsed;
import relais.feed.EventLog.Fact;
import tools.jackson.databind.JsonNode;

class DeliveryIT extends RunningFeed {

    private static final String TOWN = "commune:25056";
    private static final Instant AT = Instant.parse("2018-02-01T10:00:00Z");

    @Autowired MongoClient mongo;

    private MongoCollection<Document> collection(String name) {
        return mongo.getDatabase(database()).getCollection(name);
    }

    private static List<Fact> partner(String id) {
        return List.of(
                EventLog.registered(id, "Besançon", TOWN, AT),
                EventLog.renamed(id, 2, "Ville de Besançon", TOWN, AT.plusSeconds(500)));
    }

    private static List<Fact> experience(String id, String partner) {
        return List.of(
                EventLog.submitted(id, partner, "Titre", TOWN, "tag", AT.plusSeconds(100)),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(200)),
                EventLog.revised(id, 3, "Titre neuf", TOWN, "tag", AT.plusSeconds(300)),
                EventLog.experience(
                        id,
                        4,
                        TOWN,
                        AT.plusSeconds(400),
                        ExperienceEndorsed.newBuilder()
                                .setExperienceId(id)
                                .setPartnerId(partner)
                                .build()),
                EventLog.experience(
                        id,
                        5,
                        TOWN,
                        AT.plusSeconds(600),
                        ExperienceAdopted.newBuilder()
                                .setExperienceId(id)
                                .setAdoptionId("a-1")
                                .setPartnerId(partner)
                                .setTerritory("departement:45")
                                .setAdoptedOn(LocalDate.parse("2018-02-01"))
                                .build()),
                EventLog.moderated(id, 6, TOWN, AT.plusSeconds(700)));
    }

    /** All documents of these two, without what names them and where in the log they lay. */
    private List<String> documents(String partner, String experience) {
        var documents = new TreeMap<String, String>();
        for (String name : List.of("cards_v1", "activities_v1")) {
            for (String id : List.of(partner, experience)) {
                collection(name)
                        .find(new Document("aggregateId", id))
                        .forEach(
                                document -> {
                                    List.of(
                                                    "topic",
                                                    "partition",
                                                    "lane",
                                                    "offset",
                                                    "print",
                                                    "correlationId")
                                            .forEach(document::remove);
                                    String text =
                                            new TreeMap<>(document)
                                                    .toString()
                                                    .replace(partner, "P")
                                                    .replace(experience, "X");
                                    documents.put(
                                            name
                                                    + document.getString("_id")
                                                            .replace(partner, "P")
                                                            .replace(experience, "X"),
                                            text);
                                });
            }
        }
        return List.copyOf(documents.values());
    }

    @Test
    void everyRecordTwiceAndInAnyOrderBetweenTopicsMakesTheSameDocuments() {
        String calmPartner = fresh("p-");
        String calm = fresh("x-");
        partner(calmPartner).forEach(log::send);
        experience(calm, calmPartner).forEach(log::send);
        awaitVersion(calmPartner, 2);
        awaitVersion(calm, 6);

        String wildPartner = fresh("p-");
        String wild = fresh("x-");
        for (Fact fact : experience(wild, wildPartner)) {
            log.send(fact, fact);
        }
        awaitVersion(wild, 6);
        for (int twice = 0; twice < 2; twice++) {
            partner(wildPartner).forEach(log::send);
            experience(wild, wildPartner).forEach(log::send);
        }
        awaitVersion(wildPartner, 2);
        String end = fresh("x-");
        log.send(EventLog.submitted(end, "p-x", "Fin", TOWN, "tag", AT));
        awaitVersion(end, 1);

        List<String> expected = documents(calmPartner, calm);
        assertThat(expected).hasSize(16);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(documents(wildPartner, wild)).isEqualTo(expected));
        assertThat(ok(as(operator(), "/parked")).get("items")).isEmpty();
    }

    @Test
    void everyRecordTwiceMakesOneReferenceAndOneMessage() {
        String experience = fresh("x-");
        String contribution = fresh("c-");
        String message = fresh("msg-");
        List<Fact> facts =
                List.of(
                        CommitteeLog.opened(contribution, "Socle", Axis.FRAMEWORKS, AT),
                        CommitteeLog.cited(contribution, 2, experience, 2, AT.plusSeconds(100)),
                        CommitteeLog.consulted(contribution, 3, AT.plusSeconds(200)),
                        CommitteeLog.posted(message, experience, new byte[] {1}, AT));
        for (int twice = 0; twice < 2; twice++) {
            facts.forEach(fact -> log.send(fact, fact));
        }
        log.send(
                EventLog.submitted(experience, "p-x", "Citée", TOWN, "tag", AT),
                EventLog.published(experience, 2, TOWN, AT.plusSeconds(10)));
        awaitVersion(experience, 2);
        awaitVersion(contribution, 3);
        awaitVersion(message, 1);

        JsonNode card = json("/cards/" + experience);
        assertThat(card.get("citedBy")).hasSize(1);
        assertThat(card.get("messages").asInt()).isEqualTo(1);
        assertThat(
                        collection("references_v1")
                                .find(new Document("_id", experience))
                                .map(document -> document.getList("referrers", String.class)))
                .containsExactly(List.of(contribution));
    }

    @Test
    void aCrashBetweenNewVersionsAndTheEndOfOldOnesIsMended() {
        String id = fresh("x-");
        log.send(
                EventLog.submitted(id, "p-x", "Un", TOWN, "tag", AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(10)));
        awaitVersion(id, 2);
        // What a crash leaves, seen by a process that remembers nothing of this card.
        Document third =
                new Document(collection("cards_v1").find(new Document("_id", id + ":2")).first())
                        .append("_id", id + ":3")
                        .append("version", 3L)
                        .append("title", "Trois");
        third.remove("validTo");
        collection("cards_v1").insertOne(third);

        log.send(EventLog.revised(id, 4, "Quatre", TOWN, "tag", AT.plusSeconds(30)));
        awaitVersion(id, 4);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                collection("cards_v1")
                                                        .countDocuments(
                                                                new Document("aggregateId", id)
                                                                        .append("validTo", null)))
                                        .isEqualTo(1));
        assertThat(json("/cards/" + id).get("title").asString()).isEqualTo("Quatre");
    }

    @Test
    void aPoisonedEventHoldsItsCardAndNoOtherUntilAnOperatorSkipsIt() {
        String id = fresh("x-");
        String other = fresh("x-");
        log.send(EventLog.submitted(id, "p-x", "Un", TOWN, "tag", AT));
        log.send(EventLog.published(id, 2, TOWN, AT.plusSeconds(10)), new byte[] {9, 9, 9});
        log.send(
                EventLog.revised(id, 3, "Trois", TOWN, "tag", AT.plusSeconds(20)),
                EventLog.submitted(other, "p-x", "Autre", TOWN, "tag", AT));
        awaitVersion(other, 1);

        String operator = operator();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(ok(as(operator, "/parked?limit=100")).toString())
                                        .contains(id + ":2", id + ":3"));
        assertThat(get("/parked").statusCode()).isEqualTo(401);
        assertThat(as(committee(), "/parked").statusCode()).isEqualTo(403);
        JsonNode ofOne = ok(as(operator, "/parked/" + id));
        assertThat(ids(ofOne)).containsExactly(id + ":2", id + ":3");
        JsonNode first = ok(as(operator, "/parked/" + id + "?limit=1"));
        assertThat(ids(first)).containsExactly(id + ":2");
        JsonNode second =
                ok(
                        as(
                                operator,
                                "/parked/"
                                        + id
                                        + "?limit=1&cursor="
                                        + first.get("nextCursor").asString()));
        assertThat(ids(second)).containsExactly(id + ":3");
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(as(operator, "/parked/" + other).statusCode()).isEqualTo(404);
        assertThat(as(committee(), "/parked/" + id).statusCode()).isEqualTo(403);

        assertThat(post(operator, "/parked/" + id + "/redrive", "").statusCode()).isEqualTo(200);
        JsonNode round = ok(post(operator, "/parked/redrive", ""));
        assertThat(round.get("tried").asInt()).isPositive();
        assertThat(round.get("cleared").asInt()).isZero();
        assertThat(ok(post(operator, "/parked/redrive?error=another&limit=5", "")).toString())
                .isEqualTo("{\"tried\":0,\"cleared\":0,\"handled\":0}");
        assertThat(post(operator, "/parked/redrive?cursor=x", "").statusCode()).isEqualTo(400);
        assertThat(post(committee(), "/parked/redrive", "").statusCode()).isEqualTo(403);
        assertThat(post(operator, "/parked/" + id + "/skip", "{}").body())
                .contains("\"field\":\"sequence\"", "\"field\":\"reason\"");
        var skipped =
                post(
                        operator,
                        "/parked/" + id + "/skip",
                        "{\"sequence\":2,\"reason\":\"octets perdus\"}");
        assertThat(skipped.statusCode()).as(skipped.body()).isEqualTo(200);
        awaitVersion(id, 3);
        assertThat(ok(as(committee(), "/cards/" + id)).get("title").asString()).isEqualTo("Trois");
        assertThat(post(operator, "/parked/" + id + "/redrive", "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> post(String token, String path, String body) {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }
}
