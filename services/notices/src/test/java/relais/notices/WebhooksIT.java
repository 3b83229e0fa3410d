package relais.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public events at an address of somebody's own. */
class WebhooksIT extends RunningNotices {

    private record Received(
            String id, String timestamp, String signature, String type, String body) {

        JsonNode event() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private void listen(InetSocketAddress address) throws IOException {
        received.clear();
        server = HttpServer.create(address, 0);
        server.createContext(
                "/",
                exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    var headers = exchange.getRequestHeaders();
                    if (status.get() < 300) {
                        received.add(
                                new Received(
                                        headers.getFirst("webhook-id"),
                                        headers.getFirst("webhook-timestamp"),
                                        headers.getFirst("webhook-signature"),
                                        headers.getFirst("Content-Type"),
                                        body));
                    }
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status.get(), -1);
                    exchange.close();
                });
        server.createContext(
                "/elsewhere",
                exchange -> {
                    elsewhere.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    private Answer made(String owner, String territory) {
        Answer made =
                api.post(
                        "/webhooks",
                        owner,
                        "{\"url\":\"http://localhost:%d/in\",\"filter\":{\"territory\":\"%s\"}}"
                                .formatted(server.getAddress().getPort(), territory));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(made.text("secret")).startsWith("whsec_");
        return made;
    }

    private JsonNode webhook(String owner) {
        return api.get("/webhooks", owner).body().path("items").path(0);
    }

    @Test
    void whatMatchesArrivesSignedAndOnce() throws GeneralSecurityException {
        String owner = account(null);
        String territory = "commune:" + fresh("").substring(0, 5);
        Answer made = made(owner, territory);
        String card = fresh("x-");
        for (int i = 0; i < 2; i++) {
            tellActivity("ExperiencePublished", card, 1, territory, clock.instant(), false);
        }
        tellActivity("ExperiencePublished", fresh("x-"), 1, "commune:0", clock.instant(), false);
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(1));
        awaitPublicStream();
        Received got = received.getFirst();
        assertThat(received).hasSize(1);
        assertThat(got.type()).startsWith("application/cloudevents+json");
        JsonNode event = got.event();
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("id").asString()).isEqualTo(card + ":1");
        assertThat(event.path("type").asString()).isEqualTo("relais.public.ExperiencePublished");
        assertThat(event.path("subject").asString()).isEqualTo(card);
        assertThat(event.path("data").path("card").asString()).isEqualTo(card);
        assertThat(got.signature()).isEqualTo(signature(made.text("secret"), got));
        assertThat(webhook(owner).has("secret")).isFalse();
        assertThat(webhook(owner).path("pending").asInt()).isZero();
        assertThat(api.get("/webhooks", account(null)).body().path("items")).isEmpty();
    }

    private static String signature(String secret, Received got) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())),
                        "HmacSHA256"));
        String signed = got.id() + "." + got.timestamp() + "." + got.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    @Test
    void aConsumerThatWasAwayMissesNothingAndDiesAfterADay() {
        String owner = account(null);
        String territory = "commune:" + fresh("").substring(0, 5);
        String id = made(owner, territory).text("id");
        status.set(503);
        String card = fresh("x-");
        Instant before = Instant.now().minusSeconds(60);
        for (int version = 1; version <= 3; version++) {
            tellActivity("ExperienceRevised", card, version, territory, clock.instant(), false);
        }
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(webhook(owner).path("problem").asString())
                                    .isEqualTo("HTTP 503");
                            assertThat(webhook(owner).path("pending").asInt()).isEqualTo(3);
                        });
        status.set(204);
        clock.advance(Duration.ofMinutes(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(3));
        assertThat(received.stream().map(it -> it.event().path("id").asString()))
                .containsExactly(card + ":1", card + ":2", card + ":3");
        assertThat(webhook(owner).has("problem")).isFalse();

        status.set(302);
        tellActivity("ExperienceRevised", card, 4, territory, clock.instant(), false);
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(400))
                .untilAsserted(
                        () -> {
                            clock.advance(Duration.ofHours(5));
                            assertThat(webhook(owner).path("state").asString()).isEqualTo("DEAD");
                        });
        assertThat(webhook(owner).path("problem").asString()).isEqualTo("HTTP 302");
        assertThat(elsewhere).hasValue(0);
        assertThat(received).hasSize(3);

        status.set(204);
        Answer replay =
                api.post("/webhooks/" + id + "/replay", owner, "{\"from\":\"" + before + "\"}");
        assertThat(replay.status()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(7));
        assertThat(received.stream().map(Received::id).distinct()).hasSize(4);
        assertThat(webhook(owner).path("state").asString()).isEqualTo("ACTIVE");
        assertThat(api.get("/webhooks/" + id + "/messages", owner).body().path("items")).hasSize(4);

        assertThat(api.get("/webhooks/" + id + "/messages", account(null)).status()).isEqualTo(404);
        assertThat(api.delete("/webhooks/" + id, owner).status()).isEqualTo(204);
        assertThat(api.get("/webhooks", owner).body().path("items")).isEmpty();
    }

    private Answer replay(String id, String owner, String from) {
        return api.post("/webhooks/" + id + "/replay", owner, from);
    }

    @Test
    void wordsAndKeyWordsAreDecidedByTheCardAsInASearchThatIsFollowed() {
        String owner = account(null);
        String tag = fresh("cle-");
        Answer made =
                api.post(
                        "/webhooks",
                        owner,
                        "{\"url\":\"http://localhost:%d/in\",\"filter\":{\"tag\":\"%s\",\"q\":\"écol\"}}"
                                .formatted(server.getAddress().getPort(), tag));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        String wanted = fresh("x-");
        happens("ExperiencePublished", wanted, 1, "Une école", tag);
        happens("ExperiencePublished", fresh("x-"), 1, "Un collège", tag);
        happens("ExperiencePublished", fresh("x-"), 1, "Une école");
        awaitPublicStream();
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(1));
        JsonNode event = received.getFirst().event();
        assertThat(event.path("id").asString()).isEqualTo(wanted + ":1");
        assertThat(event.path("type").asString()).isEqualTo("relais.public.CardChanged");
        assertThat(received.getFirst().body()).doesNotContain("école").doesNotContain(tag);
    }

    @Test
    void aConsumerThatIsStartedAgainGetsTheRestAndWhatItForgot() throws IOException {
        String owner = account(null);
        String territory = "commune:" + fresh("").substring(0, 5);
        String id = made(owner, territory).text("id");
        String card = fresh("x-");
        tellActivity("ExperiencePublished", card, 1, territory, clock.instant(), false);
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(1));
        String kept = received.getFirst().event().path("position").asString();
        InetSocketAddress address = server.getAddress();
        server.stop(0);
        tellActivity("ExperienceRevised", card, 2, territory, clock.instant(), false);
        tellActivity("ExperienceRevised", card, 3, territory, clock.instant(), false);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(webhook(owner).path("failures").asInt()).isGreaterThan(0));

        listen(address);
        clock.advance(Duration.ofMinutes(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(2));
        assertThat(received)
                .extracting(it -> it.event().path("id").asString())
                .containsExactly(card + ":2", card + ":3");
        // It had no time to write down what it got.
        assertThat(replay(id, owner, "{\"position\":\"" + kept + "\"}").status()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(4));
        assertThat(received.stream().map(Received::id).distinct()).hasSize(2);
    }

    @Test
    void aReplayFromAPositionBeginsAfterIt() {
        String owner = account(null);
        String territory = "commune:" + fresh("").substring(0, 5);
        String id = made(owner, territory).text("id");
        String card = fresh("x-");
        for (int version = 1; version <= 3; version++) {
            tellActivity("ExperienceRevised", card, version, territory, clock.instant(), false);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(3));
        String first = received.getFirst().event().path("position").asString();
        String last = received.getLast().event().path("position").asString();
        assertThat(first).matches("[0-9]+:[0-9]+");

        assertThat(replay(id, owner, "{\"position\":\"" + first + "\"}").status()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(5));
        assertThat(received.subList(3, 5).stream().map(it -> it.event().path("id").asString()))
                .containsExactly(card + ":2", card + ":3");
        assertThat(replay(id, owner, "{\"position\":\"" + last + "\"}").status()).isEqualTo(202);
        // Beyond the end, and of partitions that there are not.
        assertThat(replay(id, owner, "{\"position\":\"0:999999999,499:1\"}").status())
                .isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(webhook(owner).path("replaying").asBoolean()).isFalse());
    }

    @Test
    void whatCannotBeSentIsRefusedByItsField() {
        String owner = account(null);
        assertThat(api.post("/webhooks", owner, "{}").violations())
                .containsExactly("url:webhook-url");
        assertThat(
                        api.post(
                                        "/webhooks",
                                        owner,
                                        "{\"url\":\"gopher://example.org\",\"filter\":{\"q\":\"mots\"}}")
                                .violations())
                .containsExactly("url:webhook-https");
        String id = made(owner, REGION).text("id");
        assertThat(api.post("/webhooks/" + id + "/replay", owner, "{}").violations())
                .containsExactly("from:webhook-replay");
        assertThat(replay(id, owner, "{\"position\":\"3-7\"}").violations())
                .containsExactly("position:webhook-position");
        assertThat(
                        replay(
                                        id,
                                        owner,
                                        "{\"position\":\"3:7\",\"from\":\"2026-01-01T00:00:00Z\"}")
                                .violations())
                .containsExactly("from:webhook-replay");
        for (int i = 1; i < 10; i++) {
            made(owner, REGION);
        }
        Answer more = api.post("/webhooks", owner, "{\"url\":\"http://localhost:1/in\"}");
        assertThat(more.problem()).isEqualTo("too-many-webhooks");
        assertThat(api.delete("/me", owner).status()).isEqualTo(204);
        assertThat(api.get("/webhooks", owner).body().path("items")).isEmpty();
    }
}
