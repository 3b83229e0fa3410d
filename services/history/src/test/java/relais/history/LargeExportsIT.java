package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.teststack.Answer;

/** Downloads that are larger than any buffer on the way. */
class LargeExportsIT extends RunningLargeHistory {

    @Autowired MeterRegistry meters;

    @AfterEach
    void nothingGoesOn() {
        awaitNoneOpen();
    }

    @Test
    void stopsWorkWhenNobodyListens() throws IOException {
        try (InputStream body = stream("/events").body()) {
            assertThat(new BufferedReader(new InputStreamReader(body, UTF_8)).readLine())
                    .startsWith("{");
            assertThat(open()).isEqualTo(1);
        }

        // Read to its end by nobody, an export that went on would be open for ever.
        awaitNoneOpen();
    }

    @Test
    void refusesMoreExportsThanOneInstanceCanWrite() throws IOException {
        List<InputStream> unread = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                unread.add(stream("/events").body());
            }

            Answer refused = api.get("/events", ANALYST);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
        } finally {
            for (InputStream body : unread) {
                body.close();
            }
        }
    }

    @Test
    void neverPassesAPartForTheWholeWhenKafkaGoesAwayAndSaysSoBeforeItBegins() throws IOException {
        try (InputStream body = stream("/events").body()) {
            body.readNBytes(1000);
            STACK.stopKafka();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);

            Answer away = api.get("/events", ANALYST);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.problem()).isEqualTo("log-unavailable");
            assertThat(away.header("Retry-After")).isEqualTo("5");
        } finally {
            STACK.startKafka();
        }
        assertThat(new String(download("/events?limit=3").body(), UTF_8).lines()).hasSize(3);
    }

    @Test
    void writesAllFourFormsAtOnceInAHeapOf192Megabytes() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargeExports.class.getName(),
                                STACK.kafkaBootstrap(),
                                STACK.registryUrl())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        for (String form : List.of("ndjson", "csv", "avro", "parquet")) {
            assertThat(said).contains(form + " at once: " + LargeLog.EVENTS + " events");
        }
        assertThat(said)
                .as("headers first: what is not wanted is not decoded")
                .contains("[history] 1 %: 1000 events, 1000 decoded");
    }

    private HttpResponse<InputStream> stream(String path) {
        HttpResponse<InputStream> answer = send(path, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private double open() {
        return meters.get("relais.history.exports.open").gauge().value();
    }

    private void awaitNoneOpen() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(open()).isZero());
    }
}
