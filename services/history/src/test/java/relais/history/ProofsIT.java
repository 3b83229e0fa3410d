package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import relais.history.proof.Checkpoints;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.OffsetsToken;
import relais.teststack.Answer;
import relais.web.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fingerprints of the log, computed here and, by other means, from what anyone can download. */
class ProofsIT extends RunningHistory {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir Path folder;

    @Autowired Checkpoints checkpoints;

    @Test
    void equalsWhatAScriptMakesOfAnExportOfTheSamePlace() throws Exception {
        Answer proof = api.get("/proofs", ANALYST);

        Said said = script(null, export(proof));

        assertThat(said.code()).isZero();
        assertThat(said.lines())
                .endsWith(
                        "records " + proof.body().get("records").asLong(),
                        "events " + proof.body().get("events").asLong(),
                        "repeats " + proof.body().get("repeats").asLong(),
                        "digest " + proof.text("digest"));
        proof.body()
                .get("partitions")
                .forEach(
                        partition -> {
                            if (partition.get("next").asLong() > 0) {
                                assertThat(said.lines())
                                        .contains(
                                                "%s %d %s"
                                                        .formatted(
                                                                partition
                                                                        .get("partition")
                                                                        .asString(),
                                                                partition.get("next").asLong(),
                                                                partition
                                                                        .get("digest")
                                                                        .asString()));
                            }
                        });
    }

    @Test
    void aScriptSaysThatAnExportIsWhatAProofOrAFigureSaysEvenIfItGoesOnBehindIt() throws Exception {
        Answer whole = api.get("/proofs", ANALYST);
        Map<LogPartition, Long> half = new HashMap<>();
        whole.body()
                .get("partitions")
                .forEach(
                        partition ->
                                half.put(
                                        LogPartition.parse(partition.get("partition").asString())
                                                .orElseThrow(),
                                        (partition.get("next").asLong() + 1) / 2));
        Answer earlier = api.get("/proofs?upTo=" + OffsetsToken.of(Offsets.of(half)), ANALYST);
        String figure =
                "{\"count\": 1, \"proof\": {\"upTo\": \"%s\", \"records\": %d, \"digest\": \"%s\"}}"
                        .formatted(
                                earlier.text("upTo"),
                                earlier.body().get("records").asLong(),
                                earlier.text("digest"));

        assertThat(earlier.body().get("records").asLong())
                .isLessThan(TERRITORIES + 3 * EXPERIENCES);
        for (String proof : List.of(whole.body().toString(), earlier.body().toString(), figure)) {
            Said said = script(proof, export(whole));
            assertThat(said.lines()).endsWith("equal");
            assertThat(said.code()).isZero();
        }
    }

    /** Each of them in one partition, which is named, and no other is. */
    @ParameterizedTest
    @ValueSource(strings = {"altered", "missing", "swapped"})
    void aScriptFindsWhatWasDoneToAnExport(String spoiled) throws Exception {
        Answer proof = api.get("/proofs", ANALYST);
        List<String> lines = export(proof);
        List<Integer> victims =
                IntStream.range(0, lines.size())
                        .filter(
                                line ->
                                        lines.get(line)
                                                .contains("\"topic\":\"relais.experiences\""))
                        .filter(line -> lines.get(line).contains("\"key\":\"departement:45\""))
                        .boxed()
                        .toList();
        int one = victims.get(1);
        int other = victims.get(2);
        JsonNode first = JSON.readTree(lines.get(one));
        JsonNode second = JSON.readTree(lines.get(other));
        String partition = "relais.experiences:" + first.at("/log/partition").asInt();
        switch (spoiled) {
            case "altered" -> {
                ((ObjectNode) first.get("raw")).put("value", second.at("/raw/value").asString());
                lines.set(one, first.toString());
            }
            case "missing" -> lines.remove(one);
            default -> {
                ((ObjectNode) first).set("raw", second.get("raw"));
                ((ObjectNode) second).set("raw", JSON.readTree(lines.get(one)).get("raw"));
                lines.set(one, first.toString());
                lines.set(other, second.toString());
            }
        }

        Said said = script(proof.body().toString(), lines);

        assertThat(said.code()).isEqualTo(1);
        List<String> faults =
                said.lines().stream()
                        .dropWhile(line -> !line.startsWith("digest "))
                        .skip(1)
                        .toList();
        assertThat(faults)
                .isNotEmpty()
                .anyMatch(fault -> fault.startsWith(partition))
                .filteredOn(fault -> fault.startsWith("relais."))
                .allMatch(fault -> fault.startsWith(partition));
    }

    /**
     * Each plain field that a line has, and what it says of the log; all are tampered with alone.
     */
    @ParameterizedTest
    @CsvSource({
        "/id, x-1:99, id",
        "/type, relais.events.experiences.ExperienceWithdrawn, type",
        "/aggregate, x-99, aggregate",
        "/sequence, 99, sequence",
        "/time, 2001-01-01T00:00:00Z, time",
        "/territory, departement:25, territory",
        "/partner, p-other, partner",
        "/actor, m-other, actor",
        "/correlationId, other, correlationId",
        "/causationId, x-1:98, causationId",
        "/archive, true, archive",
        "/epci, epci:243500139, epci",
        "/departement, departement:25, departement",
        "/region, region:27, region",
        "/academie, academie:03, academie",
        "/data, {}, data",
        "/data/content/title, Un autre titre, data",
        "/unreadable, no, unreadable",
        "/other, something, other",
        "/log/appendedAt, 2001-01-01T00:00:00Z, log.appendedAt",
        "/log/key, departement:25, raw or log.key",
        "/log/repeat, true, log.repeat",
        "/log/offset, 99999, log.offset",
        "/log/partition, 99, log.offset",
        "/log/topic, relais.contributions, log.offset",
        "/log/other, something, log.other",
        "/raw/value, AAAA, raw or log.key",
        "/raw/headers/ce_partner, p-other, raw or log.key",
    })
    void aScriptNamesLineAndFieldOfWhatWasChangedAlone(String pointer, String value, String field)
            throws Exception {
        Answer proof = api.get("/proofs", ANALYST);
        List<String> lines = export(proof);
        int victim =
                IntStream.range(0, lines.size())
                        .filter(line -> lines.get(line).contains("ExperienceSubmitted"))
                        .skip(3)
                        .findFirst()
                        .orElseThrow();
        lines.set(victim, tampered(lines.get(victim), pointer, value));

        Said said = script(proof.body().toString(), lines);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines())
                .anyMatch(line -> line.startsWith("line " + (victim + 1) + ", " + field))
                .doesNotContain("equal");
    }

    @Test
    void aScriptFindsInTheManifestWhatWasChangedTogetherWithItsDigest() throws Exception {
        Answer proof = api.get("/proofs", ANALYST);
        HttpResponse<byte[]> download =
                download("/events?raw=true&format=ndjson&upTo=" + proof.text("upTo"));
        List<String> lines = new ArrayList<>(new String(download.body(), UTF_8).lines().toList());
        String link = download.headers().firstValue("Link").orElseThrow();
        String manifest = api.get(link.substring(1, link.indexOf('>')), ANALYST).body().toString();
        assertThat(script(proof.body().toString(), manifest, lines).lines()).endsWith("equal");
        ObjectNode line = (ObjectNode) JSON.readTree(lines.get(20));
        line.put("region", "region:27");
        ((ObjectNode) line.at("/raw/fields")).put("region", CanonicalJson.digest("region:27"));
        lines.set(20, line.toString());

        Said said = script(proof.body().toString(), manifest, lines);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines())
                .anyMatch(each -> each.endsWith("its lines are not those of the manifest"));
    }

    @Test
    void aScriptFindsLinesThatWereExchanged() throws Exception {
        Answer proof = api.get("/proofs", ANALYST);
        List<String> lines = export(proof);
        Collections.swap(lines, 10, 11);

        Said said = script(proof.body().toString(), lines);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines()).anyMatch(line -> line.startsWith("line 12, log.appendedAt"));
    }

    @Test
    void aScriptFindsFiguresThatAreNotThoseOfTheirProof() throws Exception {
        Answer figures = api.get("/compare?from=2015-01-01&by=kind", ANALYST);
        Answer proof =
                api.get("/proofs?upTo=" + figures.body().at("/proof/upTo").asString(), ANALYST);
        List<String> lines = export(proof);

        assertThat(script(figures.body().toString(), lines).lines()).endsWith("equal");
        ((ObjectNode) figures.body().at("/totals/after")).put("count", 1_000);
        Said said = script(figures.body().toString(), lines);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines()).containsExactly("figures: not those that the proof is of");
    }

    private static String tampered(String line, String pointer, String value) {
        JsonNode tree = JSON.readTree(line);
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) (slash == 0 ? tree : tree.at(pointer.substring(0, slash)));
        String name = pointer.substring(slash + 1);
        switch (value) {
            case "{}" -> parent.putObject(name);
            case "true" -> parent.put(name, true);
            default -> {
                if (value.matches("\\d{1,9}")) {
                    parent.put(name, Integer.parseInt(value));
                } else {
                    parent.put(name, value);
                }
            }
        }
        return tree.toString();
    }

    private List<String> export(Answer proof) {
        String path = "/events?raw=true&format=ndjson&upTo=" + proof.text("upTo");
        return new ArrayList<>(new String(download(path).body(), UTF_8).lines().toList());
    }

    private record Said(int code, List<String> lines) {}

    private Said script(@Nullable String proof, List<String> export) throws Exception {
        return script(proof, null, export);
    }

    private Said script(@Nullable String proof, @Nullable String manifest, List<String> export)
            throws Exception {
        assumeTrue(hasPython(), "There is no python3 here: verify.py is NOT tested");
        List<String> command = new ArrayList<>(List.of("python3", "verify.py"));
        if (proof != null) {
            command.add(Files.writeString(folder.resolve("proof.json"), proof).toString());
        }
        if (manifest != null) {
            command.add(Files.writeString(folder.resolve("manifest.json"), manifest).toString());
        }
        Process script =
                new ProcessBuilder(command)
                        .redirectInput(
                                Files.write(folder.resolve("events.ndjson"), export).toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> lines =
                new String(script.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(script.exitValue(), lines);
    }

    @Test
    void countsEveryRecordAndSaysTheSameToAllWhoAskAtOnce() {
        List<String> digests =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(_ -> api.get("/proofs", ANALYST))
                        .map(answer -> answer.text("digest"))
                        .distinct()
                        .toList();

        assertThat(digests).hasSize(1);
        assertThat(api.get("/proofs", ANALYST).body().get("records").asInt())
                .isEqualTo(TERRITORIES + 3 * EXPERIENCES);
    }

    @Test
    void provesWhatTheLogHeldThen() {
        Answer before = api.get("/proofs?asOf=2015-12-31", ANALYST);
        Answer now = api.get("/proofs?asOf=" + Instant.now(), ANALYST);

        assertThat(before.body().get("records").asInt()).isZero();
        assertThat(now.text("digest")).isEqualTo(api.get("/proofs", ANALYST).text("digest"));
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2999-01-01, asOf:log-time-to-come",
        "asOf=then, asOf:day-or-instant",
        "upTo=nonsense, upTo:log-place",
        "upTo=x&asOf=2020-01-01, asOf:up-to-or-as-of",
        "at=2020-01-01, at:unknown-parameter",
    })
    void refusesWhatCannotBeMeantByName(String question, String violation) {
        Answer answer = api.get("/proofs?" + question, ANALYST);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).contains(violation);
    }

    @Test
    void saysWhatItTakes() {
        Answer openapi = api.get("/openapi", null);

        assertThat(openapi.status()).isEqualTo(200);
        assertThat(openapi.body().get("paths").propertyNames())
                .contains("/events", "/exports/{id}", "/proofs");
    }

    @Test
    void isForAnyoneAndSaysTheSameToAll() {
        Answer anyone = api.get("/proofs", null);

        assertThat(anyone.status()).isEqualTo(200);
        String place = "/proofs?upTo=" + anyone.body().get("upTo").asString();
        assertThat(api.get(place, PARTNER).body()).isEqualTo(anyone.body());
        assertThat(api.get(place, ANALYST).body()).isEqualTo(anyone.body());
    }

    @Test
    void remembersTheFurthestAndThoseThatStay() {
        LogPartition partition = new LogPartition("relais.elsewhere", 1);
        Checkpoint ten = at(10);
        checkpoints.keep(partition, ten);
        checkpoints.keep(partition, ten);
        checkpoints.keepFurthest(partition, at(15));
        checkpoints.keepFurthest(partition, at(17));

        assertThat(checkpoints.before(partition, 9)).isEmpty();
        assertThat(checkpoints.before(partition, 16)).isEqualTo(Optional.of(ten));
        assertThat(checkpoints.before(partition, 17)).isEqualTo(Optional.of(at(17)));
        assertThat(checkpoints.before(new LogPartition("relais.elsewhere", 2), 17)).isEmpty();
    }

    private static Checkpoint at(long next) {
        return new Checkpoint(next, next, "00".repeat(32));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
