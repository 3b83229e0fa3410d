package relais.partners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.partners.domain.Decision.Accepted;
import relais.partners.domain.Decision.Rejected;
import relais.partners.domain.PartnerCommand.EndMandate;
import relais.partners.domain.PartnerCommand.GrantMandate;
import relais.partners.domain.PartnerCommand.Register;
import relais.partners.domain.PartnerCommand.Reinstate;
import relais.partners.domain.PartnerCommand.Rename;
import relais.partners.domain.PartnerCommand.SignCharter;
import relais.partners.domain.PartnerCommand.Suspend;
import relais.partners.domain.PartnerEvent.CharterSigned;
import relais.partners.domain.PartnerEvent.MandateGranted;
import relais.partners.domain.PartnerEvent.Registered;
import relais.partners.domain.Refused.Rule;

class PartnerTest {
    private static final Instant START = Instant.parse("2016-01-04T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final PartnerId ID = new PartnerId("p-departement-45");
    private static final MandateId MANDATE = new MandateId("m-loiret");
    private static final HomeTerritory LOIRET = new HomeTerritory("departement:45", null, null);

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

    @Test
    void replayOfItsEventsMakesTheSamePartner() {
        List<Accepted> history = new ArrayList<>();
        Partner live = partner;
        for (PartnerCommand.Change command :
                List.of(
                        new SignCharter(LocalDate.of(2015, 10, 1)),
                        new GrantMandate(MANDATE, MandateRole.REPRESENTATIVE, null, null),
                        new Suspend(new Note("Sans nouvelles")),
                        new Reinstate(null),
                        new Rename(new PartnerName("Loiret, le département"), null),
                        new EndMandate(MANDATE, null, new Note("Fin de fonctions")))) {
            Accepted accepted = accepted(live.decide(command, Moment.live(NOW)));
            history.add(accepted);
            live = live.apply(accepted.event(), accepted.moment().at());
        }

        Partner replayed = partner;
        for (Accepted accepted : history) {
            replayed = replayed.apply(accepted.event(), accepted.moment().at());
        }

        assertThat(replayed).isEqualTo(live);
        assertThat(live.version()).isEqualTo(7);
        assertThat(live.identity().name()).isEqualTo(new PartnerName("Loiret, le département"));
        assertThat(live.mandates())
                .containsExactly(
                        new Mandate(
                                MANDATE,
                                MandateRole.REPRESENTATIVE,
                                LocalDate.of(2026, 3, 2),
                                null,
                                LocalDate.of(2026, 3, 2)));
    }

    @Test
    void cannotBeRegisteredTwiceInItsOwnLog() {
        var again = new Registered(ID, partner.identity());

        assertThatIllegalStateException().isThrownBy(() -> partner.apply(again, NOW));
    }

    @Test
    void signsOnTheDayItSaysOrElseToday() {
        assertThat(event(partner, new SignCharter(null)))
                .isEqualTo(new CharterSigned(LocalDate.of(2026, 3, 2)));
        assertThat(event(partner, new SignCharter(LocalDate.of(2015, 10, 1))))
                .isEqualTo(new CharterSigned(LocalDate.of(2015, 10, 1)));
    }

    @Test
    void refusesASecondSignatureOfTheSamePartner() {
        Partner signed = partner.apply(new CharterSigned(LocalDate.of(2015, 10, 1)), START);

        assertThat(rules(signed, new SignCharter(null)))
                .containsExactly(Rule.CHARTER_ALREADY_SIGNED);
    }

    @Test
    void refusesASignatureBeforeTheCharterOrInTheFuture() {
        assertThat(rules(partner, new SignCharter(LocalDate.of(2015, 9, 30))))
                .containsExactly(Rule.BEFORE_THE_CHARTER);
        assertThat(rules(partner, new SignCharter(LocalDate.of(2026, 3, 3))))
                .containsExactly(Rule.IN_THE_FUTURE);
    }

    @Test
    void refusesASuspendedPartnerToSignAndToGrant() {
        Partner suspended = partner.apply(new PartnerEvent.Suspended(new Note("Motif")), START);

        assertThat(rules(suspended, new SignCharter(null))).containsExactly(Rule.SUSPENDED);
        assertThat(rules(suspended, grant(null, null))).containsExactly(Rule.SUSPENDED);
        assertThat(rules(suspended, new Suspend(new Note("Encore"))))
                .containsExactly(Rule.SUSPENDED);
    }

    @Test
    void letsASuspendedPartnerEndAMandate() {
        Partner suspended =
                partner.apply(granted(), START)
                        .apply(new PartnerEvent.Suspended(new Note("Motif")), START);

        assertThat(suspended.decide(new EndMandate(MANDATE, null, null), Moment.live(NOW)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void refusesToReinstateAnActivePartner() {
        assertThat(rules(partner, new Reinstate(null))).containsExactly(Rule.NOT_SUSPENDED);
    }

    @Test
    void refusesTheNameItHas() {
        assertThat(rules(partner, new Rename(partner.identity().name(), null)))
                .containsExactly(Rule.NAME_UNCHANGED);
    }

    @Test
    void neverUsesAMandateIdAgainNotEvenAfterItsEnd() {
        Partner ended =
                partner.apply(granted(), START)
                        .apply(
                                new PartnerEvent.MandateEnded(
                                        MANDATE, LocalDate.of(2017, 1, 1), null),
                                START);

        assertThat(rules(ended, grant(null, null))).containsExactly(Rule.MANDATE_ID_TAKEN);
    }

    @Test
    void refusesAMandateThatEndsBeforeItBegins() {
        assertThat(rules(partner, grant(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 4, 30))))
                .containsExactly(Rule.UNTIL_BEFORE_FROM);
        assertThat(rules(partner, grant(null, LocalDate.of(2026, 3, 1))))
                .containsExactly(Rule.UNTIL_BEFORE_FROM);
    }

    @Test
    void acceptsAMandateOfOneDay() {
        LocalDate day = LocalDate.of(2026, 5, 1);

        assertThat(partner.decide(grant(day, day), Moment.live(NOW))).isInstanceOf(Accepted.class);
    }

    @Test
    void refusesDatesThatAreSlipsOfTheKeyboard() {
        assertThat(
                        refusals(
                                partner.decide(
                                        grant(LocalDate.of(202, 5, 1), LocalDate.MAX),
                                        Moment.live(NOW))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(
                        tuple(Rule.IMPLAUSIBLE_DATE, "from"),
                        tuple(Rule.IMPLAUSIBLE_DATE, "until"));
    }

    @Test
    void refusesMoreMandatesThanADocumentShouldHold() {
        Partner busy = partner;
        for (int i = 0; i < ChangePolicy.MAX_MANDATES; i++) {
            MandateGranted next =
                    new MandateGranted(
                            new MandateId("m-" + i),
                            MandateRole.CONTRIBUTOR,
                            LocalDate.of(2016, 1, 4),
                            null);
            busy = busy.apply(next, START);
        }

        assertThat(rules(busy, grant(null, null))).containsExactly(Rule.TOO_MANY_MANDATES);
    }

    @Test
    void refusesToEndAMandateItNeverGranted() {
        assertThat(rules(partner, new EndMandate(MANDATE, null, null)))
                .containsExactly(Rule.MANDATE_UNKNOWN);
    }

    @Test
    void refusesToEndAMandateTwiceTooEarlyOrInAdvance() {
        Partner mandated = partner.apply(granted(), START);
        Partner ended =
                mandated.apply(
                        new PartnerEvent.MandateEnded(MANDATE, LocalDate.of(2017, 1, 1), null),
                        START);

        assertThat(rules(ended, new EndMandate(MANDATE, null, null)))
                .containsExactly(Rule.MANDATE_ALREADY_ENDED);
        assertThat(rules(mandated, new EndMandate(MANDATE, LocalDate.of(2015, 12, 31), null)))
                .containsExactly(Rule.ENDED_BEFORE_FROM);
        assertThat(rules(mandated, new EndMandate(MANDATE, LocalDate.of(2026, 3, 3), null)))
                .containsExactly(Rule.IN_THE_FUTURE);
    }

    @Test
    void refusesAnArchiveBehindTheLastEvent() {
        Moment before = Moment.archived(START.minusMillis(1), NOW);

        assertThat(refusals(partner.decide(new SignCharter(LocalDate.of(2015, 10, 1)), before)))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.BEFORE_THE_LAST_EVENT, "occurredAt"));
    }

    @Test
    void acceptsAnArchiveAtTheVeryMomentOfTheLastEvent() {
        Accepted accepted =
                accepted(
                        partner.decide(
                                new SignCharter(LocalDate.of(2015, 10, 1)),
                                Moment.archived(START, NOW)));

        assertThat(accepted.moment().at()).isEqualTo(START);
        assertThat(accepted.moment().archive()).isTrue();
    }

    @Test
    void refusesAnArchiveOfTheFuture() {
        assertThat(
                        refusals(
                                partner.decide(
                                        new SignCharter(null),
                                        Moment.archived(NOW.plusMillis(1), NOW))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.IN_THE_FUTURE, "occurredAt"));
    }

    @Test
    void aClockThatLagsBehindTheLastEventDoesNotGoBack() {
        Accepted accepted =
                accepted(partner.decide(new SignCharter(null), Moment.live(START.minusSeconds(5))));

        assertThat(accepted.moment().at()).isEqualTo(START);
        assertThat(accepted.moment().archive()).isFalse();
    }

    private static Partner register(PartnerKind kind, HomeTerritory home) {
        Accepted accepted =
                accepted(
                        Partner.decide(
                                new Register(ID, identity(kind, home), home), Moment.live(START)));
        return Partner.begin((Registered) accepted.event(), accepted.moment().at());
    }

    private static Identity identity(PartnerKind kind, HomeTerritory home) {
        return new Identity(new PartnerName("Loiret"), kind, home.id(), null, null, null, null);
    }

    private static GrantMandate grant(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new GrantMandate(MANDATE, MandateRole.CONTRIBUTOR, from, until);
    }

    private static MandateGranted granted() {
        return new MandateGranted(MANDATE, MandateRole.CONTRIBUTOR, LocalDate.of(2016, 1, 4), null);
    }

    private static PartnerEvent event(Partner partner, PartnerCommand.Change command) {
        return accepted(partner.decide(command, Moment.live(NOW))).event();
    }

    private static List<Rule> rules(Partner partner, PartnerCommand.Change command) {
        return refusals(partner.decide(command, Moment.live(NOW))).stream()
                .map(Refused::rule)
                .toList();
    }

    private static Accepted accepted(Decision decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }

    private static List<Refused> refusals(Decision decision) {
        assertThat(decision).isInstanceOf(Rejected.class);
        return ((Rejected) decision).reasons();
    }
}
