package relais.partners.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;
import relais.partners.application.Partners;
import relais.partners.application.PartnersContract;
import relais.partners.domain.PartnerKind;

class MongoPartnersIT extends PartnersContract {

    @Override
    protected Partners emptyPartners() {
        // Never started: what goes to Kafka is another test's matter.
        OutboxRelay relay =
                OutboxRelay.toKafka(
                        Map.of("bootstrap.servers", "localhost:1"),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        OutboxSettings.defaults());
        var partners =
                new MongoPartners(
                        TestDatabase.newCollection("partners"),
                        relay,
                        event -> new OutboxRecord("topic", "key", new byte[] {1}, Map.of()),
                        territory -> new HashSet<>(List.of(territory, "pays:FR")));
        partners.createIndexes();
        partners.createIndexes();
        return partners;
    }

    @Test
    void findsPartnersOfATerritoryInWhatIsAroundIt() {
        add("p-a", "Ville de Besançon", PartnerKind.COMMUNE, "commune:25056");
        add("p-b", "Ministère", PartnerKind.MINISTRY, "pays:FR");

        assertThat(ids(filter(null, "pays:FR", "", null))).containsExactly("p-a", "p-b");
        assertThat(ids(filter(null, "commune:25056", "", null))).containsExactly("p-a");
    }
}
