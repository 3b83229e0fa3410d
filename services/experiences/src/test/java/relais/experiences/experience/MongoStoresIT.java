package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.territory.TerritoryCode;
import relais.consumer.ReplicaUpdate;
import relais.experiences.draft.Draft;
import relais.experiences.draft.MongoDrafts;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;
import relais.teststack.TestStack;

/** The ports on MongoDB. The relay is not started: nothing here needs Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoStoresIT extends ExperiencesContract {

    private static final ProposedCard CARD = new ProposedCard(Scene.card().build(), null, null);

    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final MongoDatabase database =
            client.getDatabase("experiences_" + UUID.randomUUID().toString().substring(0, 8));
    private final OutboxRelay relay =
            OutboxRelay.toKafka(
                    Map.of("bootstrap.servers", "localhost:1"),
                    new SimpleMeterRegistry(),
                    Clock.systemUTC(),
                    OutboxSettings.defaults());
    private final MongoExperiences experiences = experiences(database);
    private final MongoDrafts drafts = drafts(database);
    private final MongoContacts contacts = new MongoContacts(database.getCollection("contacts"));
    private final MongoPartners partners =
            new MongoPartners(database.getCollection("partners"), null);

    private MongoExperiences experiences(MongoDatabase in) {
        MongoExperiences created =
                new MongoExperiences(
                        in.getCollection("experiences"),
                        relay,
                        _ -> List.of(),
                        territory ->
                                Set.of(
                                        territory.value(),
                                        "departement:45",
                                        "academie:18",
                                        "pays:FR"));
        created.ensureIndexes();
        return created;
    }

    private static MongoDrafts drafts(MongoDatabase in) {
        MongoDrafts created = new MongoDrafts(in.getCollection("drafts"));
        created.ensureIndexes();
        return created;
    }

    @Override
    protected Experiences experiences() {
        return experiences;
    }

    @AfterAll
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void draftsAreGuardedByTheirVersion() {
        Draft draft = draft("d-" + UUID.randomUUID(), 1);
        assertThat(drafts.insert(draft)).isTrue();
        assertThat(drafts.insert(draft)).isFalse();
        assertThat(drafts.replace(1, draft(draft.id(), 2))).isTrue();
        assertThat(drafts.replace(1, draft(draft.id(), 2))).isFalse();
        assertThat(drafts.find(draft.id()).orElseThrow().version()).isEqualTo(2);
        assertThat(drafts.delete(draft.id(), 1)).isFalse();
        assertThat(drafts.delete(draft.id(), 2)).isTrue();
        assertThat(drafts.find(draft.id())).isEmpty();
    }

    @Test
    void draftsAreListedByIdAndPage() {
        PartnerId partner = new PartnerId("p-" + UUID.randomUUID());
        for (String id : List.of("d-b", "d-a", "d-c")) {
            drafts.insert(
                    new Draft(id + partner.value().substring(1), 1, partner, CARD, Scene.NOW));
        }
        List<Draft> first = drafts.list(partner, null, 2);
        assertThat(first).hasSize(2).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        assertThat(drafts.list(partner, first.getLast().id(), 2))
                .singleElement()
                .satisfies(draft -> assertThat(draft.id()).startsWith("d-c"));
        assertThat(drafts.list(new PartnerId("p-nobody"), null, 2)).isEmpty();
    }

    @Test
    void aContactIsErasedWhole() {
        ExperienceId id = new ExperienceId("x-" + UUID.randomUUID());
        contacts.put(id, new Contact("Ada", null, null));
        contacts.put(id, new Contact("Ada", "ada@example.org", null));
        assertThat(contacts.find(id)).contains(new Contact("Ada", "ada@example.org", null));
        contacts.erase(id);
        assertThat(contacts.find(id)).isEmpty();
    }

    @Test
    void aPartnerIsKnownByItsFacts() {
        String id = "p-" + UUID.randomUUID();
        partners.replica()
                .apply(
                        List.of(
                                new ReplicaUpdate<>(id, 1, registration()),
                                new ReplicaUpdate<>(id, 2, new PartnerFact.Suspended()),
                                new ReplicaUpdate<>(id, 3, null),
                                new ReplicaUpdate<>(id, 4, new PartnerFact.Renamed("Autre"))));
        assertThat(partners.find(new PartnerId(id)))
                .hasValueSatisfying(
                        partner -> {
                            assertThat(partner.name()).isEqualTo("Autre");
                            assertThat(partner.active()).isFalse();
                        });
    }

    @Test
    void aPartnerWhoseRegistrationWasSkippedStaysUnknown() {
        String id = "p-" + UUID.randomUUID();
        partners.replica()
                .apply(
                        List.of(
                                new ReplicaUpdate<>(id, 1, null),
                                new ReplicaUpdate<>(id, 2, new PartnerFact.Renamed("Autre"))));
        assertThat(partners.replica().versionsOf(List.of(id))).isEqualTo(Map.of(id, 2L));
        assertThat(partners.find(new PartnerId(id))).isEmpty();
    }

    private static PartnerFact registration() {
        return new PartnerFact.Registered(
                "Un", PartnerKind.COMMUNE, new TerritoryCode("commune:45234"), Scene.NOW);
    }

    private static Draft draft(String id, long version) {
        return new Draft(id, version, Scene.TOWN.id(), CARD, Scene.NOW);
    }
}
