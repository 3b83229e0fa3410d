package relais.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import relais.notices.notice.PublicStreamReader;
import tools.jackson.databind.json.JsonMapper;

/** Two processes of the service on one store and one log, in two application contexts. */
class SeveralNoticesIT extends RunningNotices {

    private static final int TOWNS = 24;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired private PublicStreamReader stream;
    @Autowired private Environment environment;

    /** Reads the same topics in the same groups, and is at the same digests and webhooks. */
    private ConfigurableApplicationContext another() {
        List<String> settings = new ArrayList<>(List.of("--server.port=0"));
        for (String name :
                List.of(
                        "relais.kafka.bootstrap-servers",
                        "relais.registry.url",
                        "spring.mongodb.uri",
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                        "relais.store.database",
                        "relais.notices.group",
                        "relais.notices.look-every",
                        "relais.notices.webhooks-anywhere",
                        "spring.mail.host",
                        "spring.mail.port")) {
            settings.add("--" + name + "=" + environment.getRequiredProperty(name));
        }
        return new SpringApplicationBuilder(NoticesApplication.class)
                .initializers(
                        context ->
                                ((GenericApplicationContext) context)
                                        .registerBean("clock", MovableClock.class, () -> clock))
                .run(settings.toArray(String[]::new));
    }

    @Test
    void whenOneOfTwoStopsNothingIsSentTwiceAndNothingIsLost() throws IOException {
        clock.advanceTo(clock.instant().atZone(PARIS).plusDays(1).with(LocalTime.NOON).toInstant());
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer receiver = receiver(received);
        String tag = fresh("deux-");
        String address = fresh("deux-") + "@exemple.fr";
        String reader = account(null);
        List<String> expected = new ArrayList<>();
        try (ConfigurableApplicationContext other = another()) {
            PublicStreamReader second = other.getBean(PublicStreamReader.class);
            await().atMost(SOON).until(() -> second.assigned() > 0 && stream.assigned() > 0);
            follow(reader, "TAG", tag);
            wantsDigest(reader, "DAILY", address, "fr");
            subscribe(reader, tag, receiver.getAddress().getPort());
            tellAll(tag, expected, 1);
            await().atMost(SOON).until(() -> received.size() > TOWNS / 4);
            // In the middle of what it reads and sends.
            tellAll(tag, expected, 2);
        }
        tellAll(tag, expected, 3);
        awaitNotices(reader, expected.size());
        await().atMost(SOON).until(() -> received.size() >= expected.size());
        assertThat(notices(reader))
                .extracting(notice -> notice.path("id").asString().replaceFirst("^u-[^:]+:", ""))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(received).containsExactlyInAnyOrderElementsOf(expected);

        clock.advance(Duration.ofDays(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(address)).hasSize(1));
        try (ConfigurableApplicationContext _ = another()) {
            clock.advance(Duration.ofDays(1));
            tellAll(tag, expected, 4);
            awaitNotices(reader, expected.size());
        }
        assertThat(mailTo(address)).hasSize(1);
        String body = body(mailTo(address).getFirst());
        for (int town = 0; town < TOWNS; town++) {
            assertThat(body.split("/cards/x-" + tag + "-" + town + "\\b", -1))
                    .as("one in text, one in HTML")
                    .hasSize(3);
        }
        receiver.stop(0);
    }

    /** One card of each town, whose events lie in partitions of their own. */
    private void tellAll(String tag, List<String> expected, long version) {
        for (int town = 0; town < TOWNS; town++) {
            String card = "x-" + tag + "-" + town;
            tellCardInItsPlace(card, version, "commune:" + town, tag);
            expected.add(card + ":" + version);
        }
    }

    private void subscribe(String reader, String tag, int port) {
        assertThat(
                        api.post(
                                        "/webhooks",
                                        reader,
                                        "{\"url\":\"http://localhost:%d/in\",\"filter\":{\"tag\":\"%s\"}}"
                                                .formatted(port, tag))
                                .status())
                .isEqualTo(201);
    }

    private static HttpServer receiver(List<String> received) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    received.add(JsonMapper.shared().readTree(body).path("id").asString());
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
