package relais.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import relais.events.Topics;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.Level;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.teststack.Api;
import relais.teststack.TestIssuer;
import relais.teststack.TestStack;
import relais.teststack.TopicWriter;

/**
 * The service as it runs, on a real broker, a real registry and MongoDB, with a small history in
 * the log: forty experiences in ten territories. Every test class that extends it shares them.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "relais.history.datasets.enabled=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningHistory {

    /** In ten départements, the first of them Loiret. */
    static final int TERRITORIES = 10;

    static final int EXPERIENCES = 40;

    static final TestStack STACK = TestStack.shared();
    private static final TestIssuer ISSUER = STACK.issuer();
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static final String ANALYST = ISSUER.token("analyste", null, "m-analyste", "analyst");
    static final String PARTNER = ISSUER.token("loiret", "p-loiret", "m-loiret", "partner");

    /** Where replays leave their files. */
    static final Path FILES = STACK.folder("history");

    private static boolean told;

    @LocalServerPort int port;
    Api api;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        properties.add("relais.kafka.bootstrap-servers", STACK::kafkaBootstrap);
        properties.add("relais.registry.url", STACK::registryUrl);
        properties.add("spring.mongodb.uri", STACK::mongoUri);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::issuerUri);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", ISSUER::jwksUri);
        properties.add("relais.history.replays.folder", () -> FILES);
        properties.add("relais.history.replays.account.kept", () -> 4);
    }

    @BeforeAll
    void connect() {
        api = new Api(port);
        tell();
    }

    /** A token of an account that nobody else has. */
    static String account(String role) {
        return ISSUER.token(role, null, "m-" + UUID.randomUUID(), role);
    }

    /** The whole answer, as bytes. */
    HttpResponse<byte[]> download(String path) {
        return send(path, BodyHandlers.ofByteArray());
    }

    <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + ANALYST)
                        .timeout(Duration.ofSeconds(60))
                        .build();
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    private static synchronized void tell() {
        if (told) {
            return;
        }
        told = true;
        try (TopicWriter partners = writer(Topics.PARTNERS);
                TopicWriter experiences = writer(Topics.EXPERIENCES)) {
            for (int i = 0; i < TERRITORIES; i++) {
                String id = "p-departement-" + (45 + i);
                partners.tell(
                        id,
                        "departement:" + (45 + i),
                        PartnerRegistered.newBuilder()
                                .setPartnerId(id)
                                .setName(id)
                                .setKind(PartnerKind.DEPARTEMENT)
                                .setTerritory("departement:" + (45 + i))
                                .build());
            }
            for (int i = 0; i < EXPERIENCES; i++) {
                tellExperience(experiences, "x-" + i, i % TERRITORIES);
            }
        }
    }

    private static void tellExperience(TopicWriter topic, String id, int territory) {
        String where = "departement:" + (45 + territory);
        topic.tell(
                id,
                where,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(id)
                        .setPartnerId("p-departement-" + (45 + territory))
                        .setContent(content(id, where, territory))
                        .build());
        topic.tell(id, where, ExperiencePublished.newBuilder().setExperienceId(id).build());
        topic.tell(
                id,
                where,
                ExperienceConfirmed.newBuilder()
                        .setExperienceId(id)
                        .setConfirmedOn(LocalDate.parse("2026-01-01"))
                        .build());
    }

    static ExperienceContent content(String id, String where, int territory) {
        return ExperienceContent.newBuilder()
                .setTitle("L’expérience « " + id + " », à l’école\net ailleurs; \"citée\", 100 %")
                .setPreview("Aperçu")
                .setTerritory(where)
                .setLevel(Level.COLLEGE)
                .setAxes(List.of(territory % 2 == 0 ? Axis.USES : Axis.GOVERNANCE))
                .setTags(List.of())
                .setProblem("Le problème, au long cours. ".repeat(12))
                .setAction("L’action.")
                .setPartnersInvolved(List.of())
                .setLinks(List.of())
                .build();
    }

    private static TopicWriter writer(String topic) {
        return new TopicWriter(STACK.kafkaBootstrap(), STACK.registryUrl(), topic);
    }
}
