package relais.aggregates.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.territory.TerritoryCode;

class PartnerTest {

    private static final PartnerId ID = new PartnerId("p-town");
    private static final LocalDate DAY = LocalDate.parse("2015-10-01");
    private static final PartnerFact REGISTERED =
            new PartnerFact.Registered(
                    "Ville",
                    PartnerKind.COMMUNE,
                    new TerritoryCode("commune:45234"),
                    Instant.EPOCH);

    @Test
    void isTheSumOfItsFacts() {
        Partner partner =
                after(
                        REGISTERED,
                        new PartnerFact.Renamed("Orléans"),
                        new PartnerFact.MandateGranted("m-1", LocalDate.EPOCH, null),
                        new PartnerFact.MandateEnded("m-1", DAY),
                        new PartnerFact.MandateEnded("m-unknown", DAY));
        assertThat(partner.name()).isEqualTo("Orléans");
        assertThat(partner.active()).isTrue();
        assertThat(partner.mandates()).hasSize(1);
        assertThat(partner.mandate("m-1").orElseThrow().inForceOn(DAY)).isFalse();
        assertThat(partner.mandate("m-1").orElseThrow().inForceOn(DAY.minusDays(1))).isTrue();
    }

    @Test
    void isASignatoryOnceTheCommitteeCountsItAmongThemAndWhileItIsActive() {
        PartnerFact joined = new PartnerFact.CommitteeJoined();
        PartnerFact suspended = new PartnerFact.Suspended();
        PartnerFact reinstated = new PartnerFact.Reinstated();
        assertThat(after(REGISTERED).isSignatory()).isFalse();
        assertThat(after(REGISTERED, joined).isSignatory()).isTrue();
        assertThat(after(REGISTERED, joined, suspended).isSignatory()).isFalse();
        assertThat(after(REGISTERED, joined, suspended, reinstated).isSignatory()).isTrue();
        assertThat(after(REGISTERED, joined, new PartnerFact.CommitteeLeft()).isSignatory())
                .isFalse();
    }

    @Test
    void beginsWithItsRegistration() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Partner.apply(ID, null, new PartnerFact.Reinstated()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p-", "x-1", "p-A", "p-a|b", "p-$ne"})
    void anIdHasItsForm(String text) {
        assertThat(PartnerId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new PartnerId(text));
    }

    private static Partner after(PartnerFact... facts) {
        Partner partner = null;
        for (PartnerFact fact : facts) {
            partner = Partner.apply(ID, partner, fact);
        }
        return Stream.ofNullable(partner).findFirst().orElseThrow();
    }
}
