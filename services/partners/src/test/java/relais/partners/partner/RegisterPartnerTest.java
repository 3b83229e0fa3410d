package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.partners.claims.Claims.Claim;
import relais.partners.claims.Claims.Kind;
import relais.partners.claims.UniqueNames;
import relais.partners.partner.PartnerCommand.Register;
import relais.partners.partner.PartnerCommand.Registration;
import relais.partners.partner.PartnerCommand.Rename;

/** Each organisation once, and by whom. */
class RegisterPartnerTest extends Scene {

    private static final String TAKEN = "siren:organisation-already-registered";

    @Test
    void theCommitteeAndOperatorsRegister() {
        assertDone(registered("p-a", null, COMMITTEE));
        assertDone(registered("p-b", null, OPERATOR));
        assertThat(refusals(registered("p-c", null, LOIRET))).containsExactly("id:not-allowed");
    }

    @Test
    void theSameRequestAgainFindsWhatItMade() {
        registered("p-loiret", "732829320", COMMITTEE);
        change("p-loiret", 1, new Rename("Autre nom", null, null), COMMITTEE);

        Result<Partner> again = registered("p-loiret", "732829320", COMMITTEE);

        assertThat(again)
                .isEqualTo(new Result.Done<>(partners.find("p-loiret").orElseThrow(), true));
        assertThat(partner("p-loiret").version()).isEqualTo(2);
        assertThat(partners.log).hasSize(2);
    }

    @Test
    void anotherRequestForTheSameIdIsRefused() {
        registered("p-loiret", null, COMMITTEE);
        Registration body = registration("DEPARTEMENT", "departement:45", "732829320", null);

        assertThat(refusals(create(new Register("p-loiret", "other", body), COMMITTEE)))
                .containsExactly("id:partner-id-taken");
        assertThat(claims.holder(new Claim(Kind.SIREN, "732829320"))).isEmpty();
    }

    @Test
    void whatIsWrongInItselfIsToldOfATakenIdToo() {
        registered("p-loiret", null, COMMITTEE);
        Registration body = registration("TOWN", "departement:45", null, null);

        assertThat(refusals(create(new Register("p-loiret", "other", body), COMMITTEE)))
                .containsExactly("kind:one-of");
    }

    @Test
    void theSameOrganisationIsNotRegisteredTwice() {
        registered("p-loiret", "732829320", COMMITTEE);

        assertThat(refusals(registered("p-other", "732829320", COMMITTEE))).containsExactly(TAKEN);
    }

    @Test
    void establishmentsOfOneLegalEntityMayEachBePartners() {
        registered("p-loiret", "732829320", COMMITTEE);
        Registration body = registration("OTHER", "departement:45", null, "73282932000074");

        assertDone(create(register("p-reseau", body), COMMITTEE));
        assertThat(refusals(create(register("p-bis", body), COMMITTEE)))
                .containsExactly("siret:organisation-already-registered");
    }

    @Test
    void aClaimThatACrashLeftBehindIsTakenOverOnceNoRequestCanBeOnItsWay() {
        var claim = new Claim(Kind.SIREN, "732829320");
        claims.claim(claim, new PartnerId("p-crashed"), NOW.minusSeconds(60));
        assertThat(refusals(registered("p-loiret", "732829320", COMMITTEE))).containsExactly(TAKEN);

        claims.claim(
                claim,
                new PartnerId("p-crashed"),
                NOW.minus(UniqueNames.ABANDONED_AFTER).minusMillis(1));

        assertDone(registered("p-loiret", "732829320", COMMITTEE));
    }

    @Test
    void onlyOperatorsDateTheirFactsInThePast() {
        Instant past = Instant.parse("2015-10-01T10:00:00Z");

        assertThat(refusals(archived(past, COMMITTEE)))
                .containsExactly("occurredAt:archives-by-operators-only");
        assertDone(archived(past, OPERATOR));
        assertThat(partners.log.getFirst().archive()).isTrue();
        assertThat(partners.log.getFirst().at()).isEqualTo(past);
    }

    @Test
    void refusesInstantsThatNoCalendarHolds() {
        for (Instant absurd :
                List.of(
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("9999-12-31T00:00:00Z"),
                        Instant.parse("1899-12-31T00:00:00Z"))) {
            assertThat(refusals(archived(absurd, OPERATOR)))
                    .containsExactly("occurredAt:implausible-date");
        }
    }

    private Result<Partner> archived(@Nullable Instant at, Actor actor) {
        Registration body =
                new Registration(
                        null,
                        "Loiret",
                        "DEPARTEMENT",
                        "departement:45",
                        null,
                        null,
                        null,
                        null,
                        at);
        return create(register("p-a", body), actor);
    }
}
