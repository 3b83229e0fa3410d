package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.feed.adapter.http.StreamHub;

/** A thousand readers who come at once, and nobody knows them. */
class StreamBurstIT extends RunningFeed {

    private static final int PLACES = 500;
    private static final int BURST = 1_000;
    private static final Instant AT = Instant.parse("2022-05-01T10:00:00Z");

    @Autowired StreamHub hub;
    @Autowired MeterRegistry meters;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(60))
                    .build();
    private final List<HttpResponse<InputStream>> open = new ArrayList<>();

    @AfterEach
    void leave() {
        open.forEach(StreamBurstIT::hangUp);
        http.shutdownNow();
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.size() == 0);
    }

    private long commands() {
        return meters.find("mongodb.driver.commands").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** As many readers at once; those who were refused hang up. */
    private List<HttpResponse<InputStream>> burst(int readers) {
        List<CompletableFuture<HttpResponse<InputStream>>> asked = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri("/feed/stream"))
                            .timeout(Duration.ofSeconds(60))
                            .build();
            asked.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()));
        }
        assertThat(get("/feed").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        List<HttpResponse<InputStream>> answers =
                asked.stream().map(CompletableFuture::join).toList();
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .forEach(StreamBurstIT::hangUp);
        return answers;
    }

    private static void hangUp(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    @Test
    void leavesFeedAndHealthAnsweringAndTheRefusedCostNoQuery() {
        String id = fresh("x-");
        log.send(EventLog.submitted(id, "p-x", "Flux", "commune:25056", "burst", AT));
        awaitVersion(id, 1);
        long before = commands();
        assertThat(before).isPositive();

        // A reader for whom it took too long on a busy machine has given its place back.
        for (int round = 0; round < 5 && hub.size() < PLACES; round++) {
            burst(BURST).stream().filter(answer -> answer.statusCode() == 200).forEach(open::add);
        }
        assertThat(open).hasSize(PLACES);
        assertThat(hub.size()).isEqualTo(PLACES);
        // They joined with a few looks that they shared.
        assertThat(commands() - before).isLessThan(PLACES);

        long full = commands();
        List<HttpResponse<InputStream>> late = burst(PLACES);

        assertThat(late).extracting(HttpResponse::statusCode).containsOnly(503);
        assertThat(late)
                .allSatisfy(
                        refused ->
                                assertThat(refused.headers().firstValue("Retry-After"))
                                        .contains("10"));
        assertThat(commands() - full).isLessThan(PLACES / 2);
        assertThat(get("/feed").statusCode()).isEqualTo(200);
    }
}
