package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service does when more is asked of it than it can have in hand, or nothing more comes. */
class PressureIT extends RunningService {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Answer>> held = new ArrayList<>();

    @AfterEach
    void letGo() {
        TestService.HELD.release(held.size());
        held.forEach(CompletableFuture::join);
        threads.close();
        assertThat(TestService.HELD.drainPermits()).isZero();
    }

    private static double inHand() {
        return SERVICE.getBean(MeterRegistry.class).get("relais.requests.in.hand").gauge().value();
    }

    private void hold(int requests, String path) {
        for (int i = 0; i < requests; i++) {
            held.add(CompletableFuture.supplyAsync(() -> send(get(path)), threads));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/held", "/public/held-later"})
    void refusesEarlyWhatIsBeyondItsBoundAndStaysHealthy(String path) {
        await().atMost(Duration.ofSeconds(60)).until(() -> inHand() == 0);
        hold(IN_HAND, path);
        await().atMost(Duration.ofSeconds(60)).until(() -> inHand() == IN_HAND);

        for (int i = 0; i < 50; i++) {
            Answer refused = send(get("/public/who"));
            refused.isProblem(503, "busy");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            // Before anybody looks at the token: the keys to check it with are not asked for.
            send(authorized("/me").header("Authorization", "Bearer x")).isProblem(503, "busy");
        }
        assertThat(send(get("/actuator/health")).status()).isEqualTo(200);
        assertThat(send(get("/public/who").header("Accept-Language", "en")).title())
                .isEqualTo("Service busy");

        TestService.HELD.release(1);
        await().atMost(Duration.ofSeconds(60)).until(() -> inHand() < IN_HAND);
        assertThat(send(get("/public/who")).status()).isEqualTo(200);
        TestService.HELD.release(IN_HAND - 1);
        held.forEach(each -> assertThat(each.join().status()).isEqualTo(200));
        held.clear();
        await().atMost(Duration.ofSeconds(60)).until(() -> inHand() == 0);
    }

    @Test
    void doesNotCountWhatHasALimitOfItsOwn() {
        hold(IN_HAND, "/public/held");
        await().atMost(Duration.ofSeconds(60)).until(() -> inHand() == IN_HAND);

        assertThat(send(get("/public/apart")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /public/who HTTP/1.1\r\nHost: loc",
                "GET /public/who HTTP/1.1\r\nHost: localhost\r\nX-Half: ",
            })
    void cutsAConnectionWhoseHeadersDoNotGoOn(String sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));

            // Ends, whatever it says: without a limit, reading would time out instead.
            assertThat(socket.getInputStream().readAllBytes()).isNotNull();
        }
    }

    @Test
    void cutsAConnectionWhoseBodyDoesNotGoOnAndSaysWhy() throws IOException {
        String half =
                "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer "
                        + IDENTITY.loiret()
                        + "\r\nContent-Length: 1000\r\n\r\n{\"title\":";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));

            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> inHand() == 0);
    }

    @Test
    void thePageOfErrorsIsNoPage() {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "HEAD")) {
            Answer error = send(authorized("/error").method(method, BodyPublishers.noBody()));
            assertThat(error.status()).as(method).isEqualTo(404);
        }
        send(authorized("/error")).isProblem(404, "no-such-path");
        assertThat(send(get("/error")).status()).isEqualTo(send(get("/none")).status());
    }
}
