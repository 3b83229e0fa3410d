package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import relais.history.proof.Checkpoints;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.Lane;
import relais.teststack.Answer;

/** Fingerprints of the log, computed here and, by other means, from what anyone can download. */
class ProofsIT extends RunningHistory {

    @TempDir Path folder;

    @Autowired Checkpoints checkpoints;

    @Test
    void equalsWhatAScriptMakesOfAnExportOfTheSamePlace() throws Exception {
        assumeTrue(hasPython(), "There is no python3 here: verify.py is NOT tested");
        Answer proof = api.get("/proofs", ANALYST);
        Path export =
                Files.write(
                        folder.resolve("events.ndjson"),
                        download("/events?raw=true&format=ndjson&upTo=" + proof.text("upTo"))
                                .body());

        Process script =
                new ProcessBuilder("python3", "verify.py")
                        .redirectInput(export.toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> said =
                new String(script.getInputStream().readAllBytes(), UTF_8).lines().toList();

        assertThat(script.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains(
                        "events " + proof.body().get("events").asLong(),
                        "digest " + proof.text("digest"));
        proof.body()
                .get("partitions")
                .forEach(
                        partition -> {
                            if (partition.get("next").asLong() > 0) {
                                assertThat(said)
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
