package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import relais.log.Digest;
import relais.log.Lane;
import relais.log.Positions;
import relais.log.PositionsToken;
import relais.teststack.Answer;
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
                        "events " + proof.body().get("events").asLong(),
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
        Map<Lane, Long> half = new HashMap<>();
        whole.body()
                .get("partitions")
                .forEach(
                        partition ->
                                half.put(
                                        Lane.parse(partition.get("partition").asString())
                                                .orElseThrow(),
                                        (partition.get("next").asLong() + 1) / 2));
        Answer earlier = api.get("/proofs?upTo=" + PositionsToken.of(Positions.of(half)), ANALYST);
        String figure =
                "{\"count\": 1, \"proof\": {\"upTo\": \"%s\", \"events\": %d, \"digest\": \"%s\"}}"
                        .formatted(
                                earlier.text("upTo"),
                                earlier.body().get("events").asLong(),
                                earlier.text("digest"));

        assertThat(earlier.body().get("events").asLong()).isLessThan(TERRITORIES + 3 * EXPERIENCES);
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
                .allMatch(fault -> fault.startsWith(partition) || fault.startsWith("log: "))
                .anyMatch(fault -> fault.startsWith(partition));
    }

    private List<String> export(Answer proof) {
        String path = "/events?raw=true&format=ndjson&upTo=" + proof.text("upTo");
        return new ArrayList<>(new String(download(path).body(), UTF_8).lines().toList());
    }

    private record Said(int code, List<String> lines) {}

    private Said script(@Nullable String proof, List<String> export) throws Exception {
        assumeTrue(hasPython(), "There is no python3 here: verify.py is NOT tested");
        List<String> command = new ArrayList<>(List.of("python3", "verify.py"));
        if (proof != null) {
            command.add(Files.writeString(folder.resolve("proof.json"), proof).toString());
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
        assertThat(api.get("/proofs", ANALYST).body().get("events").asInt())
                .isEqualTo(TERRITORIES + 3 * EXPERIENCES);
    }

    @Test
    void provesWhatTheLogHeldThen() {
        Answer before = api.get("/proofs?asOf=2015-12-31", ANALYST);
        Answer now = api.get("/proofs?asOf=" + Instant.now(), ANALYST);

        assertThat(before.body().get("events").asInt()).isZero();
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
    void isForAnalystsOnly() {
        assertThat(api.get("/proofs", null).status()).isEqualTo(401);
        assertThat(api.get("/proofs", PARTNER).status()).isEqualTo(403);
    }

    @Test
    void remembersTheFurthestAndThoseThatStay() {
        Lane lane = new Lane("relais.elsewhere", 1);
        Checkpoint ten = at(10);
        checkpoints.keep(lane, ten);
        checkpoints.keep(lane, ten);
        checkpoints.keepFurthest(lane, at(15));
        checkpoints.keepFurthest(lane, at(17));

        assertThat(checkpoints.before(lane, 9)).isEmpty();
        assertThat(checkpoints.before(lane, 16)).isEqualTo(Optional.of(ten));
        assertThat(checkpoints.before(lane, 17)).isEqualTo(Optional.of(at(17)));
        assertThat(checkpoints.before(new Lane("relais.elsewhere", 2), 17)).isEmpty();
    }

    private static Checkpoint at(long next) {
        return new Checkpoint(next, new Digest.OfLane(next, "00".repeat(32)));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
