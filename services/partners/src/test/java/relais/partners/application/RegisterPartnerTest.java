package relais.partners.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Claims.Kind;
import relais.partners.application.Outcome.Done;
import relais.partners.application.Outcome.Repeated;
import relais.partners.domain.PartnerId;
import relais.partners.domain.Refused;
import relais.partners.domain.Refused.Rule;

/** Each organisation once, and by whom. */
class RegisterPartnerTest extends Bench {
    @Test
    void theCommitteeAndOperatorsRegister() {
        assertThat(register("p-a", null, COMMITTEE)).isInstanceOf(Done.class);
        assertThat(register("p-b", null, OPERATOR)).isInstanceOf(Done.class);
        assertThat(rules(register("p-c", null, LOIRET))).containsExactly(Rule.NOT_ALLOWED);
    }

    @Test
    void namesEveryMalformedFieldAtOnce() {
        var request =
                new RegisterPartner.Request(
                        " ", "TOWN", "departement:99", "123456789", "1", "a\nb", "x".repeat(501));

        Outcome outcome = register.register("P", request, "r", live(COMMITTEE));

        assertThat(refusals(outcome))
                .extracting(Refused::field, Refused::rule)
                .containsExactly(
                        tuple("id", Rule.PARTNER_ID),
                        tuple("name", Rule.REQUIRED),
                        tuple("kind", Rule.ONE_OF),
                        tuple("territory", Rule.TERRITORY_UNKNOWN),
                        tuple("siren", Rule.SIREN_INVALID),
                        tuple("siret", Rule.SIRET_INVALID),
                        tuple("represents", Rule.ONE_LINE),
                        tuple("externalId", Rule.ONE_LINE));
    }

    @Test
    void theSameRequestAgainFindsWhatItMade() {
        register("p-loiret", "732829320", COMMITTEE);
        var rename = new RenamePartner(partners, clock);
        rename.rename(new Target("p-loiret", 1L), "Autre nom", null, live(COMMITTEE));

        Outcome again = register("p-loiret", "732829320", COMMITTEE);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Repeated.class, r -> assertThat(r.partner().version()).isEqualTo(2));
        assertThat(partners.log()).hasSize(2);
    }

    @Test
    void anotherRequestForTheSameIdIsRefused() {
        register("p-loiret", null, COMMITTEE);

        Outcome other =
                register.register("p-loiret", request("732829320"), "other", live(COMMITTEE));

        assertThat(rules(other)).containsExactly(Rule.PARTNER_ID_TAKEN);
        assertThat(claims.holder(new Claim(Kind.SIREN, "732829320"))).isEmpty();
    }

    @Test
    void theSameOrganisationIsNotRegisteredTwice() {
        register("p-loiret", "732829320", COMMITTEE);

        assertThat(refusals(register("p-other", "732829320", COMMITTEE)))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.ORGANISATION_ALREADY_REGISTERED, "siren"));
    }

    @Test
    void establishmentsOfOneLegalEntityMayEachBePartners() {
        register("p-loiret", "732829320", COMMITTEE);
        var establishment =
                new RegisterPartner.Request(
                        "Réseau", "OTHER", "departement:45", null, "73282932000074", null, null);

        assertThat(register.register("p-reseau", establishment, "r", live(COMMITTEE)))
                .isInstanceOf(Done.class);
        assertThat(refusals(register.register("p-bis", establishment, "s", live(COMMITTEE))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.ORGANISATION_ALREADY_REGISTERED, "siret"));
    }

    @Test
    void aClaimThatACrashLeftBehindIsTakenOverOnceNoRequestCanBeOnItsWay() {
        var claim = new Claim(Kind.SIREN, "732829320");
        claims.claim(claim, new PartnerId("p-crashed"), NOW.minusSeconds(60));
        assertThat(rules(register("p-loiret", "732829320", COMMITTEE)))
                .containsExactly(Rule.ORGANISATION_ALREADY_REGISTERED);

        claims.claim(
                claim,
                new PartnerId("p-crashed"),
                NOW.minus(UniqueNames.ABANDONED_AFTER).minusMillis(1));

        assertThat(register("p-loiret", "732829320", COMMITTEE)).isInstanceOf(Done.class);
    }

    @Test
    void onlyOperatorsDateTheirFactsInThePast() {
        var past = Instant.parse("2015-10-01T10:00:00Z");

        assertThat(
                        refusals(
                                register.register(
                                        "p-a",
                                        request(null),
                                        "r",
                                        new Occasion(COMMITTEE, past, "c"))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.ARCHIVES_BY_OPERATORS_ONLY, "occurredAt"));
        assertThat(register.register("p-a", request(null), "r", new Occasion(OPERATOR, past, "c")))
                .isInstanceOf(Done.class);
        assertThat(partners.log().getFirst().moment().archive()).isTrue();
        assertThat(partners.log().getFirst().moment().at()).isEqualTo(past);
    }

    @Test
    void refusesInstantsThatNoCalendarHolds() {
        for (Instant absurd :
                List.of(Instant.MIN, Instant.MAX, Instant.parse("1899-12-31T00:00:00Z"))) {
            assertThat(
                            rules(
                                    register.register(
                                            "p-a",
                                            request(null),
                                            "r",
                                            new Occasion(OPERATOR, absurd, "c"))))
                    .containsExactly(Rule.IMPLAUSIBLE_DATE);
        }
    }
}
