package relais.partners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.events.EventMetadata;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** Who is registered, once, under which rules. */
class RegistrationIT extends RunningService {

    @Test
    void aRegistrationIsOnTheTopicWithItsHeaders() {
        String id = newId();
        Answer answer =
                api.post(
                        "/partners",
                        COMMITTEE,
                        """
                        {"id":"%s","name":"Ville de Besançon","kind":"COMMUNE","territory":"commune:25056",
                         "siret":"35600000000048","represents":"ses habitants"}
                        """
                                .formatted(id),
                        "X-Correlation-Id",
                        "trace-" + id);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo("/partners/" + id);
        assertThat(answer.text("siren")).isEqualTo("356000000");
        ConsumerRecord<byte[], byte[]> record = awaitEvents(id, 1).getFirst();
        EventMetadata metadata = TopicReader.metadata(record);
        assertThat(new String(record.key(), UTF_8)).isEqualTo("commune:25056");
        assertThat(metadata.id()).isEqualTo(id + ":1");
        assertThat(metadata.type()).isEqualTo("relais.events.partners.PartnerRegistered");
        assertThat(metadata.territory()).isEqualTo("commune:25056");
        assertThat(metadata.partner()).isEqualTo(id);
        assertThat(metadata.actor()).isEqualTo("m-comite");
        assertThat(metadata.correlationId()).isEqualTo("trace-" + id);
        assertThat(metadata.archive()).isFalse();
        assertThat(metadata.time()).isEqualTo(answer.text("registeredAt"));
        PartnerRegistered event = (PartnerRegistered) decoded(record);
        assertThat(event.getName()).isEqualTo("Ville de Besançon");
        assertThat(event.getKind()).isEqualTo(PartnerKind.COMMUNE);
        assertThat(event.getSiret()).isEqualTo("35600000000048");
    }

    @Test
    void theSameIdempotencyKeyTenTimesAtOnceRegistersOnePartner() throws Exception {
        String name = "Réseau " + newId();
        String body =
                "{\"name\":\"%s\",\"kind\":\"OTHER\",\"territory\":\"departement:45\",\"siren\":\"732829320\"}"
                        .formatted(name);
        Callable<Answer> request =
                () ->
                        api.post(
                                "/partners",
                                COMMITTEE,
                                body,
                                "Idempotency-Key",
                                "key-" + name.hashCode());

        List<Answer> answers = atOnce(10, request);

        assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(201));
        List<String> ids = answers.stream().map(a -> a.text("id")).distinct().toList();
        assertThat(ids).hasSize(1);
        awaitEvents(ids.getFirst(), 1);
        assertThat(names(name)).containsExactly(ids.getFirst());
    }

    @Test
    void theSameIdempotencyKeyWithAChosenIdAnswersThePartnerAsItIsToday() {
        String id = newId();
        Answer first = api.post("/partners", COMMITTEE, registration(id), "Idempotency-Key", id);
        change(api.post("/partners/" + id + "/signature", own(id), "", "If-Match", "\"1\""), 2);
        Answer again =
                api.post(
                        "/partners",
                        COMMITTEE,
                        registration(id).replace(",", " , "),
                        "Idempotency-Key",
                        id);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void theSameIdempotencyKeyWithAnotherBodyIsRefused() {
        String id = newId();
        api.post("/partners", COMMITTEE, registration(id), "Idempotency-Key", id);

        Answer other =
                api.post("/partners", COMMITTEE, registration(newId()), "Idempotency-Key", id);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        String id = registered();

        Answer again = api.post("/partners", COMMITTEE, registration(id));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.violations()).containsExactly("id:partner-id-taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name      | " "                  | 400 | name:required
                    name      | "a\\nb"              | 400 | name:one-line
                    name      | null                 | 400 | name:required
                    name      | "a\\u0000b"          | 400 | name:one-line
                    name      | "a\\ud800b"          | 400 | name:one-line
                    name      | "a\\u202eb"          | 400 | name:one-line
                    name      | "\\u200b"            | 400 | name:one-line
                    kind      | "TOWN"               | 400 | kind:one-of
                    kind      | null                 | 400 | kind:required
                    territory | "departement:99"     | 422 | territory:territory-unknown
                    territory | "{$ne:1}"            | 422 | territory:territory-unknown
                    territory | "region:24"          | 422 | territory:territory-unfit-for-kind
                    territory | null                 | 400 | territory:required
                    siren     | "123456789"          | 422 | siren:siren-invalid
                    siret     | "73282932000075"     | 422 | siret:siret-invalid
                    siret     | "35600000000014"     | 422 | siret:siret-invalid
                    id        | "P-Loiret"           | 400 | id:partner-id
                    represents| "a\\tb"              | 400 | represents:one-line
                    externalId| "a\\tb"              | 400 | externalId:one-line
                    """)
    void aRegistrationThatIsRefusedNamesTheField(
            String field, String value, int status, String violation) {
        var fields =
                new LinkedHashMap<>(
                        Map.of(
                                "name", "\"Loiret\"",
                                "kind", "\"DEPARTEMENT\"",
                                "territory", "\"departement:45\""));
        fields.put(field, value);
        String body =
                String.join(
                        ",",
                        fields.entrySet().stream()
                                .map(e -> "\"%s\":%s".formatted(e.getKey(), e.getValue()))
                                .toList());

        Answer answer = api.post("/partners", COMMITTEE, "{" + body + "}");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.violations()).containsExactly(violation);
        assertThat(answer.body().at("/violations/0/message").asString(""))
                .isNotBlank()
                .doesNotContain("{0}");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aRegistrationForAFormerRegionIsRefusedTodayAndAcceptedAsAnArchive() {
        String id = newId();
        String body =
                "{\"id\":\"%s\",\"name\":\"Midi-Pyrénées\",\"kind\":\"REGION\",\"territory\":\"region:73\"%s}";

        Answer today = api.post("/partners", OPERATOR, body.formatted(id, ""));
        Answer archive =
                api.post(
                        "/partners",
                        OPERATOR,
                        body.formatted(id, ",\"occurredAt\":\"2015-10-01T09:00:00Z\""));

        assertThat(today.status()).isEqualTo(422);
        assertThat(today.violations()).containsExactly("territory:territory-not-valid");
        assertThat(archive.status()).as(archive.body().toString()).isEqualTo(201);
    }
}
