package relais.experiences.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerTest {

    private static final PartnerId ID = new PartnerId("p-town");

    @Test
    void isTheSumOfItsFacts() {
        Partner partner =
                Partner.apply(
                        ID,
                        null,
                        new PartnerFact.Registered(
                                "Ville",
                                PartnerKind.COMMUNE,
                                new TerritoryCode("commune:45234"),
                                Scene.NOW));
        assertThat(partner.active()).isTrue();
        partner = Partner.apply(ID, partner, new PartnerFact.Renamed("Orléans"));
        partner = Partner.apply(ID, partner, new PartnerFact.Suspended("why"));
        partner =
                Partner.apply(
                        ID, partner, new PartnerFact.MandateGranted("m-1", LocalDate.EPOCH, null));
        partner = Partner.apply(ID, partner, new PartnerFact.MandateEnded("m-1", Scene.TODAY));
        assertThat(partner.name()).isEqualTo("Orléans");
        assertThat(partner.active()).isFalse();
        assertThat(partner.registeredAt()).isEqualTo(Scene.NOW);
        assertThat(partner.mandate("m-1").orElseThrow().inForceOn(Scene.TODAY)).isFalse();
        partner = Partner.apply(ID, partner, new PartnerFact.Reinstated());
        assertThat(partner.active()).isTrue();
    }

    @Test
    void sitsOnTheCommitteeFromItsAdmissionToItsDeparture() {
        Partner ministry = Scene.partner("p-m", PartnerKind.MINISTRY, "pays:FR");
        assertThat(ministry.sitsOnTheCommittee()).isFalse();
        Partner seated = Partner.apply(ministry.id(), ministry, new PartnerFact.CommitteeJoined());
        assertThat(seated.sitsOnTheCommittee()).isTrue();
        assertThat(Scene.suspended(seated).sitsOnTheCommittee()).isFalse();
        assertThat(
                        Partner.apply(seated.id(), seated, new PartnerFact.CommitteeLeft())
                                .sitsOnTheCommittee())
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
}
