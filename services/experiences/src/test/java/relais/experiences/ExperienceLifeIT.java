package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.teststack.TopicReader.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;

/** What follows a submission, each change on the version before it. */
class ExperienceLifeIT extends RunningService {
    @Test
    void aWholeLifeIsOnTheTopicInOrder() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id;
        changed(
                2,
                api.post(
                        path + "/return",
                        ACADEMIE,
                        "{\"reason\":\"à préciser\",\"comments\":[{\"field\":\"title\",\"comment\":\"court\"}]}",
                        "If-Match",
                        "\"1\""));
        assertThat(api.get(path, ORLEANS).body().path("comments").toString()).contains("court");
        changed(
                3,
                api.post(
                        path + "/resubmission",
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Court"),
                        "If-Match",
                        "\"2\""));
        changed(4, api.post(path + "/publication", ACADEMIE, "", "If-Match", "\"3\""));
        changed(
                5,
                api.put(
                        path,
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Revu", "summary", "titre"),
                        "If-Match",
                        "\"4\""));
        changed(6, api.post(path + "/confirmation", ORLEANS, "", "If-Match", "\"5\""));
        changed(
                7,
                api.post(
                        path + "/endorsements",
                        LOIRET,
                        "{\"comment\":\"utile\"}",
                        "If-Match",
                        "\"6\""));
        changed(8, api.delete(path + "/endorsements", LOIRET, "If-Match", "\"7\""));
        changed(
                9,
                api.post(
                        path + "/highlight",
                        COMMITTEE,
                        "{\"headline\":\"À lire\"}",
                        "If-Match",
                        "\"8\""));
        String key = UUID.randomUUID().toString();
        Answer adopted =
                api.post(
                        path + "/adoptions",
                        BESANCON,
                        "{\"plan\":\"de même\"}",
                        "If-Match",
                        "\"9\"",
                        "Idempotency-Key",
                        key);
        assertThat(adopted.status()).as(adopted.body().toString()).isEqualTo(201);
        Answer again =
                api.post(
                        path + "/adoptions",
                        BESANCON,
                        "{\"plan\":\"de même\"}",
                        "If-Match",
                        "\"9\"",
                        "Idempotency-Key",
                        key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("adoption")).isEqualTo(adopted.text("adoption"));
        String adoption = path + "/adoptions/" + adopted.text("adoption");
        changed(
                11,
                api.put(
                        adoption,
                        BESANCON,
                        "{\"results\":{\"kind\":\"MEASURED\",\"text\":\"bien\"}}",
                        "If-Match",
                        "\"10\""));
        changed(12, api.post(adoption + "/end", BESANCON, "", "If-Match", "\"11\""));
        changed(
                13,
                api.delete(
                        path + "/highlight?reason=lien%20mort", COMMITTEE, "If-Match", "\"12\""));
        changed(
                14,
                api.post(
                        path + "/withdrawal",
                        ORLEANS,
                        "{\"reason\":\"fini\"}",
                        "If-Match",
                        "\"13\""));

        List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(id, 14);
        assertThat(events)
                .extracting(record -> metadata(record).sequence())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 14).mapToObj(i -> (long) i).toList());
        assertThat(metadata(events.get(3)).causationId()).isEqualTo(id + ":3");
        assertThat(metadata(events.get(3)).actor()).isEqualTo("m-academie-18");
        assertThat(metadata(events.get(3)).partner()).isEqualTo("p-orleans");
        assertThat(events)
                .extracting(record -> decoded(record).getClass().getSimpleName())
                .doesNotHaveDuplicates();
    }

    @Test
    void ofTwoRevisionsWithTheSameVersionOneWins() throws Exception {
        String id = submit(ORLEANS, "commune:45234");
        publish(id, 1);
        List<String> titles = List.of("Première", "Seconde");
        List<String> left = new ArrayList<>(titles);
        List<Answer> answers =
                atOnce(
                        2,
                        () ->
                                api.put(
                                        "/experiences/" + id,
                                        ORLEANS,
                                        Cards.of(
                                                "commune:45234",
                                                "title",
                                                take(left),
                                                "problem",
                                                "commun"),
                                        "If-Match",
                                        "\"2\""));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 412)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.problem()).isEqualTo("stale-version");
                            assertThat(answer.header("ETag")).isEqualTo("\"3\"");
                        });
        assertThat(api.get("/experiences/" + id, null).text("title")).isIn(titles);
        assertThat(awaitEvents(id, 3)).hasSize(3);
    }

    private static String take(List<String> texts) {
        synchronized (texts) {
            return texts.removeFirst();
        }
    }

    @Test
    void refusesWhatTheStatusForbids() {
        String id = submit(ORLEANS, "commune:45234");
        Answer answer =
                api.post("/experiences/" + id + "/confirmation", ORLEANS, "", "If-Match", "\"1\"");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.violations()).containsExactly("status:status-forbids");
    }

    @Test
    void aChangeNamesTheVersionItRead() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id + "/publication";
        assertThat(api.post(path, COMMITTEE, "").status()).isEqualTo(428);
        assertThat(api.post(path, COMMITTEE, "", "If-Match", "1").status()).isEqualTo(400);
        assertThat(api.post(path, COMMITTEE, "", "If-Match", "W/\"1\"").status()).isEqualTo(412);
        assertThat(api.post(path, COMMITTEE, "", "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(api.post(path, COMMITTEE, "", "If-Match", "*").status()).isEqualTo(200);
    }
}
