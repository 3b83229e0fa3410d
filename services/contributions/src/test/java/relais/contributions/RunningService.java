package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.aggregates.DecisionContext;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.Experiences;
import relais.contributions.known.KnownExperience;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.Topics;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandateRole;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerSuspended;
import relais.teststack.Answer;
import relais.teststack.Api;
import relais.teststack.TestIssuer;
import relais.teststack.TestStack;
import relais.teststack.TopicReader;
import relais.teststack.TopicWriter;

/**
 * The service as it runs, on a real broker, a real registry and MongoDB. Extend it: every test
 * class that does shares the stack, the service (one application context, as long as the subclass
 * adds no Spring annotation of its own) and the partners below.
 *
 * <p>Speak to it with {@link #api} and the tokens; {@code null} is anyone. Say what others do with
 * {@link #partnersTopic} and {@link #experiencesTopic} ({@link ExperienceEvents} has their events)
 * and wait for the replica with {@link #awaitPartner} and {@link #awaitExperience}, or have an
 * experience at once with {@link #publishedExperience}. Read what the service wrote with {@link
 * #awaitEvents}, {@link #decoded} and {@link TopicReader#metadata}. Move the server's time with
 * {@link #clock}; it is set right after each test.
 *
 * <p>The committee's signatories are exactly {@code p-loiret}, {@code p-besancon}, {@code
 * p-grand-est} and {@code p-academie-18}, so that a quorum of two thirds is three. Nothing else is
 * cleared between tests: give things names of their own ({@link #unique}), and look for what you
 * made, not for how many there are. A partner that a test changes must be one that it registered
 * itself.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(SettableClock.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RunningService {

    protected static final Duration SOON = Duration.ofSeconds(90);

    protected static final TestStack STACK = TestStack.shared();
    static final TestIssuer ISSUER = STACK.issuer();

    // Signatories of the committee.
    protected static final String LOIRET = partner("p-loiret", "m-loiret");
    protected static final String BESANCON = partner("p-besancon", "m-besancon");
    protected static final String GRAND_EST = partner("p-grand-est", "m-grand-est");
    protected static final String ACADEMIE = partner("p-academie-18", "m-academie-18");

    /** A colleague of Loiret's: the same partner, another mandate. */
    protected static final String LOIRET_COLLEAGUE = partner("p-loiret", "m-loiret-2");

    /** A town that signed the charter, as towns do: it is not of the committee. */
    protected static final String ORLEANS = partner("p-orleans", "m-orleans");

    /** A signatory that is suspended. */
    protected static final String SUSPENDED = partner("p-suspended", "m-suspended");

    /** Of Orléans, with a mandate that has ended. */
    protected static final String ENDED = partner("p-orleans", "m-ended");

    /** Of a partner that nobody registered. */
    protected static final String UNKNOWN = partner("p-unknown", "m-unknown");

    /** The secretariat; its partner p-mene is registered and not of the committee. */
    protected static final String COMMITTEE = token("comite", "p-mene", "m-comite", "committee");

    protected static final String OPERATOR =
            token("exploitation", null, "m-exploitation", "operator");
    protected static final String ANALYST = token("analyste", null, "m-analyste", "analyst");

    protected static final TopicWriter partnersTopic = writer(Topics.PARTNERS);
    protected static final TopicWriter experiencesTopic = writer(Topics.EXPERIENCES);
    protected static final TopicReader topic =
            new TopicReader(STACK.kafkaBootstrap(), Topics.CONTRIBUTIONS);
    private static final EventDeserializer DESERIALIZER =
            new EventDeserializer(new ConfluentSchemaRegistry(STACK.registryUrl()));

    private static boolean partnersTold;

    @Autowired protected SettableClock clock;
    @Autowired protected Partners partners;
    @Autowired protected Experiences experiences;
    @LocalServerPort protected int port;
    protected Api api;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        properties.add("relais.kafka.bootstrap-servers", STACK::kafkaBootstrap);
        properties.add("relais.registry.url", STACK::registryUrl);
        properties.add("spring.mongodb.uri", STACK::mongoUri);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::issuerUri);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", ISSUER::jwksUri);
    }

    private static TopicWriter writer(String topic) {
        return new TopicWriter(STACK.kafkaBootstrap(), STACK.registryUrl(), topic);
    }

    /** The token of someone of a partner. */
    protected static String partner(String partner, String mandate) {
        return token(mandate, partner, mandate, "partner");
    }

    protected static String token(
            String subject, @Nullable String partner, @Nullable String mandate, String... roles) {
        return ISSUER.token(subject, partner, mandate, roles);
    }

    @BeforeAll
    void connect() {
        api = new Api(port);
        tellPartners();
        for (String id : List.of("p-loiret", "p-besancon", "p-grand-est", "p-academie-18")) {
            awaitPartner(id, Partner::isSignatory);
        }
        awaitPartner("p-mene", Partner::active);
        awaitPartner("p-suspended", partner -> !partner.active());
        awaitPartner("p-orleans", partner -> partner.mandates().size() == 1);
    }

    @AfterEach
    void setTheClockRight() {
        clock.reset();
    }

    private static synchronized void tellPartners() {
        if (partnersTold) {
            return;
        }
        partnersTold = true;
        register("p-loiret", PartnerKind.DEPARTEMENT, "departement:45", true);
        register("p-besancon", PartnerKind.COMMUNE, "commune:25056", true);
        register("p-grand-est", PartnerKind.REGION, "region:44", true);
        register("p-academie-18", PartnerKind.ACADEMIE, "academie:18", true);
        register("p-suspended", PartnerKind.COMMUNE, "commune:45234", true);
        partnersTopic.tell("p-suspended", new PartnerSuspended("p-suspended", "why"));
        register("p-mene", PartnerKind.MINISTRY, "pays:FR", false);
        register("p-orleans", PartnerKind.COMMUNE, "commune:45234", false);
        LocalDate past = LocalDate.parse("2020-01-01");
        partnersTopic.tell(
                "p-orleans",
                new MandateGranted("p-orleans", "m-ended", MandateRole.CONTRIBUTOR, past, null));
        partnersTopic.tell("p-orleans", new MandateEnded("p-orleans", "m-ended", past, null));
    }

    /** Says that a partner registered, signed the charter, and whether the committee took it in. */
    protected static void register(
            String id, PartnerKind kind, String territory, boolean ofTheCommittee) {
        partnersTopic.tell(
                id,
                PartnerRegistered.newBuilder()
                        .setPartnerId(id)
                        .setName(id)
                        .setKind(kind)
                        .setTerritory(territory)
                        .build());
        partnersTopic.tell(id, new CharterSigned(id, LocalDate.parse("2015-10-01")));
        if (ofTheCommittee) {
            partnersTopic.tell(id, new CommitteeJoined(id));
        }
    }

    /** An experience that nobody else has, published, and known to the service: at version 2. */
    protected String publishedExperience() {
        String id = unique("x");
        experiencesTopic.tell(id, ExperienceEvents.submitted(id));
        experiencesTopic.tell(id, ExperienceEvents.published(id));
        awaitExperience(id, 2);
        return id;
    }

    /** An id that nobody else has, such as {@code x-1b4e28ba}. */
    protected static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A day that is to come, by the true time. */
    protected static String inAYear() {
        return DecisionContext.dayOf(Instant.now()).plusYears(1).toString();
    }

    protected void awaitPartner(String id, Predicate<Partner> state) {
        await("partner " + id)
                .atMost(SOON)
                .until(() -> partners.find(new PartnerId(id)).filter(state).isPresent());
    }

    protected KnownExperience awaitExperience(String id, long version) {
        return await("experience " + id + " at " + version)
                .atMost(SOON)
                .until(
                        () -> experiences.find(new ExperienceId(id)),
                        found -> found.filter(known -> known.version() >= version).isPresent())
                .orElseThrow();
    }

    /** The first so many records of an aggregate on the topic of contributions, in order. */
    protected static List<ConsumerRecord<byte[], byte[]>> awaitEvents(String id, int count) {
        return await("events of " + id)
                .atMost(SOON)
                .until(() -> topic.of(id), found -> found.size() >= count);
    }

    protected static SpecificRecord decoded(ConsumerRecord<byte[], byte[]> event) {
        return DESERIALIZER.deserialize(event.value());
    }

    /** What was made or changed, if it was. */
    protected static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
        return answer;
    }

    /** The value of If-Match that changes what an answer showed. */
    protected static String[] ifMatch(Answer answer) {
        return new String[] {"If-Match", answer.header("ETag")};
    }
}
