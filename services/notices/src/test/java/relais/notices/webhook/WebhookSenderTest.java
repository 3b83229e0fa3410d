package relais.notices.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.notices.follow.SavedSearch;
import relais.notices.follower.FollowerId;

class WebhookSenderTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "http://example.org/x, webhook-https",
        "ftp://example.org/x, webhook-https",
        "https://user@example.org/x, webhook-url",
        "https://example.org/x#y, webhook-url",
        "https:///x, webhook-url",
        "'https://exa mple.org', webhook-url",
    })
    void anAddressThatIsNoneIsRefused(String url, String code) {
        try (var sender = new WebhookSender(false)) {
            assertThat(sender.fault(url)).contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/x",
        "https://2130706433/x",
    })
    void aPrivateAddressIsRefused(String url) {
        try (var sender = new WebhookSender(false)) {
            assertThat(sender.fault(url).or(() -> sender.faultOfName(url))).isPresent();
        }
    }

    @Test
    void aNameThatTurnsPrivateAfterItWasAcceptedGetsNoConnection() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = server(asked);
        try (var guarded = new WebhookSender(false);
                var open = new WebhookSender(true)) {
            // As if the name had been a public one when the address was given.
            Webhook webhook = webhook("http://localhost:" + server.getAddress().getPort() + "/x");
            WebhookSender.Sent sent = guarded.send(webhook, message(), NOW);
            assertThat(sent.status()).isZero();
            assertThat(sent.problem()).hasValueSatisfying(it -> assertThat(it).contains("public"));
            assertThat(asked).hasValue(0);
            assertThat(open.send(webhook, message(), NOW).problem()).isEmpty();
            assertThat(asked).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server(AtomicInteger asked) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    /** The vector of the specification's own libraries. */
    @Test
    void aSignatureIsThatOfStandardWebhooks() {
        assertThat(
                        WebhookSignature.of(
                                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                Instant.ofEpochSecond(1614265330),
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void secretsAreLongAndDiffer() {
        String secret = WebhookSignature.newSecret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(WebhookSignature.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }

    private static Webhook webhook(String url) {
        return new Webhook(
                "w-1",
                FollowerId.of("issuer", "someone"),
                null,
                url,
                new SavedSearch(null, null, null, null, null, null, null),
                "any",
                "whsec_" + Base64.getEncoder().encodeToString("secret".getBytes(UTF_8)),
                NOW,
                WebhookState.ACTIVE,
                NOW,
                0,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static WebhookMessage message() {
        return new WebhookMessage(
                "w-1:x-1:1",
                "w-1",
                "x-1:1",
                "place",
                WebhookMessage.MessageState.PENDING,
                "{}",
                NOW,
                0,
                null);
    }
}
