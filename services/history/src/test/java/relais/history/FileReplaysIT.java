package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.history.replay.Course;
import relais.history.replay.Product;
import relais.history.replay.Progress;
import relais.history.replay.Replay;
import relais.history.replay.ReplayState;
import relais.history.replay.Target;
import relais.log.Log;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** A part of the history told again into a file. */
class FileReplaysIT extends RunningReplays {

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "csv", "avro", "parquet"})
    void makesAFileThatIsTheSameAsTheExport(String format) throws Exception {
        String id =
                api.post(
                                "/replays",
                                me,
                                "{\"target\": \"FILE\", \"format\": \"%s\", \"territory\": \"departement:45\"}"
                                        .formatted(format))
                        .text("id");
        Answer ready = await(id, ReplayState.READY);

        byte[] file = get("/replays/" + id + "/file", me).body();

        byte[] export =
                download(
                                "/events?territory=departement:45&format=%s&upTo=%s"
                                        .formatted(format, ready.text("upTo")))
                        .body();
        assertThat(file).isEqualTo(export);
        JsonNode target = ready.body().get("target");
        assertThat(target.get("bytes").asInt()).isEqualTo(file.length);
        assertThat(target.get("sha256").asString()).isEqualTo(sha256(file));
        Answer manifest = api.get("/replays/" + id + "/manifest", me);
        assertThat(manifest.body().get("events").asInt()).isEqualTo(13);
        assertThat(manifest.text("sha256")).isEqualTo(sha256(file));
        HttpResponse<byte[]> rest = get("/replays/" + id + "/file", me, "Range", "bytes=100-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(file, 100, file.length));
        assertThat(get("/replays/" + id + "/file", me, "Range", "bytes=999999-").statusCode())
                .isEqualTo(416);
    }

    @Test
    void theManifestOfARawFileProvesItsPlainFieldsAsThatOfAnExportDoes() {
        String id =
                api.post(
                                "/replays",
                                me,
                                "{\"target\": \"FILE\", \"format\": \"ndjson\", \"raw\": true}")
                        .text("id");
        Answer ready = await(id, ReplayState.READY);

        JsonNode proven = api.get("/replays/" + id + "/manifest", me).body().get("partitions");

        HttpResponse<byte[]> export =
                download("/events?format=ndjson&raw=true&upTo=" + ready.text("upTo"));
        String link = export.headers().firstValue("Link").orElseThrow();
        assertThat(get("/replays/" + id + "/file", me).body()).isEqualTo(export.body());
        assertThat(proven.size()).isPositive();
        assertThat(proven)
                .isEqualTo(
                        api.get(link.substring(1, link.indexOf('>')), ANALYST)
                                .body()
                                .get("partitions"));
    }

    /** One of an earlier build, which did not keep what had been withdrawn by then. */
    @Test
    void aFileThatMayTellOfAWithdrawnTextIsRefusedRemovedAndMadeAnewWhenAskedFor() {
        String operator = account("operator");
        Log.Extent extent = log.extent();
        Replay asked = replay(extent, new Target.File("csv", false));
        replays.add(asked, 20, Instant.now().plusSeconds(600));
        replays.claim(asked, Instant.now().plusSeconds(600));
        Product unknowing = new Product(7, "00", null, null, -1, List.of());
        replays.report(
                asked.id(),
                new Course(
                        ReplayState.READY,
                        1,
                        Progress.between(extent.end(), extent.end()),
                        0,
                        Instant.now(),
                        Instant.now(),
                        null,
                        unknowing),
                Instant.now().plusSeconds(600));
        String path = "/replays/" + asked.id();
        for (String part : List.of("/file", "/manifest")) {
            Answer refused = api.get(path + part, operator);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("replay-outdated");
        }

        replays.release(asked.id(), 1);
        Answer failed = await(asked.id(), operator, ReplayState.FAILED);
        assertThat(failed.body().at("/trouble/code").asString("")).isEqualTo("text-withdrawn");
        assertThat(failed.body().at("/trouble/message").asString("")).contains("Reprenez");

        assertThat(api.post(path + "/resume", operator, "").status()).isEqualTo(200);
        await(asked.id(), operator, ReplayState.READY);
        assertThat(get(path + "/file", operator).statusCode()).isEqualTo(200);
    }

    @Test
    void writesAFileAgainThatWasLeftHalfDone() throws Exception {
        Replay asked = replay(log.extent(), new Target.File("csv", false));
        replays.add(asked, 20, Instant.now().plusSeconds(600));
        replays.claim(asked, Instant.now().plusSeconds(600));
        Path left = Files.writeString(FILES.resolve(asked.id() + ".1.part"), "id,type");
        replays.release(asked.id(), 1);

        await(asked.id(), account("operator"), ReplayState.READY);

        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.filter(file -> file.toString().contains(asked.id())))
                    .as("%s is gone", left)
                    .containsExactly(FILES.resolve(asked.id() + ".csv"));
        }
    }

    @Test
    void isReadyWithNothingIfNothingFits() {
        String id =
                api.post(
                                "/replays",
                                me,
                                "{\"target\": \"FILE\", \"format\": \"csv\", \"territory\": \"commune:25056\"}")
                        .text("id");

        Answer ready = await(id, ReplayState.READY);

        assertThat(ready.body().get("progress").get("events").asInt()).isZero();
        assertThat(new String(get("/replays/" + id + "/file", me).body(), UTF_8).lines())
                .hasSize(1);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
