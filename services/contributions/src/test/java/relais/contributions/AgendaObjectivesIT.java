package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.events.EventMetadata;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** What the committee aims at, over HTTP and on the topic. */
class AgendaObjectivesIT extends RunningService {

    private AgendaCalls calls;

    @BeforeAll
    void call() {
        calls = new AgendaCalls(api);
    }

    @Test
    void isSetMeasuredRevisedAndWithdrawn() {
        String id = calls.create("/objectives", COMMITTEE, AgendaCalls.objective("Débit"));
        String path = "/objectives/" + id;
        Answer set = calls.read(path);
        assertThat(set.text("status")).isEqualTo("OPEN");
        assertThat(set.header("ETag")).startsWith("\"1-");
        assertThat(set.body().has("progress")).isFalse();
        assertThat(set.body().has("latest")).isFalse();

        done(
                calls.post(
                        path,
                        "/measures",
                        LOIRET,
                        "{\"value\": 70.25, \"measuredOn\": \"2025-06-30\", \"source\": \"Enquête\"}"));
        done(
                calls.post(
                        path,
                        "/measures",
                        COMMITTEE,
                        "{\"value\": 55, \"measuredOn\": \"2020-06-30\"}"));
        Answer measured = calls.read(path);
        assertThat(measured.body().path("latest").path("value").asDecimal())
                .isEqualByComparingTo("70.25");
        assertThat(measured.body().path("progress").asInt()).isEqualTo(50);
        assertThat(measured.body().path("measures").size()).isEqualTo(2);

        done(calls.put(path, COMMITTEE, AgendaCalls.objective("Très haut débit")));
        assertThat(calls.read(path).text("title")).isEqualTo("Très haut débit");
        done(calls.post(path, "/withdrawal", COMMITTEE, "{\"reason\": \"Indicateur abandonné\"}"));
        assertThat(calls.read(path).text("reason")).isEqualTo("Indicateur abandonné");
        Answer late = calls.post(path, "/measures", LOIRET, "{\"value\": 1}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.violations()).containsExactly("status:objective-withdrawn");

        List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(id, 5);
        EventMetadata metadata = TopicReader.metadata(events.getFirst());
        assertThat(metadata.territory()).isEqualTo("pays:FR");
        assertThat(metadata.partner()).isEqualTo("p-mene");
        assertThat(((ObjectiveSet) decoded(events.getFirst())).getTarget())
                .isEqualTo(new BigDecimal("100.0000"));
        assertThat(((ObjectiveMeasured) decoded(events.get(1))).getMeasuredOn())
                .isEqualTo(LocalDate.parse("2025-06-30"));
    }

    @Test
    void theSameRequestSetsItOnce() {
        String key = unique("key");
        Answer first =
                api.post(
                        "/objectives",
                        COMMITTEE,
                        AgendaCalls.objective("Une fois"),
                        "Idempotency-Key",
                        key);
        Answer second =
                api.post(
                        "/objectives",
                        COMMITTEE,
                        AgendaCalls.objective("Une fois"),
                        "Idempotency-Key",
                        key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(
                        api.post(
                                        "/objectives",
                                        COMMITTEE,
                                        AgendaCalls.objective("Autre chose"),
                                        "Idempotency-Key",
                                        key)
                                .status())
                .isEqualTo(422);
    }

    @Test
    void refusalsNameEveryFieldInTheLanguageAskedFor() {
        Answer refused =
                api.post(
                        "/objectives",
                        COMMITTEE,
                        "{\"axis\": \"SPORT\", \"baselineOn\": \"hier\", \"target\": 1e999999999}",
                        "Accept-Language",
                        "en");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations())
                .containsExactly(
                        "axis:unknown-axis",
                        "title:required",
                        "indicator:required",
                        "unit:required",
                        "baseline:baseline-missing",
                        "baselineOn:not-a-date",
                        "target:quantity",
                        "dueOn:required");
        assertThat(refused.body().toString())
                .contains("Choose among the six axes of the charter")
                .doesNotContain("violation.");
    }

    @Test
    void listsByAxisAndStatusInPages() {
        String industry = AgendaCalls.objective("Filière").replace("INFRASTRUCTURE", "INDUSTRY");
        String later = industry.replace("2027-08-31", "2028-08-31");
        String second = calls.create("/objectives", COMMITTEE, later);
        String first = calls.create("/objectives", COMMITTEE, industry);
        String third = calls.create("/objectives", COMMITTEE, later.replace("2028", "2029"));
        done(calls.post("/objectives/" + second, "/measures", LOIRET, "{\"value\": 70}"));
        List<String> all = calls.all("/objectives?axis=industry&status=OPEN", 1);
        assertThat(all).containsSubsequence(first, second, third).doesNotHaveDuplicates();
        Answer page = calls.read("/objectives?axis=INDUSTRY&limit=100");
        assertThat(page.body().path("items").valueStream())
                .filteredOn(item -> item.path("id").asString().equals(second))
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.path("progress").asInt()).isEqualTo(50);
                            assertThat(item.has("measures")).isFalse();
                        });
        done(
                calls.post(
                        "/objectives/" + third,
                        "/withdrawal",
                        COMMITTEE,
                        "{\"reason\": \"Fini\"}"));
        assertThat(calls.all("/objectives?axis=INDUSTRY&status=WITHDRAWN", 10)).contains(third);
        assertThat(calls.all("/objectives?axis=INDUSTRY&status=OPEN", 10)).doesNotContain(third);
    }

    @Test
    void whatMakesNoSenseInAQueryIsNamed() {
        assertThat(api.get("/objectives?status=LATE", null).violations())
                .containsExactly("status:one-of");
        assertThat(api.get("/objectives?cursor=abc", null).violations())
                .containsExactly("cursor:cursor");
        assertThat(api.get("/objectives/o-none", null).status()).isEqualTo(404);
        assertThat(api.get("/objectives/anything", null).status()).isEqualTo(404);
    }

    @Test
    void aChangeNamesTheVersionItChanges() {
        String id = calls.create("/objectives", COMMITTEE, AgendaCalls.objective("Version"));
        String path = "/objectives/" + id;
        assertThat(api.put(path, COMMITTEE, AgendaCalls.objective("Sans")).status()).isEqualTo(428);
        Answer stale =
                api.put(path, COMMITTEE, AgendaCalls.objective("Vieux"), "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
    }
}
