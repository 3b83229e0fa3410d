package relais.contributions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.contributions.ContributionCalls.done;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.events.EventMetadata;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionOpened;
import relais.teststack.Answer;
import relais.teststack.TopicReader;
import tools.jackson.databind.JsonNode;

/** A contribution from its opening to its adoption and after, as its people and everyone see it. */
class ContributionsIT extends RunningService {

    private ContributionCalls calls;

    @BeforeAll
    void call() {
        calls = new ContributionCalls(api);
    }

    @Test
    void goesFromTheOpeningToTheAdoptionWithEverythingInItsPlace() {
        String experience = publishedExperience();
        String id = calls.open(LOIRET, "drafters", List.of("p-besancon"));
        done(calls.cite(id, LOIRET, experience, 2));
        Answer proposed =
                done(
                        calls.post(
                                id,
                                "/amendments",
                                GRAND_EST,
                                map(
                                        "section",
                                        section(id, 0),
                                        "basedOn",
                                        2,
                                        "body",
                                        "Un poste par élève, puis deux.",
                                        "reason",
                                        "Les lycées")));
        String amendment = proposed.text("amendment");
        done(
                calls.post(
                        id,
                        "/amendments/" + amendment + "/acceptance",
                        BESANCON,
                        map("comment", "Repris")));
        done(calls.consult(id, COMMITTEE, clock.instant()));
        done(calls.position(id, LOIRET, "CONSENT", null));
        done(calls.position(id, BESANCON, "OBJECTION", "Trop cher"));
        done(calls.position(id, GRAND_EST, "ABSTENTION", null));
        done(calls.position(id, BESANCON, "RESERVATION", "Cher"));
        clock.advance(Duration.ofHours(2));
        Answer adopted = done(calls.adopt(id, COMMITTEE));
        assertThat(adopted.text("status")).isEqualTo("ADOPTED");
        assertThat(adopted.header("ETag")).isEqualTo("\"11\"");

        JsonNode body = calls.read(id, null).body();
        assertThat(body.path("sections").path(0).path("body").asString())
                .isEqualTo("Un poste par élève, puis deux.");
        assertThat(body.path("sections").path(0).path("changedIn").asInt()).isEqualTo(5);
        assertThat(body.path("textVersion").asInt()).isEqualTo(5);
        JsonNode evidence = body.path("evidence").path(0);
        assertThat(evidence.path("experience").asString()).isEqualTo(experience);
        assertThat(evidence.path("version").asInt()).isEqualTo(2);
        assertThat(evidence.has("outdated")).isFalse();
        assertThat(body.path("amendments").path(0).path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(body.path("amendments").path(0).path("answer").asString()).isEqualTo("Repris");
        assertThat(body.path("consultation").path("positions").size()).isEqualTo(3);
        assertThat(body.path("consultation").path("silent").path(0).asString())
                .isEqualTo("p-academie-18");
        assertThat(body.path("consultation").path("quorum").asInt()).isEqualTo(3);
        assertThat(body.path("adoptedOn").asString()).isNotEmpty();
        assertThat(body.path("publicSince").asString()).isNotEmpty();

        List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(id, 11);
        assertThat(events)
                .extracting(event -> TopicReader.metadata(event).sequence())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 11).boxed().toList());
        EventMetadata last = TopicReader.metadata(events.getLast());
        assertThat(last.partner()).isEqualTo("p-loiret");
        assertThat(last.actor()).isEqualTo("m-comite");
        assertThat(last.territory()).isEqualTo("pays:FR");
        assertThat(last.causationId()).isEqualTo(id + ":10");
        assertThat(new String(events.getLast().key(), UTF_8)).isEqualTo("departement:45");
        assertThat(decoded(events.getFirst())).isInstanceOf(ContributionOpened.class);
        assertThat(decoded(events.getLast())).isInstanceOf(ContributionAdopted.class);
    }

    @Test
    void theSameKeyOpensOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> opening =
                map("kind", "OPINION", "title", "Avis", "axes", List.of("USES"));
        Answer first = opened(opening, key);
        Answer again = opened(opening, key);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/contributions/" + first.text("id"));
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        opening.put("title", "Autre");
        Answer other = opened(opening, key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    private Answer opened(Map<String, Object> opening, String key) {
        return api.post("/contributions", BESANCON, json(opening), "Idempotency-Key", key);
    }

    @Test
    void theSecretariatOpensToo() {
        String id = calls.open(COMMITTEE, "drafters", List.of("p-grand-est"));
        assertThat(calls.read(id, GRAND_EST).body().path("drafters").toString())
                .isEqualTo("[\"p-mene\",\"p-grand-est\"]");
    }

    @Test
    void isReadByTheCommitteeThenByEveryone() {
        String id = calls.open(LOIRET);
        assertThat(calls.read(id, ACADEMIE).status()).isEqualTo(200);
        assertThat(calls.read(id, COMMITTEE).status()).isEqualTo(200);
        for (String other : List.of(ORLEANS, SUSPENDED, ENDED, UNKNOWN, ANALYST, OPERATOR)) {
            assertThat(calls.read(id, other).status()).isEqualTo(404);
        }
        assertThat(calls.read(id, null).status()).isEqualTo(404);
        assertThat(listed(LOIRET, "")).contains(id);
        assertThat(listed(ORLEANS, "")).doesNotContain(id);
        assertThat(listed(null, "")).doesNotContain(id);
        done(calls.consult(id, COMMITTEE, clock.instant()));
        assertThat(calls.read(id, null).text("title")).isEqualTo("Socle numérique");
        assertThat(listed(null, "")).contains(id);
        assertThat(listed(null, "&status=CONSULTATION&axis=infrastructure&kind=FRAMEWORK"))
                .contains(id);
        assertThat(listed(null, "&status=ADOPTED")).doesNotContain(id);
        assertThat(listed(null, "&axis=USES")).doesNotContain(id);
        assertThat(listed(null, "&kind=OPINION")).doesNotContain(id);
    }

    @Test
    void aListGoesOnWhereItWasLeft() {
        // Later than whatever other tests open.
        clock.advance(Duration.ofDays(3650));
        String older = calls.open(LOIRET);
        String newer = calls.open(LOIRET);
        Answer first = api.get("/contributions?limit=1", LOIRET);
        assertThat(first.body().path("items").path(0).path("id").asString()).isEqualTo(newer);
        assertThat(first.body().path("items").path(0).has("sections")).isFalse();
        Answer next = api.get("/contributions?limit=1&cursor=" + first.text("nextCursor"), LOIRET);
        assertThat(next.body().path("items").path(0).path("id").asString()).isEqualTo(older);
        assertThat(api.get("/contributions?cursor=x", LOIRET).status()).isEqualTo(400);
        assertThat(api.get("/contributions?status=x", LOIRET).status()).isEqualTo(400);
    }

    @Test
    void whatIsWithdrawnLeavesATombstoneWithItsReason() {
        String id = calls.open(LOIRET);
        done(calls.consult(id, COMMITTEE, clock.instant()));
        done(calls.post(id, "/withdrawal", LOIRET, map("reason", "Sans objet")));
        JsonNode everyone = calls.read(id, null).body();
        assertThat(everyone.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(everyone.path("reason").asString()).isEqualTo("Sans objet");
        assertThat(everyone.has("sections")).isFalse();
        assertThat(calls.read(id, GRAND_EST).body().has("sections")).isTrue();
    }

    @Test
    void theOneThatIsSupersededPointsToItsSuccessor() {
        String old = calls.open(LOIRET);
        calls.bringToAdoption(old, COMMITTEE, clock, LOIRET, BESANCON, GRAND_EST);
        assertThat(calls.read(old, null).header("Link")).isEmpty();
        String successor = calls.open(GRAND_EST, "supersedes", old);
        calls.bringToAdoption(successor, COMMITTEE, clock, LOIRET, BESANCON, GRAND_EST);
        await().atMost(SOON).until(() -> calls.read(old, null).text("status").equals("SUPERSEDED"));
        Answer read = calls.read(old, null);
        assertThat(read.header("Link"))
                .isEqualTo("</contributions/" + successor + ">; rel=\"successor-version\"");
        assertThat(read.text("supersededBy")).isEqualTo(successor);
        assertThat(read.body().path("sections").size()).as("never silently changed").isEqualTo(2);
        assertThat(calls.read(successor, null).text("supersedes")).isEqualTo(old);
        Answer third =
                api.post(
                        "/contributions",
                        LOIRET,
                        json(
                                map(
                                        "kind",
                                        "OPINION",
                                        "title",
                                        "A",
                                        "axes",
                                        List.of("USES"),
                                        "supersedes",
                                        old)));
        assertThat(third.status()).isEqualTo(409);
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String id = calls.open(LOIRET);
        Answer read = calls.read(id, LOIRET);
        Answer again =
                api.get("/contributions/" + id, LOIRET, "If-None-Match", read.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    private String section(String id, int index) {
        return calls.read(id, LOIRET).body().path("sections").path(index).path("id").asString();
    }

    private List<String> listed(@Nullable String token, String query) {
        return done(api.get("/contributions?limit=100" + query, token))
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
