package relais.experiences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.teststack.TopicReader.metadata;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import relais.events.EventMetadata;
import relais.events.experiences.ExperienceSubmitted;
import relais.teststack.Answer;

/** A card becomes an experience, and its event is on the topic. */
class SubmissionIT extends RunningService {
    @Test
    void aSubmissionIsOnTheTopicWithItsHeaders() {
        Answer answer =
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of("commune:45234"),
                        "X-Correlation-Id",
                        "trace-submission");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        String id = answer.text("id");
        assertThat(answer.header("Location")).isEqualTo("/experiences/" + id);
        assertThat(answer.text("status")).isEqualTo("SUBMITTED");

        ConsumerRecord<byte[], byte[]> record = awaitEvents(id, 1).getFirst();
        EventMetadata metadata = metadata(record);
        assertThat(new String(record.key(), UTF_8)).isEqualTo("commune:45234");
        assertThat(metadata.id()).isEqualTo(id + ":1");
        assertThat(metadata.territory()).isEqualTo("commune:45234");
        assertThat(metadata.partner()).isEqualTo("p-orleans");
        assertThat(metadata.actor()).isEqualTo("m-orleans");
        assertThat(metadata.correlationId()).isEqualTo("trace-submission");
        assertThat(metadata.causationId()).isNull();
        assertThat(metadata.archive()).isFalse();
        ExperienceSubmitted event = (ExperienceSubmitted) decoded(record);
        assertThat(event.getContent().getTitle()).isEqualTo("Tablettes en classe");
        assertThat(event.getContent().getMeans().getEuros()).isEqualTo("18000.50");
        assertThat(event.getContent().getLicence()).isEqualTo("LO-2.0");
    }

    @Test
    void theKeyIsTheOwnersTerritoryAndTheHeaderTheExperiences() {
        String id =
                api.post("/experiences", LOIRET, Cards.of("commune:45234", "level", "COLLEGE"))
                        .text("id");
        ConsumerRecord<byte[], byte[]> record = awaitEvents(id, 1).getFirst();
        assertThat(new String(record.key(), UTF_8)).isEqualTo("departement:45");
        assertThat(metadata(record).territory()).isEqualTo("commune:45234");
    }

    @Test
    void theSameKeyTenTimesAtOnceGivesOneExperienceAndOneEvent() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Answer> answers =
                atOnce(
                        10,
                        () ->
                                api.post(
                                        "/experiences",
                                        ORLEANS,
                                        Cards.of("commune:45234"),
                                        "Idempotency-Key",
                                        key));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
        String id = answers.getFirst().text("id");
        awaitEvents(id, 1);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .until(() -> topic.of(id).size() == 1);
        Answer other =
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Autre"),
                        "Idempotency-Key",
                        key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }
}
