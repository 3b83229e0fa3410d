package relais.aggregates.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.territory.TerritoryCode;

class RecentPartnersTest {

    private static final PartnerId ID = new PartnerId("p-loiret");

    private long now = Long.MAX_VALUE - 5; // The clock of the JVM may overflow at any time.
    private int asked;
    private @Nullable Partner known = partner(true);
    private final RecentPartners partners = new RecentPartners(this::replica, () -> now);

    @Test
    void asksTheReplicaOnceForManyPosts() {
        for (int i = 0; i < 100; i++) {
            assertThat(partners.find(ID)).contains(partner(true));
        }
        assertThat(asked).isOne();
    }

    @Test
    void knowsASuspensionAfterASecond() {
        partners.find(ID);
        known = partner(false);

        now += RecentPartners.KEPT.toNanos();

        assertThat(partners.find(ID)).contains(partner(false));
    }

    @Test
    void knowsAtOnceWhatThisProcessHasLearnt() {
        partners.find(ID);
        known = partner(false);

        partners.forget(ID);

        assertThat(partners.find(ID)).contains(partner(false));
    }

    @Test
    void asksEveryTimeForAPartnerThatIsNotKnown() {
        known = null;
        assertThat(partners.find(ID)).isEmpty();
        known = partner(true);
        assertThat(partners.find(ID)).contains(partner(true));
    }

    private Optional<Partner> replica(PartnerId id) {
        asked++;
        return Optional.ofNullable(known);
    }

    private static Partner partner(boolean active) {
        return new Partner(
                ID,
                "Loiret",
                PartnerKind.DEPARTEMENT,
                new TerritoryCode("departement:45"),
                Instant.EPOCH,
                active,
                false,
                Map.of());
    }
}
