package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.partners.partner.PartnerCommand.Register;
import relais.partners.partner.PartnerCommand.Registration;
import relais.partners.partner.PartnerEvent.Registered;

/** What a partner needs to begin. */
class PartnerRegistrationTest extends Scene {

    @Test
    void beginsActiveAtVersionOne() {
        Partner partner = loiret();

        assertThat(partner.version()).isEqualTo(1);
        assertThat(partner.status()).isEqualTo(PartnerStatus.ACTIVE);
        assertThat(partner.registeredAt()).isEqualTo(START);
        assertThat(partner.charterSignedOn()).isNull();
    }

    @Test
    void saysTheSirenThatTheSiretContains() {
        Register command =
                register(
                        "p-loiret",
                        registration("DEPARTEMENT", "departement:45", null, "73282932000074"));

        assertThat(event(null, command, NOW))
                .isInstanceOfSatisfying(
                        Registered.class,
                        event -> assertThat(event.identity().siren()).isEqualTo("732829320"));
    }

    @Test
    void refusesASiretOfAnotherSiren() {
        assertThat(
                        refused(
                                registration(
                                        "DEPARTEMENT",
                                        "departement:45",
                                        "212500565",
                                        "73282932000074")))
                .containsExactly("siret:siren-of-another-siret");
    }

    @Test
    void refusesARegionAsTheHomeOfACommune() {
        assertThat(refused(registration("COMMUNE", "region:44", null, null)))
                .containsExactly("territory:territory-unfit-for-kind");
    }

    @Test
    void refusesATerritoryOnTheDayOnWhichItIsNoMore() {
        Register former = register("p-midi", registration("REGION", "region:73", null, null));

        assertThat(event(null, former, Instant.parse("2015-12-31T22:59:59Z")))
                .isInstanceOf(Registered.class);
        // Midnight in Paris, an hour before midnight in UTC.
        assertThat(refusals(null, former, Instant.parse("2015-12-31T23:00:00Z")))
                .containsExactly("territory:territory-not-valid");
    }

    @Test
    void namesEveryRuleThatIsBrokenAtOnce() {
        Register register = register("p-midi", registration("COMMUNE", "region:73", null, null));

        assertThat(refusals(null, register, NOW.plusSeconds(60)))
                .containsExactly(
                        "territory:territory-unfit-for-kind",
                        "territory:territory-not-valid",
                        "occurredAt:in-the-future");
    }

    @Test
    void namesEveryMalformedFieldAtOnce() {
        Registration body =
                new Registration(
                        "P",
                        " ",
                        "TOWN",
                        "departement:99",
                        "123456789",
                        "1",
                        "a\nb",
                        "x".repeat(501),
                        null);

        assertThat(refusals(null, new Register("P", "r", body), NOW))
                .containsExactly(
                        "id:partner-id",
                        "name:required",
                        "kind:one-of",
                        "territory:territory-unknown",
                        "siren:siren-invalid",
                        "siret:siret-invalid",
                        "represents:one-line",
                        "externalId:one-line");
    }

    private static List<String> refused(Registration body) {
        return refusals(null, register("p-loiret", body), NOW);
    }
}
