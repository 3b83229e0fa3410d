package relais.partners.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Claims.Kind;
import relais.partners.application.Outcome.Done;
import relais.partners.application.Outcome.Rejected;
import relais.partners.application.Outcome.Repeated;
import relais.partners.application.Outcome.Stale;
import relais.partners.domain.HomeTerritory;
import relais.partners.domain.MandateId;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;
import relais.partners.domain.Person;
import relais.partners.domain.Refused;
import relais.partners.domain.Refused.Rule;

class UseCasesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor COMMITTEE = new Actor("m-comite", null, true, false);
    private static final Actor OPERATOR = new Actor("m-exploitation", null, false, true);
    private static final Actor LOIRET =
            new Actor("m-loiret", new PartnerId("p-loiret"), false, false);

    private final InMemoryPartners partners = new InMemoryPartners();
    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryPersons persons = new InMemoryPersons();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final RegisterPartner register =
            new RegisterPartner(partners, claims, UseCasesTest::territory, clock);
    private final GrantMandate grant =
            new GrantMandate(partners, claims, persons, clock, () -> "m-made");

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
        rename.rename(new Target("p-loiret", 1), "Autre nom", null, live(COMMITTEE));

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

    @Test
    void aPartnerSignsForItselfOnly() {
        register("p-loiret", null, COMMITTEE);
        register("p-other", null, COMMITTEE);
        var sign = new SignCharter(partners, clock);

        assertThat(sign.sign(new Target("p-loiret", 1), null, live(LOIRET)))
                .isInstanceOf(Done.class);
        assertThat(rules(sign.sign(new Target("p-other", 1), null, live(LOIRET))))
                .containsExactly(Rule.NOT_ALLOWED);
        assertThat(rules(sign.sign(new Target("p-other", 1), null, live(COMMITTEE))))
                .containsExactly(Rule.NOT_ALLOWED);
    }

    @Test
    void aPartnerDoesNotSuspendItself() {
        register("p-loiret", null, COMMITTEE);
        var suspend = new SuspendPartner(partners, clock);

        assertThat(rules(suspend.suspend(new Target("p-loiret", 1), "Motif", live(LOIRET))))
                .containsExactly(Rule.NOT_ALLOWED);
        assertThat(suspend.suspend(new Target("p-loiret", 1), "Motif", live(COMMITTEE)))
                .isInstanceOf(Done.class);
    }

    @Test
    void aSuspensionSaysWhy() {
        register("p-loiret", null, COMMITTEE);
        var suspend = new SuspendPartner(partners, clock);

        assertThat(refusals(suspend.suspend(new Target("p-loiret", 1), " ", live(COMMITTEE))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.REQUIRED, "reason"));
    }

    @Test
    void whoHasNotSeenTheLatestVersionIsToldWhichItIs() {
        register("p-loiret", null, COMMITTEE);
        var rename = new RenamePartner(partners, clock);
        rename.rename(new Target("p-loiret", 1), "Nouveau nom", null, live(LOIRET));

        assertThat(rename.rename(new Target("p-loiret", 1), "Autre", null, live(LOIRET)))
                .isEqualTo(new Stale(1, 2));
    }

    @Test
    void anUnknownPartnerIsUnknownWhateverItsIdLooksLike() {
        var rename = new RenamePartner(partners, clock);

        assertThat(rules(rename.rename(new Target("p-none", 1), "Nom", null, live(COMMITTEE))))
                .containsExactly(Rule.PARTNER_UNKNOWN);
        assertThat(rules(rename.rename(new Target("{$ne:1}", 1), "Nom", null, live(COMMITTEE))))
                .containsExactly(Rule.PARTNER_UNKNOWN);
    }

    @Test
    void aMandateIdKnownAnywhereIsRefused() {
        register("p-loiret", null, COMMITTEE);
        register("p-other", null, COMMITTEE);
        grant.grant(new Target("p-loiret", 1), mandate("m-one", null), live(LOIRET));

        Outcome outcome =
                grant.grant(new Target("p-other", 1), mandate("m-one", null), live(OPERATOR));

        assertThat(refusals(outcome))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.MANDATE_ID_TAKEN, "id"));
    }

    @Test
    void aMandateGetsAnIdIfNoneIsGiven() {
        register("p-loiret", null, COMMITTEE);

        grant.grant(new Target("p-loiret", 1), mandate(null, null), live(LOIRET));

        assertThat(partner("p-loiret").mandate(new MandateId("m-made"))).isNotNull();
    }

    @Test
    void thePersonIsKeptApartAndErasedOnRequest() {
        register("p-loiret", null, COMMITTEE);
        grant.grant(
                new Target("p-loiret", 1),
                mandate("m-one", new PersonInput("Camille Exemple", "camille@exemple.fr")),
                live(LOIRET));
        assertThat(persons.of(new PartnerId("p-loiret")))
                .containsEntry(
                        new MandateId("m-one"),
                        new Person("Camille Exemple", "camille@exemple.fr"));
        assertThat(partners.log().toString())
                .doesNotContain("Camille")
                .doesNotContain("exemple.fr");

        var erase = new ErasePerson(partners, claims, persons);
        assertThat(erase.erase("m-one", COMMITTEE))
                .extracting(Refused::rule)
                .containsExactly(Rule.NOT_ALLOWED);
        assertThat(erase.erase("m-one", LOIRET)).isEmpty();
        assertThat(erase.erase("m-one", LOIRET)).isEmpty();

        assertThat(persons.of(new PartnerId("p-loiret"))).isEmpty();
        assertThat(partner("p-loiret").mandates()).hasSize(1);
    }

    @Test
    void noPersonIsKeptWithoutItsMandate() {
        register("p-loiret", null, COMMITTEE);
        var person = new PersonInput("Camille Exemple", "no address");

        assertThat(
                        refusals(
                                grant.grant(
                                        new Target("p-loiret", 1),
                                        new GrantMandate.Request(
                                                "m-one", "KING", null, null, person),
                                        live(LOIRET))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.ONE_OF, "role"), tuple(Rule.EMAIL, "person.email"));
        grant.grant(
                new Target("p-loiret", 9),
                mandate("m-one", new PersonInput("Camille Exemple", null)),
                live(LOIRET));

        assertThat(persons.of(new PartnerId("p-loiret"))).isEmpty();
    }

    @Test
    void aPersonCanBeNamedAndCorrectedLater() {
        register("p-loiret", null, COMMITTEE);
        grant.grant(new Target("p-loiret", 1), mandate("m-one", null), live(LOIRET));
        var name = new NamePerson(partners, claims, persons);

        assertThat(name.name("m-one", new PersonInput("Camille Exemple", null), LOIRET)).isEmpty();
        assertThat(name.name("m-one", new PersonInput("Dominique Exemple", null), OPERATOR))
                .isEmpty();
        assertThat(name.name("m-none", new PersonInput("X", null), LOIRET))
                .extracting(Refused::rule)
                .containsExactly(Rule.MANDATE_UNKNOWN);

        assertThat(persons.of(new PartnerId("p-loiret")))
                .containsEntry(new MandateId("m-one"), new Person("Dominique Exemple", null));
    }

    @Test
    void aMandateThatWasOnlyClaimedIsUnknown() {
        register("p-loiret", null, COMMITTEE);
        claims.claim(new Claim(Kind.MANDATE, "m-one"), new PartnerId("p-loiret"), NOW);
        var end = new EndMandate(partners, claims, clock);

        assertThat(rules(end.end("m-one", 1, null, null, live(LOIRET))))
                .containsExactly(Rule.MANDATE_UNKNOWN);
    }

    @Test
    void aMandateIsEndedByItsPartnerWithTheVersionItHasSeen() {
        register("p-loiret", null, COMMITTEE);
        grant.grant(new Target("p-loiret", 1), mandate("m-one", null), live(LOIRET));
        var end = new EndMandate(partners, claims, clock);

        assertThat(end.end("m-one", 1, null, null, live(LOIRET))).isEqualTo(new Stale(1, 2));
        assertThat(end.end("m-one", 2, null, "Mutation", live(LOIRET))).isInstanceOf(Done.class);
        assertThat(partner("p-loiret").mandates().getFirst().endedOn()).isNotNull();
    }

    private Outcome register(String id, @Nullable String siren, Actor actor) {
        return register.register(id, request(siren), "request of " + id, live(actor));
    }

    private static RegisterPartner.Request request(@Nullable String siren) {
        return new RegisterPartner.Request(
                "Loiret", "DEPARTEMENT", "departement:45", siren, null, null, null);
    }

    private static GrantMandate.Request mandate(@Nullable String id, @Nullable PersonInput person) {
        return new GrantMandate.Request(id, "CONTRIBUTOR", null, null, person);
    }

    private static Occasion live(Actor actor) {
        return new Occasion(actor, null, "correlation");
    }

    private static Optional<HomeTerritory> territory(String id) {
        return id.equals("departement:45")
                ? Optional.of(new HomeTerritory(id, null, null))
                : Optional.empty();
    }

    private Partner partner(String id) {
        return partners.find(new PartnerId(id)).orElseThrow();
    }

    private static List<Rule> rules(Outcome outcome) {
        return refusals(outcome).stream().map(Refused::rule).toList();
    }

    private static List<Refused> refusals(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Rejected.class);
        return ((Rejected) outcome).reasons();
    }
}
