package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.Topics;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandateRole;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerSuspended;
import relais.experiences.file.TestBucket;
import relais.teststack.Answer;
import relais.teststack.Api;
import relais.teststack.TestIssuer;
import relais.teststack.TestStack;
import relais.teststack.TopicReader;
import relais.teststack.TopicWriter;

/**
 * The whole service over HTTP, on a real broker, a real registry and MongoDB. The tests extend it,
 * so that all of them share one start.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningService {
    static final TestStack STACK = TestStack.shared();
    static final TestIssuer ISSUER = STACK.issuer();

    /** Where files are kept once a test has started it: the service does without. */
    static final TestBucket BUCKET = new TestBucket();

    /** Long enough for a broker that has just started to be found again. */
    static final Duration SOON = Duration.ofSeconds(90);

    static final String BESANCON = partner("p-besancon", "m-besancon");
    static final String ORLEANS = partner("p-orleans", "m-orleans");
    static final String LOIRET = partner("p-loiret", "m-loiret");
    static final String ACADEMIE = partner("p-academie-18", "m-academie-18");
    static final String MAYORS = partner("p-amf", "m-amf");
    static final String COMMITTEE = ISSUER.token("comite", "p-mene", "m-comite", "committee");
    static final String OPERATOR = ISSUER.token("exploitation", null, "m-exploitation", "operator");
    static final String ANALYST = ISSUER.token("analyste", null, "m-analyste", "analyst");

    @LocalServerPort private int port;
    @Autowired private Partners partners;
    Api api;
    TopicReader topic;
    TopicWriter partnersTopic;

    static String partner(String id, String mandate) {
        return ISSUER.token(id, id, mandate, "partner");
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        STACK.serviceProperties().forEach(properties::add);
        // Some tests stop it.
        properties.add("relais.registry.url", STACK::ownRegistryUrl);
        properties.add("relais.files.endpoint", BUCKET::endpoint);
        properties.add("relais.files.access-key", () -> TestBucket.ACCESS);
        properties.add("relais.files.secret-key", () -> TestBucket.SECRET);
    }

    /** Each class of tests says the same, with the same versions: it counts once. */
    @BeforeAll
    void feedTheReplica() {
        api = new Api(port);
        topic = new TopicReader(STACK.kafkaBootstrap(), Topics.EXPERIENCES);
        partnersTopic =
                new TopicWriter(STACK.kafkaBootstrap(), STACK.ownRegistryUrl(), Topics.PARTNERS);
        register("p-besancon", PartnerKind.COMMUNE, "commune:25056");
        register("p-orleans", PartnerKind.COMMUNE, "commune:45234");
        register("p-loiret", PartnerKind.DEPARTEMENT, "departement:45");
        register("p-academie-18", PartnerKind.ACADEMIE, "academie:18");
        register("p-mene", PartnerKind.MINISTRY, "pays:FR");
        register("p-amf", PartnerKind.NATIONAL_ASSOCIATION, "pays:FR");
        partnersTopic.tell("p-mene", "pays:FR", new CommitteeJoined("p-mene"));
        partnersTopic.tell("p-amf", "pays:FR", new CommitteeJoined("p-amf"));
        register("p-suspended", PartnerKind.COMMUNE, "commune:45234");
        partnersTopic.tell(
                "p-suspended", "commune:45234", new PartnerSuspended("p-suspended", "why"));
        LocalDate past = LocalDate.parse("2020-01-01");
        partnersTopic.tell(
                "p-orleans",
                "commune:45234",
                new MandateGranted("p-orleans", "m-ended", MandateRole.CONTRIBUTOR, past, null));
        partnersTopic.tell(
                "p-orleans", "commune:45234", new MandateEnded("p-orleans", "m-ended", past, null));
        awaitPartner("p-suspended", partner -> !partner.active());
        awaitPartner("p-orleans", partner -> partner.mandates().size() == 1);
        for (String id : List.of("p-besancon", "p-loiret", "p-academie-18")) {
            awaitPartner(id, Partner::active);
        }
        for (String id : List.of("p-mene", "p-amf")) {
            awaitPartner(id, Partner::isSignatory);
        }
    }

    @AfterAll
    void disconnect() {
        topic.close();
        partnersTopic.close();
    }

    /** Before anything that an archive of these tests tells of it. */
    void register(String id, PartnerKind kind, String territory) {
        partnersTopic.tellArchived(
                id,
                territory,
                PartnerRegistered.newBuilder()
                        .setPartnerId(id)
                        .setName(id)
                        .setKind(kind)
                        .setTerritory(territory)
                        .build(),
                Instant.parse("2000-01-01T08:00:00Z"));
    }

    void awaitPartner(String id, Predicate<Partner> state) {
        await().atMost(SOON)
                .until(() -> partners.find(new PartnerId(id)).filter(state).isPresent());
    }

    static void problem(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    String submit(String token, String territory) {
        Answer answer = api.post("/experiences", token, Cards.of(territory));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("id");
    }

    void publish(String id, long version) {
        changed(
                version + 1,
                api.post(
                        "/experiences/" + id + "/publication",
                        COMMITTEE,
                        "{\"comment\":\"bienvenue\"}",
                        "If-Match",
                        "\"" + version + "\""));
    }

    static void changed(long version, Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(answer.body().path("version").asLong()).isEqualTo(version);
    }

    List<String> ids(String path, String token) {
        Answer answer = api.get(path, token);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    List<ConsumerRecord<byte[], byte[]>> awaitEvents(String id, int count) {
        return topic.await(id, count, SOON);
    }

    static SpecificRecord decoded(ConsumerRecord<byte[], byte[]> record) {
        return new EventDeserializer(new ConfluentSchemaRegistry(STACK.ownRegistryUrl()))
                .deserialize(record.value());
    }

    static <T> List<T> atOnce(int times, Supplier<T> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> futures =
                    threads.invokeAll(
                            IntStream.range(0, times)
                                    .<Callable<T>>mapToObj(_ -> call::get)
                                    .toList());
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
