package relais.partners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static relais.partners.domain.Scene.ID;
import static relais.partners.domain.Scene.LOIRET;
import static relais.partners.domain.Scene.NOW;
import static relais.partners.domain.Scene.START;
import static relais.partners.domain.Scene.accepted;
import static relais.partners.domain.Scene.event;
import static relais.partners.domain.Scene.identity;
import static relais.partners.domain.Scene.refusals;
import static relais.partners.domain.Scene.register;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import relais.partners.domain.Decision.Accepted;
import relais.partners.domain.PartnerCommand.Register;
import relais.partners.domain.PartnerEvent.Registered;
import relais.partners.domain.Refused.Rule;

/** What a partner needs to begin. */
class PartnerRegistrationTest {
    private final Partner partner = register(PartnerKind.DEPARTEMENT, LOIRET);

    @Test
    void beginsActiveAtVersionOne() {
        assertThat(partner.version()).isEqualTo(1);
        assertThat(partner.status()).isEqualTo(PartnerStatus.ACTIVE);
        assertThat(partner.registeredAt()).isEqualTo(START);
        assertThat(partner.charterSignedOn()).isNull();
    }

    @Test
    void saysTheSirenThatTheSiretContains() {
        Identity given =
                new Identity(
                        new PartnerName("Loiret"),
                        PartnerKind.DEPARTEMENT,
                        "departement:45",
                        null,
                        new Siret("73282932000074"),
                        null,
                        null);

        Accepted accepted =
                accepted(Partner.decide(new Register(ID, given, LOIRET), Moment.live(NOW)));

        assertThat(accepted.event())
                .isInstanceOfSatisfying(
                        Registered.class,
                        event ->
                                assertThat(event.identity().siren())
                                        .isEqualTo(new Siren("732829320")));
    }

    @Test
    void refusesASiretOfAnotherSiren() {
        Identity given =
                new Identity(
                        new PartnerName("Loiret"),
                        PartnerKind.DEPARTEMENT,
                        "departement:45",
                        new Siren("212500565"),
                        new Siret("73282932000074"),
                        null,
                        null);

        assertThat(refusals(Partner.decide(new Register(ID, given, LOIRET), Moment.live(NOW))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.SIREN_OF_ANOTHER_SIRET, "siret"));
    }

    @Test
    void refusesARegionAsTheHomeOfACommune() {
        var region = new HomeTerritory("region:44", LocalDate.of(2016, 1, 1), null);
        Identity given = identity(PartnerKind.COMMUNE, region);

        assertThat(refusals(Partner.decide(new Register(ID, given, region), Moment.live(NOW))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.TERRITORY_UNFIT_FOR_KIND, "territory"));
    }

    @Test
    void refusesATerritoryOnTheDayOnWhichItIsNoMore() {
        var former = new HomeTerritory("region:73", null, LocalDate.of(2016, 1, 1));
        Register register = new Register(ID, identity(PartnerKind.REGION, former), former);

        assertThat(
                        Partner.decide(
                                register,
                                Moment.archived(Instant.parse("2015-12-31T22:59:59Z"), NOW)))
                .isInstanceOf(Accepted.class);
        // Midnight in Paris, an hour before midnight in UTC.
        assertThat(
                        refusals(
                                Partner.decide(
                                        register,
                                        Moment.archived(
                                                Instant.parse("2015-12-31T23:00:00Z"), NOW))))
                .extracting(Refused::rule)
                .containsExactly(Rule.TERRITORY_NOT_VALID);
    }

    @Test
    void namesEveryRuleThatIsBrokenAtOnce() {
        var former = new HomeTerritory("region:73", null, LocalDate.of(2016, 1, 1));
        Register register = new Register(ID, identity(PartnerKind.COMMUNE, former), former);

        assertThat(refusals(Partner.decide(register, Moment.archived(NOW.plusSeconds(60), NOW))))
                .extracting(Refused::rule)
                .containsExactly(
                        Rule.TERRITORY_UNFIT_FOR_KIND,
                        Rule.TERRITORY_NOT_VALID,
                        Rule.IN_THE_FUTURE);
    }
}
