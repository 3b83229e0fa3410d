package relais.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import relais.events.partners.CharterSigned;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** What happens to a partner, in which order, by whom, and when. */
class PartnerChangesIT extends RunningService {

    @Test
    void aLifeIsOnTheTopicInOrderWithoutAGap() {
        String id = registered();
        String own = own(id);
        change(
                api.put(
                        "/partners/" + id + "/name",
                        own,
                        "{\"name\":\"Nouveau nom\"}",
                        "If-Match",
                        "\"1\""),
                2);
        change(api.post("/partners/" + id + "/signature", own, "{}", "If-Match", "\"2\""), 3);
        String mandate = "m-" + id.substring(2);
        String admission = "/partners/" + id + "/admission";
        change(api.post(admission, COMMITTEE, "", "If-Match", "\"3\""), 4);
        String departure = "/partners/" + id + "/departure";
        change(api.post(departure, COMMITTEE, "{}", "If-Match", "\"4\""), 5);
        change(grant(id, own, 5, mandate, ""), 6);
        change(api.delete("/mandates/" + mandate + "?reason=Fin", own, "If-Match", "\"6\""), 7);
        change(
                api.post(
                        "/partners/" + id + "/suspension",
                        COMMITTEE,
                        "{\"reason\":\"Motif\"}",
                        "If-Match",
                        "\"7\""),
                8);
        Answer last =
                api.post("/partners/" + id + "/reinstatement", COMMITTEE, "", "If-Match", "\"8\"");
        change(last, 9);

        List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(id, 9);

        assertThat(events.stream().map(r -> TopicReader.metadata(r).sequence()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 9).mapToObj(Long::valueOf).toList());
        assertThat(events.stream().map(r -> decoded(r).getSchema().getName()))
                .containsExactly(
                        "PartnerRegistered",
                        "PartnerRenamed",
                        "CharterSigned",
                        "CommitteeJoined",
                        "CommitteeLeft",
                        "MandateGranted",
                        "MandateEnded",
                        "PartnerSuspended",
                        "PartnerReinstated");
        assertThat(last.text("name")).isEqualTo("Nouveau nom");
        assertThat(last.text("status")).isEqualTo("ACTIVE");
        assertThat(last.body().at("/mandates/0/endedOn").asString("")).isNotEmpty();
    }

    @Test
    void aChangeSaysWhichVersionItHasSeen() {
        String id = registered();
        String path = "/partners/" + id + "/signature";

        assertThat(api.post(path, own(id), "{}").status()).isEqualTo(428);
        assertThat(api.post(path, own(id), "{}", "If-Match", "1").status()).isEqualTo(400);
        assertThat(api.post(path, own(id), "{}", "If-Match", "W/\"1\"").status()).isEqualTo(412);
        Answer stale = api.post(path, own(id), "{}", "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
        assertThat(api.get("/partners/" + id, null).header("ETag")).startsWith("\"1-");
        assertThat(api.post(path, own(id), "{}", "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void ofTwoChangesOfTheSameVersionOneWins() throws Exception {
        String id = registered();
        AtomicInteger count = new AtomicInteger();
        Callable<Answer> rename =
                () ->
                        api.put(
                                "/partners/" + id + "/name",
                                COMMITTEE,
                                "{\"name\":\"Nom %d\"}".formatted(count.incrementAndGet()),
                                "If-Match",
                                "\"1\"");

        assertThat(atOnce(2, rename).stream().map(Answer::status))
                .containsExactlyInAnyOrder(200, 412);

        awaitEvents(id, 2);
        assertThat(api.get("/partners/" + id, null).header("ETag")).startsWith("\"2-");
    }

    @Test
    void anArchiveKeepsItsTimesAndNeverGoesBack() {
        String id = newId();
        String at = ",\"occurredAt\":\"2015-10-01T09:00:00Z\"}";
        Answer registered = api.post("/partners", OPERATOR, registration(id).replace("}", at));
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        String path = "/partners/" + id + "/signature";

        Answer before =
                api.post(
                        path,
                        OPERATOR,
                        "{\"occurredAt\":\"2015-10-01T08:59:59Z\"}",
                        "If-Match",
                        "\"1\"");
        Answer future =
                api.post(
                        path,
                        OPERATOR,
                        "{\"occurredAt\":\"2199-01-01T00:00:00Z\"}",
                        "If-Match",
                        "\"1\"");
        Answer absurd =
                api.post(
                        path,
                        OPERATOR,
                        "{\"occurredAt\":\"1899-12-31T00:00:00Z\"}",
                        "If-Match",
                        "\"1\"");
        Answer signed =
                api.post(
                        path,
                        OPERATOR,
                        "{\"occurredAt\":\"2015-10-01T10:00:00Z\"}",
                        "If-Match",
                        "\"1\"");

        assertThat(before.violations()).containsExactly("occurredAt:before-the-last-event");
        assertThat(before.status()).isEqualTo(422);
        assertThat(future.violations()).containsExactly("occurredAt:in-the-future");
        assertThat(absurd.violations()).containsExactly("occurredAt:implausible-date");
        assertThat(signed.text("charterSignedOn")).isEqualTo("2015-10-01");
        ConsumerRecord<byte[], byte[]> event = awaitEvents(id, 2).getLast();
        assertThat(TopicReader.headers(event))
                .containsEntry("ce_time", "2015-10-01T10:00:00.000Z")
                .containsEntry("ce_archive", "true")
                .containsEntry("ce_actor", "m-exploitation")
                .containsEntry("ce_partner", id);
        assertThat(((CharterSigned) decoded(event)).getSignedOn())
                .isEqualTo(LocalDate.of(2015, 10, 1));
    }

    @Test
    void onlyOperatorsEnterArchives() {
        String id = newId();
        String at = ",\"occurredAt\":\"2015-10-01T09:00:00Z\"}";

        Answer answer = api.post("/partners", COMMITTEE, registration(id).replace("}", at));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.violations()).containsExactly("occurredAt:archives-by-operators-only");
    }

    @Test
    void aPartnerHasNoRightOverAnother() {
        String id = registered();
        String other = own(registered());

        for (Answer answer :
                List.of(
                        api.post(
                                "/partners/" + id + "/signature", other, "{}", "If-Match", "\"1\""),
                        api.put(
                                "/partners/" + id + "/name",
                                other,
                                "{\"name\":\"X\"}",
                                "If-Match",
                                "\"1\""),
                        api.post(
                                "/partners/" + id + "/suspension",
                                other,
                                "{\"reason\":\"X\"}",
                                "If-Match",
                                "\"1\""),
                        grant(id, other, 1, null, ""),
                        api.post("/partners", other, registration(newId())))) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
        }
    }

    @Test
    void whatTheCommitteeDoesToAPartnerIsOfThatPartner() {
        String id = registered();
        change(
                api.post(
                        "/partners/" + id + "/suspension",
                        COMMITTEE,
                        "{\"reason\":\"Motif\"}",
                        "If-Match",
                        "\"1\""),
                2);

        assertThat(awaitEvents(id, 2))
                .extracting(event -> TopicReader.headers(event).get("ce_partner"))
                .containsOnly(id);
    }

    @Test
    void aSuspendedPartnerDoesNotSign() {
        String id = registered();
        change(
                api.post(
                        "/partners/" + id + "/suspension",
                        COMMITTEE,
                        "{\"reason\":\"Motif\"}",
                        "If-Match",
                        "\"1\""),
                2);

        Answer answer =
                api.post(
                        "/partners/" + id + "/signature",
                        own(id),
                        "{}",
                        "If-Match",
                        "\"2\"",
                        "Accept-Language",
                        "en");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.violations()).containsExactly("status:suspended");
        assertThat(answer.body().at("/violations/0/message").asString(""))
                .isEqualTo("The partner is suspended: the committee can reinstate it first.");
    }
}
