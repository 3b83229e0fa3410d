package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Change;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.partner.PartnerId;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;
import relais.partners.TestDatabase;

/** What is found of partners in MongoDB. */
class PartnerQueriesIT extends Scene {

    private final MongoAggregates<Partner, PartnerEvent> stored = stored();
    private final PartnerQueries queries = new PartnerQueries(stored);
    private final PartnerFilters filters = new PartnerFilters(TERRITORIES);

    private static MongoAggregates<Partner, PartnerEvent> stored() {
        // Never started: what goes to Kafka is another test's matter.
        OutboxRelay relay =
                OutboxRelay.toKafka(
                        Map.of("bootstrap.servers", "localhost:1"),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        OutboxSettings.defaults());
        var partners =
                new MongoAggregates<>(
                        TestDatabase.newCollection("partners"),
                        relay,
                        new PartnerDocuments(home -> new HashSet<>(List.of(home, "pays:FR"))),
                        (Change<Partner, PartnerEvent> _) ->
                                List.of(new OutboxRecord("topic", "key", new byte[] {1}, Map.of())),
                        PartnerQueries.INDEXES);
        partners.ensureIndexes();
        partners.ensureIndexes();
        return partners;
    }

    @Test
    void findsWhatWasAddedAndNothingElse() {
        Partner added = add("p-a", "Loiret", PartnerKind.DEPARTEMENT, "departement:45");

        assertThat(queries.find("p-a")).contains(added);
        assertThat(queries.find("p-b")).isEmpty();
        assertThat(queries.find("{$ne:1}")).isEmpty();
        assertThat(stored.find("p-a").orElseThrow().lastEventAt()).isEqualTo(added.changedAt());
    }

    @Test
    void listsByIdAndGoesOnAfterTheLastOneSeen() {
        add("p-c", "Charlie", PartnerKind.OTHER, "pays:FR");
        add("p-a", "Alpha", PartnerKind.OTHER, "pays:FR");
        add("p-b", "Bravo", PartnerKind.OTHER, "pays:FR");

        assertThat(ids(new Document(), null, 2)).containsExactly("p-a", "p-b");
        add("p-aa", "Newcomer", PartnerKind.OTHER, "pays:FR");
        assertThat(ids(new Document(), "p-b", 2)).containsExactly("p-c");
        List<String> all = new ArrayList<>();
        queries.forEach(partner -> all.add(partner.id().value()));
        assertThat(all).containsExactly("p-a", "p-aa", "p-b", "p-c");
    }

    @Test
    void filtersByKindTerritorySignatureAndWordsOfTheName() {
        add("p-a", "Ville de Besançon", PartnerKind.COMMUNE, "commune:25056");
        add("p-b", "Département du Loiret", PartnerKind.DEPARTEMENT, "departement:45");
        add("p-c", "Loiret numérique", PartnerKind.OTHER, "departement:45");
        save("p-c", new PartnerEvent.CharterSigned(CHARTER));

        assertThat(filtered("COMMUNE", null, null, null)).containsExactly("p-a");
        assertThat(filtered(null, "departement:45", null, null)).containsExactly("p-b", "p-c");
        assertThat(filtered(null, "pays:FR", null, null)).containsExactly("p-a", "p-b", "p-c");
        assertThat(filtered(null, null, "besancon", null)).containsExactly("p-a");
        assertThat(filtered(null, null, "LOIR", null)).containsExactly("p-b", "p-c");
        assertThat(filtered(null, null, "loir num", null)).containsExactly("p-c");
        assertThat(filtered(null, null, "oiret", null)).isEmpty();
        assertThat(filtered(null, null, " ", null)).containsExactly("p-a", "p-b", "p-c");
        assertThat(filtered(null, null, null, "true")).containsExactly("p-c");
        assertThat(filtered(null, null, null, "false")).containsExactly("p-a", "p-b");
        assertThat(filtered("OTHER", "departement:45", "loiret", "true")).containsExactly("p-c");
        assertThat(filtered("REGION", null, null, null)).isEmpty();
    }

    private List<String> filtered(
            @Nullable String kind,
            @Nullable String territory,
            @Nullable String q,
            @Nullable String signatory) {
        return ids(filters.of(kind, territory, q, signatory, null), null, 100);
    }

    private List<String> ids(Document filter, @Nullable String after, int limit) {
        return queries.list(filter, after, limit).stream().map(each -> each.id().value()).toList();
    }

    private Partner add(String id, String name, PartnerKind kind, String territory) {
        Identity identity = new Identity(name, kind, territory, null, null, null, null);
        PartnerEvent event =
                new PartnerEvent.Registered(new PartnerId(id), identity, "request of " + id);
        Partner partner = apply(null, event, NOW);
        assertThat(stored.create(change(partner, event))).isTrue();
        return partner;
    }

    private void save(String id, PartnerEvent event) {
        Partner after = apply(queries.find(id).orElseThrow(), event, NOW);
        assertThat(stored.save(change(after, event))).isTrue();
    }

    private static Change<Partner, PartnerEvent> change(Partner after, PartnerEvent event) {
        Instant at = after.changedAt();
        return new Change<>(
                after.id().value(),
                after.version() - 1,
                List.of(event),
                after,
                COMMITTEE,
                at,
                false,
                null,
                null,
                Set.of());
    }
}
