package relais.partners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.Topics;
import relais.teststack.Answer;
import relais.teststack.Api;
import relais.teststack.TestIssuer;
import relais.teststack.TestStack;
import relais.teststack.TopicReader;

/**
 * The whole service over HTTP, on a real broker, a real registry and MongoDB. The tests extend it,
 * so that all of them share one start.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningService {
    static final TestStack STACK = TestStack.shared();
    static final TestIssuer ISSUER = STACK.issuer();
    static final String COMMITTEE = ISSUER.token("comite", "p-mene", "m-comite", "committee");
    static final String OPERATOR = ISSUER.token("exploitation", null, "m-exploitation", "operator");

    /** Long enough for a broker that has just started to be found again. */
    static final Duration SOON = Duration.ofSeconds(90);

    private static final AtomicInteger IDS = new AtomicInteger();

    @LocalServerPort private int port;
    Api api;
    TopicReader topic;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        STACK.serviceProperties().forEach(properties::add);
    }

    @BeforeAll
    void connect() {
        api = new Api(port);
        topic = new TopicReader(STACK.kafkaBootstrap(), Topics.PARTNERS);
    }

    @AfterAll
    void disconnect() {
        topic.close();
    }

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isNotEmpty();
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("correlationId"))
                .isEqualTo(answer.header("X-Correlation-Id"))
                .isNotBlank();
    }

    static void change(Answer answer, long version) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(answer.body().path("version").asLong()).isEqualTo(version);
    }

    Answer grant(String id, String token, long version, @Nullable String mandate, String more) {
        String body =
                "{\"role\":\"CONTRIBUTOR\"%s%s}"
                        .formatted(
                                mandate == null ? "" : ",\"id\":\"%s\"".formatted(mandate), more);
        return api.post(
                "/partners/" + id + "/mandates", token, body, "If-Match", "\"" + version + "\"");
    }

    String registered() {
        return registered("Partenaire");
    }

    String registered(String name) {
        String id = newId();
        Answer answer =
                api.post("/partners", COMMITTEE, registration(id).replace("Partenaire", name));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return id;
    }

    static String registration(String id) {
        return "{\"id\":\"%s\",\"name\":\"Partenaire\",\"kind\":\"DEPARTEMENT\",\"territory\":\"departement:45\"}"
                .formatted(id);
    }

    static String own(String partner) {
        return ISSUER.token(partner, partner, "m-own", "partner");
    }

    static String newId() {
        return "p-test-" + Long.toString(System.nanoTime(), 36) + "-" + IDS.incrementAndGet();
    }

    List<String> names(String name) {
        return idsOf(api.get("/partners?q=" + URLEncoder.encode(name, UTF_8), null));
    }

    static List<String> idsOf(Answer page) {
        assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
        return page.body().path("items").valueStream().map(i -> i.path("id").asString("")).toList();
    }

    List<ConsumerRecord<byte[], byte[]>> awaitEvents(String id, int count) {
        return topic.await(id, count, SOON);
    }

    static SpecificRecord decoded(ConsumerRecord<byte[], byte[]> record) {
        return new EventDeserializer(new ConfluentSchemaRegistry(STACK.registryUrl()))
                .deserialize(record.value());
    }

    static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        return atOnce(Collections.nCopies(times, call));
    }

    static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> future : threads.invokeAll(calls)) {
                answers.add(requireNonNull(future.get()));
            }
        }
        return answers;
    }
}
