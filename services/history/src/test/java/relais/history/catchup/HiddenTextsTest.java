package relais.history.catchup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.history.ListedSchemas;
import relais.history.adapter.format.RawNdjsonFormat;
import relais.history.adapter.kafka.AvroPayloads;
import relais.history.export.ParentTerritories;
import relais.history.export.Row;
import relais.history.export.Rows;
import relais.history.timeline.EventFilter;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.teststack.MemoryLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What analysts are told of experiences and contributions that not everyone may read. */
class HiddenTextsTest {

    private static final LogPartition LANE = new LogPartition("relais.experiences", 0);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SECRET = "le nom de l’école";

    /** Of a withdrawal, of what carries a card, and of all else. */
    private static final List<Schema> SCHEMAS =
            List.of(
                    fields("Withdrawn").requiredString("reason").endRecord(),
                    fields("Submitted")
                            .name("content")
                            .type()
                            .record("Content")
                            .fields()
                            .requiredString("title")
                            .requiredString("level")
                            .name("means")
                            .type()
                            .record("Means")
                            .fields()
                            .requiredString("note")
                            .endRecord()
                            .noDefault()
                            .endRecord()
                            .noDefault()
                            .endRecord(),
                    fields("Other").requiredString("comment").endRecord());

    private final MemoryLog log = new MemoryLog();
    private final Headers headers = new Headers(log);
    private final HiddenTexts texts =
            new HiddenTexts(headers, new Repeats(headers), Duration.ofSeconds(60));
    private final Map<String, Integer> versions = new HashMap<>();

    @TempDir Path folder;

    @Test
    void hidesAnExperienceUntilItIsPublishedAndOnceItIsWithdrawn() throws Exception {
        happens("x-1", "ExperienceSubmitted");
        happens("x-2", "ExperienceSubmitted");
        assertThat(texts.now()).containsExactlyInAnyOrder("x-1", "x-2");

        happens("x-1", "ExperiencePublished");
        happens("x-2", "ExperienceReturned");
        assertThat(texts.now()).containsExactly("x-2");
        assertThat(texts.withdrawals()).isZero();

        happens("x-1", "ExperienceWithdrawn");
        happens("x-2", "ExperienceTakenBack");
        happens("x-2", "ExperienceResubmitted");
        happens("x-3", "ExperienceModerated");
        assertThat(texts.now()).containsExactlyInAnyOrder("x-1", "x-2", "x-3");
        assertThat(texts.withdrawals()).isEqualTo(2);

        happens("x-2", "ExperiencePublished");
        assertThat(texts.now()).containsExactlyInAnyOrder("x-1", "x-3");
    }

    @Test
    void whatIsSeenAtOnceIsAllOfOnePlace() throws Exception {
        happens("x-1", "ExperienceSubmitted");
        happens("x-1", "ExperiencePublished");
        happens("x-1", "ExperienceModerated");
        HiddenTexts.Seen before = texts.seen();
        happens("x-2", "ExperienceSubmitted");

        assertThat(before)
                .isEqualTo(new HiddenTexts.Seen(Offsets.of(Map.of(LANE, 3L)), Set.of("x-1"), 1));
        assertThat(texts.seen().ids()).containsExactlyInAnyOrder("x-1", "x-2");
    }

    @Test
    void hidesAContributionUntilItsConsultation() throws Exception {
        happens("c-1", "ContributionOpened");
        happens("c-1", "ContributionDrafted");
        assertThat(texts.now()).containsExactly("c-1");

        happens("c-1", "ConsultationOpened");
        happens("c-1", "ContributionWithdrawn");
        assertThat(texts.now()).isEmpty();
    }

    @Test
    void aPublicationThatTheLogHoldsTwiceShowsNothingAgain() throws Exception {
        happens("x-1", "ExperienceSubmitted");
        happens("x-1", "ExperiencePublished");
        happens("x-1", "ExperienceWithdrawn");
        versions.put("x-1", 1);
        happens("x-1", "ExperiencePublished");
        happens("x-1", "ExperienceWithdrawn");

        assertThat(texts.now()).containsExactly("x-1");
        assertThat(texts.withdrawals()).isEqualTo(1);
    }

    @Test
    void tellsWhoWhenAndWhyAndNoText() throws Exception {
        liveAndWithdraw();

        List<JsonNode> told = lines(texts.now()::contains);

        assertThat(told.toString()).doesNotContain(SECRET);
        JsonNode submitted = told.getFirst();
        assertThat(submitted.at("/id").asString()).isEqualTo("x-1:1");
        assertThat(submitted.at("/textHidden").asBoolean()).isTrue();
        assertThat(submitted.at("/data/content/level").asString()).isEqualTo("ECOLE");
        assertThat(submitted.at("/data/content").has("title")).isFalse();
        assertThat(submitted.at("/raw").has("value")).isFalse();
        JsonNode withdrawn = told.get(2);
        assertThat(withdrawn.at("/data/reason").asString()).isEqualTo("fini");
        assertThat(withdrawn.has("textHidden")).isFalse();
        assertThat(told.get(3).at("/data/content/title").asString()).isEqualTo("Lisible");

        assertThat(lines(_ -> false).toString()).contains(SECRET);
    }

    @Test
    void whatIsToldCanStillBeCheckedAgainstTheLog() throws Exception {
        assumeTrue(hasPython(), "There is no python3 here: verify.py is NOT tested");
        liveAndWithdraw();
        Predicate<String> hidden = texts.now()::contains;

        List<String> whole = script(text(_ -> false));
        assertThat(script(text(hidden))).isEqualTo(whole).contains("events 5");

        String told = text(hidden);
        String other = told.contains("\"digest\":\"00") ? "11" : "00";
        String forged = told.replaceFirst("\"digest\":\"[0-9a-f]{2}", "\"digest\":\"" + other);
        assertThat(script(forged)).isNotEqualTo(whole);
    }

    /** Without headers to hold them against, every plain field of a hidden text has its digest. */
    @ParameterizedTest
    @CsvSource({
        "/id, x-1:9, id",
        "/type, relais.events.experiences.ExperienceReturned, type",
        "/aggregate, x-9, aggregate",
        "/sequence, 9, sequence",
        "/time, 2001-01-01T00:00:00Z, time",
        "/territory, departement:25, territory",
        "/partner, p-other, partner",
        "/actor, m-other, actor",
        "/textHidden, no, textHidden",
        "/data/content/level, COLLEGE, data",
        "/other, something, other",
        "/log/appendedAt, 2001-01-01T00:00:00Z, log.appendedAt",
        "/log/key, departement:25, log.key",
        "/raw/digest, 00, raw or log.key",
    })
    void aScriptNamesTheFieldOfAHiddenTextThatWasChanged(String pointer, String value, String field)
            throws Exception {
        assumeTrue(hasPython(), "There is no python3 here: verify.py is NOT tested");
        liveAndWithdraw();
        List<String> told = new ArrayList<>(text(texts.now()::contains).lines().toList());
        ObjectNode line = (ObjectNode) JSON.readTree(told.getFirst());
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) (slash == 0 ? line : line.at(pointer.substring(0, slash)));
        parent.put(pointer.substring(slash + 1), value);
        told.set(0, line.toString());

        assertThat(script(String.join("\n", told) + "\n")).contains("line 1, " + field);
    }

    private void liveAndWithdraw() {
        happens("x-1", "ExperienceSubmitted");
        happens("x-1", "ExperiencePublished");
        happens("x-1", "ExperienceWithdrawn");
        happens("x-2", "ExperienceSubmitted");
        happens("x-2", "ExperiencePublished");
    }

    private void happens(String id, String type) {
        int version = versions.merge(id, 1, Integer::sum);
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id + ":" + version);
        headers.put("ce_type", "relais.events.experiences." + type);
        headers.put("ce_source", "/services/experiences");
        headers.put("ce_subject", id);
        headers.put("ce_time", "2016-03-01T10:00:00Z");
        headers.put("ce_sequence", Integer.toString(version));
        headers.put("ce_territory", "commune:25056");
        headers.put("ce_partner", "p-commune-25056");
        headers.put("ce_actor", "m-besancon");
        log.append(LANE, "commune:25056", headers, value(id, type));
    }

    /** In the wire format, under one of {@link #SCHEMAS}. */
    private static byte[] value(String id, String type) {
        String text = id.equals("x-1") ? SECRET : "Lisible";
        int schema = type.endsWith("Withdrawn") ? 0 : type.endsWith("Submitted") ? 1 : 2;
        GenericRecord event = new GenericData.Record(SCHEMAS.get(schema));
        event.put("experienceId", id);
        switch (schema) {
            case 0 -> event.put("reason", "fini");
            case 1 -> {
                GenericRecord content =
                        new GenericData.Record(event.getSchema().getField("content").schema());
                GenericRecord means =
                        new GenericData.Record(content.getSchema().getField("means").schema());
                means.put("note", text);
                content.put("title", text);
                content.put("level", "ECOLE");
                content.put("means", means);
                event.put("content", content);
            }
            default -> event.put("comment", text);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.writeBytes(new byte[] {0, 0, 0, 0, (byte) schema});
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(value, null);
        try {
            new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return value.toByteArray();
    }

    private static SchemaBuilder.FieldAssembler<Schema> fields(String record) {
        return SchemaBuilder.record(record).fields().requiredString("experienceId");
    }

    private List<JsonNode> lines(Predicate<String> hidden) throws InterruptedException {
        return text(hidden).lines().map(JSON::readTree).toList();
    }

    private String text(Predicate<String> hidden) throws InterruptedException {
        Rows rows =
                new Rows(
                        EventFilter.ANY,
                        null,
                        new AvroPayloads(new ListedSchemas(SCHEMAS)),
                        new Nowhere(),
                        hidden,
                        _ -> false,
                        true);
        var format = new RawNdjsonFormat(JSON);
        List<String> lines = new ArrayList<>();
        for (LoggedEvent event : log.records(LANE)) {
            Row row = rows.apply(event);
            lines.add(row == null ? "" : new String(format.alone(row), UTF_8));
        }
        return String.join("", lines);
    }

    /** What the script says of the partition, which is the same whoever reads. */
    private List<String> script(String export) throws Exception {
        Process script =
                new ProcessBuilder("python3", "verify.py")
                        .redirectInput(
                                Files.writeString(folder.resolve("events.ndjson"), export).toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> said =
                new String(script.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static final class Nowhere implements Rows.Geography {
        @Override
        public ParentTerritories parentTerritories(String territory, Instant at) {
            return ParentTerritories.NOWHERE;
        }

        @Override
        public boolean isWithin(String inner, String outer, Instant at) {
            return true;
        }
    }
}
