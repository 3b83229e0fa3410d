package relais.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.events.Topics;
import relais.events.open.PublicActivity;
import relais.events.open.PublicCard;
import relais.teststack.Answer;
import relais.teststack.Api;
import relais.teststack.TestStack;
import relais.teststack.TopicWriter;
import tools.jackson.databind.JsonNode;

/**
 * The service as it runs, on a real broker, a real registry, MongoDB and a mail server, with a
 * clock that tests move on. Every test class that extends it shares them.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"relais.notices.look-every=200ms", "relais.notices.webhooks-anywhere=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(RunningNotices.Time.class)
abstract class RunningNotices {

    static final TestStack STACK = TestStack.shared();
    static final Duration SOON = Duration.ofSeconds(60);
    static final String REGION = "region:27";
    static final String DATABASE = "notices_" + UUID.randomUUID().toString().substring(0, 8);

    static final GreenMail MAIL = mailServer();

    private static final Pattern CONFIRMATION = Pattern.compile("/confirmation\\?jeton=([\\w.-]+)");
    private static final Set<String> CLEARED = ConcurrentHashMap.newKeySet();

    private static final TopicWriter ACTIVITIES = writer(Topics.PUBLIC_ACTIVITIES);
    private static final TopicWriter CARDS = writer(Topics.PUBLIC_CARDS);
    static final TopicWriter PARTNERS = writer(Topics.PARTNERS);
    static final TopicWriter EXPERIENCES = writer(Topics.EXPERIENCES);
    static final TopicWriter CONTRIBUTIONS = writer(Topics.CONTRIBUTIONS);

    @LocalServerPort int port;
    @Autowired MovableClock clock;
    Api api;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        STACK.serviceProperties().forEach(properties::add);
        properties.add("relais.store.database", () -> DATABASE);
        properties.add("relais.notices.group", () -> DATABASE);
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @BeforeAll
    void connect() {
        api = new Api(port);
    }

    /** It stays the same when the mail server is stopped and started. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GreenMail mailServer() {
        GreenMail server =
                new GreenMail(new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static TopicWriter writer(String topic) {
        return new TopicWriter(STACK.kafkaBootstrap(), STACK.registryUrl(), topic);
    }

    static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A token of an account of its own, which acts for a partner or for none. */
    static String account(@Nullable String partner) {
        String name = fresh("someone-");
        return STACK.issuer().token(name, partner, "m-" + name, "partner");
    }

    /** Publishes that something happened to a card in a region, with its title. */
    void happens(String type, String card, long version, String title, String... tags) {
        tellCard(card, version, title, REGION, tags);
        tellActivity(type, card, version, REGION, clock.instant(), false);
    }

    void tellCard(String card, long version, String title, String territory, String... tags) {
        // One key for all: what is told later is read later.
        CARDS.tell(card, publicCard(card, version, title, territory, tags));
    }

    /** The same under the key of its territory: cards of many are in many partitions. */
    void tellCardInItsPlace(String card, long version, String territory, String... tags) {
        CARDS.tell(card, territory, publicCard(card, version, card, territory, tags));
    }

    private PublicCard publicCard(
            String card, long version, String title, String territory, String... tags) {
        return PublicCard.newBuilder()
                .setId(card)
                .setKind("EXPERIENCE")
                .setVersion(version)
                .setStatus("PUBLISHED")
                .setTitle(title)
                .setTerritory(territory)
                .setTerritories(List.of(territory, "pays:FR"))
                .setPartner("p-author")
                .setAxes(List.of("USES"))
                .setLevels(List.of("COLLEGE"))
                .setTags(List.of(tags))
                .setPath("/cards/" + card)
                .setValidFrom(clock.instant())
                .build();
    }

    static void tellActivity(
            String type, String card, long version, String territory, Instant at, boolean archive) {
        ACTIVITIES.tell(
                card,
                PublicActivity.newBuilder()
                        .setId(card + ":" + version)
                        .setType(type)
                        .setKind("EXPERIENCE")
                        .setCard(card)
                        .setVersion(version)
                        .setStatus("PUBLISHED")
                        .setTerritory(territory)
                        .setTerritories(List.of(territory, "pays:FR"))
                        .setPartner("p-author")
                        .setAxes(List.of("USES"))
                        .setLevels(List.of("COLLEGE"))
                        .setOccurredAt(at)
                        .setArchive(archive)
                        .build());
    }

    /** The card is not public any more. */
    static void tombstone(String card) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", STACK.kafkaBootstrap(), "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            // In the partition of the records before it, whose key is that of all of France.
            int partition =
                    Utils.toPositive(Utils.murmur2("pays:FR".getBytes(UTF_8)))
                            % producer.partitionsFor(Topics.PUBLIC_CARDS).size();
            producer.send(new ProducerRecord<>(Topics.PUBLIC_CARDS, partition, card, null)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The next event of an aggregate at the clock's time, in the log of its service. */
    void tells(TopicWriter topic, long version, String id, SpecificRecord event) {
        topic.tellAt(version, id, event, clock.instant(), false);
    }

    /** Chooses a digest, and confirms the address by the link of the mail that asks. */
    void wantsDigest(String reader, String digest, String address, String language) {
        Answer chosen = chooses(reader, digest, address, language);
        assertThat(chosen.status()).as(chosen.body().toString()).isEqualTo(200);
        assertThat(chosen.text("nextDigestAt")).isNotBlank();
        String token = confirmationToken(address, 1);
        assertThat(api.post("/confirmations", null, "{\"token\":\"" + token + "\"}").status())
                .isEqualTo(204);
        clearMailTo(address);
    }

    Answer chooses(String reader, String digest, String address, String language) {
        return api.put(
                "/me",
                reader,
                "{\"digest\":\"%s\",\"address\":\"%s\",\"language\":\"%s\"}"
                        .formatted(digest, address, language));
    }

    /** The token of the latest of that many mails that ask whether an address is its reader's. */
    static String confirmationToken(String address, int mails) {
        await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(address)).hasSize(mails));
        Matcher link = CONFIRMATION.matcher(body(mailTo(address).getLast()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    static List<MimeMessage> mailTo(String address) {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage each : MAIL.getReceivedMessages()) {
            try {
                if (each.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)
                        && !CLEARED.contains(each.getMessageID())) {
                    found.add(each);
                }
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    private static void clearMailTo(String address) {
        for (MimeMessage each : mailTo(address)) {
            try {
                CLEARED.add(each.getMessageID());
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
    }

    static String body(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    }

    void follow(String token, String kind, String value) {
        Answer answer =
                api.put(
                        "/follows",
                        token,
                        "{\"kind\":\"%s\",\"value\":\"%s\"}".formatted(kind, value));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    List<JsonNode> notices(String token) {
        Answer answer = api.get("/notices?limit=100", token);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    List<String> ids(String token) {
        return notices(token).stream().map(each -> each.path("id").asString()).toList();
    }

    void awaitNotices(String token, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(notices(token)).hasSize(count));
    }

    /** Everything published so far is taken in: of each topic, what was said last has arrived. */
    void awaitPublicStream() {
        String marker = account(null);
        String card = fresh("x-marker-");
        follow(marker, "CARD", card);
        follow(marker, "TAG", card);
        tellActivity("ExperiencePublished", card, 1, "commune:99999", clock.instant(), false);
        tellCard(card, 2, "Repère", "commune:99999", card);
        awaitNotices(marker, 2);
    }
}
