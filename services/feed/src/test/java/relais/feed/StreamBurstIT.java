package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
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
        open.forEach(
                stream -> {
                    try (InputStream body = stream.body()) {
                        assertThat(body).isNotNull();
                    } catch (IOException alreadyGone) {
                        // Closed is what it should be.
                    }
                });
        http.shutdownNow();
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.size() == 0);
    }

    private long commands() {
        return meters.find("mongodb.driver.commands").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private List<HttpResponse<InputStream>> burst() {
        List<CompletableFuture<HttpResponse<InputStream>>> asked = new ArrayList<>();
        for (int i = 0; i < BURST; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri("/feed/stream"))
                            .timeout(Duration.ofSeconds(60))
                            .build();
            asked.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()));
        }
        assertThat(get("/feed").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        return asked.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void leavesFeedAndHealthAnsweringAndTheRefusedCostNoQuery() {
        String id = fresh("x-");
        log.send(EventLog.submitted(id, "p-x", "Flux", "commune:25056", "burst", Instant.EPOCH));
        awaitVersion(id, 1);
        long before = commands();
        assertThat(before).isPositive();

        List<HttpResponse<InputStream>> first = burst();
        long burst = commands() - before;
        open.addAll(first.stream().filter(answer -> answer.statusCode() == 200).toList());
        assertThat(open).hasSize(PLACES);
        // They joined with a few looks that they shared.
        assertThat(burst).isLessThan(PLACES);

        long full = commands();
        List<HttpResponse<InputStream>> second = burst();
        long refusals = commands() - full;

        assertThat(second).extracting(HttpResponse::statusCode).containsOnly(503);
        assertThat(second)
                .allSatisfy(
                        refused ->
                                assertThat(refused.headers().firstValue("Retry-After"))
                                        .contains("10"));
        assertThat(refusals).isLessThan(BURST / 4);
        assertThat(get("/feed").statusCode()).isEqualTo(200);
    }
}
