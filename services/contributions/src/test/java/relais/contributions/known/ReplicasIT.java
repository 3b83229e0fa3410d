package relais.contributions.known;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.territory.TerritoryCode;
import relais.consumer.ReplicaUpdate;
import relais.contributions.reaction.ReactionPositions;
import relais.teststack.TestStack;

/** What is known of others, in MongoDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {

    private static final LocalDate DAY = LocalDate.parse("2015-10-01");
    private static final Instant AT = Instant.parse("2018-03-01T09:00:00Z");
    private static final PartnerFact REGISTERED =
            new PartnerFact.Registered(
                    "Ville",
                    PartnerKind.COMMUNE,
                    new TerritoryCode("commune:45234"),
                    Instant.EPOCH);
    private static final PartnerFact JOINED = new PartnerFact.CommitteeJoined();

    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final MongoDatabase database =
            client.getDatabase("replicas_" + UUID.randomUUID().toString().substring(0, 8));
    private final MongoPartners partners =
            new MongoPartners(database.getCollection("partners"), null);
    private final MongoExperiences experiences =
            new MongoExperiences(database.getCollection("experiences"));
    private final MongoCards cards = new MongoCards(partners, experiences, List.of());

    @BeforeAll
    void index() {
        partners.ensureIndexes();
    }

    @AfterAll
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void aPartnerIsReadAsItWasWritten() {
        PartnerId id = new PartnerId("p-1");
        Partner expected = null;
        long version = 0;
        for (PartnerFact fact :
                List.of(
                        REGISTERED,
                        JOINED,
                        new PartnerFact.MandateGranted("m-1", DAY, DAY.plusYears(1)),
                        new PartnerFact.MandateGranted("m-2", DAY, null),
                        new PartnerFact.MandateEnded("m-2", DAY.plusDays(1)))) {
            told("p-1", ++version, fact);
            expected = Partner.apply(id, expected, fact);
            assertThat(partners.replica().find(id.value())).hasValue(expected);
        }
    }

    @Test
    void signatoriesAreFound() {
        told("p-joined", 1, REGISTERED);
        told("p-joined", 2, JOINED);
        told("p-town", 1, REGISTERED);
        told("p-gone", 1, REGISTERED);
        told("p-gone", 2, JOINED);
        told("p-gone", 3, new PartnerFact.Suspended());
        told("p-left", 1, REGISTERED);
        told("p-left", 2, JOINED);
        told("p-left", 3, new PartnerFact.CommitteeLeft());
        assertThat(partners.signatories())
                .contains(new PartnerId("p-joined"))
                .doesNotContain(
                        new PartnerId("p-town"), new PartnerId("p-gone"), new PartnerId("p-left"));
    }

    @Test
    void aPartnerWhoseRegistrationWasSkippedIsNotKnown() {
        told("p-skipped", 1, null);
        told("p-skipped", 2, JOINED);
        assertThat(partners.find(new PartnerId("p-skipped"))).isEmpty();
        assertThat(partners.replica().versionsOf(Set.of("p-skipped")))
                .containsEntry("p-skipped", 2L);
    }

    @Test
    void anExperienceIsReadAsItWasWritten() {
        ExperienceId id = new ExperienceId("x-1");
        happened("x-1", 1, null);
        assertThat(experiences.find(id)).hasValue(KnownExperience.apply(id, null, 1, null));
        happened("x-1", 2, new ExperienceFact.Published());
        happened("x-1", 3, new ExperienceFact.Changed(EvidenceChange.REVISED, AT, "mesuré"));
        happened("x-1", 4, new ExperienceFact.Changed(EvidenceChange.WITHDRAWN, AT, null));
        assertThat(experiences.find(id))
                .hasValue(
                        new KnownExperience(
                                id,
                                4,
                                2L,
                                KnownExperience.Standing.WITHDRAWN,
                                new KnownExperience.Change(4, EvidenceChange.WITHDRAWN, AT, null)));
    }

    @Test
    void manyAreFoundAtOnceWhateverIsNamedBesideThem() {
        told("p-many", 1, REGISTERED);
        happened("x-many", 1, null);
        Set<PartnerId> named =
                IntStream.range(0, 600)
                        .mapToObj(i -> new PartnerId("p-nobody-" + i))
                        .collect(Collectors.toSet());
        named.add(new PartnerId("p-many"));

        assertThat(partners.findAll(named)).containsOnlyKeys(new PartnerId("p-many"));
        assertThat(
                        experiences.findAll(
                                Set.of(new ExperienceId("x-many"), new ExperienceId("x-nobody"))))
                .containsOnlyKeys(new ExperienceId("x-many"));
        assertThat(partners.findAll(Set.of())).isEmpty();
    }

    @Test
    void aCardOfOthersIsFoundByItsPrefix() {
        told("p-card", 1, REGISTERED);
        happened("x-card", 1, null);
        assertThat(cards.find("p-card"))
                .hasValue(new Cards.KnownCard("p-card", "ACTIVE", true, 1, 1));
        assertThat(cards.find("x-card"))
                .hasValue(new Cards.KnownCard("x-card", "NOT_PUBLISHED", false, 1, 1));
        happened("x-card", 2, new ExperienceFact.Published());
        assertThat(cards.find("x-card"))
                .hasValue(new Cards.KnownCard("x-card", "PUBLISHED", true, 2, 2));
        for (String nothing : List.of("", "-", "x", "x-none", "x-$ne", "c-none", "z-1")) {
            assertThat(cards.find(nothing)).as(nothing).isEmpty();
        }
    }

    @Test
    void aPositionNeverGoesBack() {
        ReactionPositions positions = new ReactionPositions(database.getCollection("positions"));
        assertThat(positions.of(Set.of("c-1"))).isEmpty();
        positions.advance(Map.of());
        positions.advance(Map.of("c-1", 3L, "c-2", 1L));
        positions.advance(Map.of("c-1", 2L, "c-2", 4L));
        assertThat(positions.of(Set.of("c-1", "c-2", "c-3")))
                .containsOnly(Map.entry("c-1", 3L), Map.entry("c-2", 4L));
    }

    private void told(String id, long version, @Nullable PartnerFact fact) {
        partners.replica().apply(List.of(new ReplicaUpdate<>(id, version, fact)));
    }

    private void happened(String id, long version, @Nullable ExperienceFact fact) {
        experiences.replica().apply(List.of(new ReplicaUpdate<>(id, version, fact)));
    }
}
