package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal does when more people come than it can answer, or one who never ends. */
class PressureIT {

    private final RunningPortal portal = RunningPortal.fresh();

    @Test
    void refusesWhomItHasNoPlaceForInTheirLanguageAndStaysHealthy() throws Exception {
        CountDownLatch answered = portal.services.hold("/feed", Example.feed(""));
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> burst = new ArrayList<>();
            for (int i = 0; i < 3 * RunningPortal.IN_HAND; i++) {
                String language = i % 2 == 0 ? "fr" : "en";
                Callable<HttpResponse<String>> visit =
                        () -> portal.visitor().reading(language).get("/");
                burst.add(threads.submit(visit));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> burst.stream().anyMatch(Future::isDone));
            assertThat(
                            portal.visitor()
                                    .get("/actuator/health/liveness", "Accept", "*/*")
                                    .statusCode())
                    .isEqualTo(200);
            answered.countDown();
            for (Future<HttpResponse<String>> visit : burst) {
                answers.add(visit.get());
            }
        }

        List<HttpResponse<String>> refused =
                answers.stream()
                        .filter(answer -> answer.headers().firstValue("Retry-After").isPresent())
                        .filter(answer -> answer.headers().firstValue("Relais-Missing").isEmpty())
                        .toList();
        assertThat(refused).isNotEmpty().extracting(HttpResponse::statusCode).containsOnly(503);
        assertThat(refused)
                .extracting(answer -> Jsoup.parse(answer.body()).select("h1").text())
                .containsOnly(
                        "Relais reçoit trop de visites en ce moment",
                        "Relais has too many visitors at the moment");

        portal.services.json("/feed", Example.feed(""));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> portal.visitor().get("/").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: loc",
                "POST /sign-out HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 1000\r\n\r\n_csrf=",
            })
    void cutsWhoNeverEnds(String sent) throws IOException {
        URI address = URI.create(portal.address);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));

            // Ends, whatever it says: without a limit, reading would time out instead.
            assertThat(socket.getInputStream().readAllBytes()).isNotNull();
        }
    }
}
