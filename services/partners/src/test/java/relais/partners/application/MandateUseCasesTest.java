package relais.partners.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Claims.Kind;
import relais.partners.application.Outcome.Done;
import relais.partners.application.Outcome.Stale;
import relais.partners.domain.MandateId;
import relais.partners.domain.PartnerId;
import relais.partners.domain.Person;
import relais.partners.domain.Refused;
import relais.partners.domain.Refused.Rule;

/** Mandates and the persons who hold them. */
class MandateUseCasesTest extends Bench {
    @Test
    void aMandateIdKnownAnywhereIsRefused() {
        register("p-loiret", null, COMMITTEE);
        register("p-other", null, COMMITTEE);
        grant.grant(new Target("p-loiret", 1L), mandate("m-one", null), live(LOIRET));

        Outcome outcome =
                grant.grant(new Target("p-other", 1L), mandate("m-one", null), live(OPERATOR));

        assertThat(refusals(outcome))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.MANDATE_ID_TAKEN, "id"));
    }

    @Test
    void aMandateGetsAnIdIfNoneIsGiven() {
        register("p-loiret", null, COMMITTEE);

        grant.grant(new Target("p-loiret", 1L), mandate(null, null), live(LOIRET));

        assertThat(partner("p-loiret").mandate(new MandateId("m-made"))).isNotNull();
    }

    @Test
    void thePersonIsKeptApartAndErasedOnRequest() {
        register("p-loiret", null, COMMITTEE);
        grant.grant(
                new Target("p-loiret", 1L),
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
                                        new Target("p-loiret", 1L),
                                        new GrantMandate.Request(
                                                "m-one", "KING", null, null, person),
                                        live(LOIRET))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.ONE_OF, "role"), tuple(Rule.EMAIL, "person.email"));
        grant.grant(
                new Target("p-loiret", 9L),
                mandate("m-one", new PersonInput("Camille Exemple", null)),
                live(LOIRET));

        assertThat(persons.of(new PartnerId("p-loiret"))).isEmpty();
    }

    @Test
    void aPersonCanBeNamedAndCorrectedLater() {
        register("p-loiret", null, COMMITTEE);
        grant.grant(new Target("p-loiret", 1L), mandate("m-one", null), live(LOIRET));
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

        assertThat(rules(end.end("m-one", 1L, null, null, live(LOIRET))))
                .containsExactly(Rule.MANDATE_UNKNOWN);
    }

    @Test
    void aMandateIsEndedByItsPartnerWithTheVersionItHasSeen() {
        register("p-loiret", null, COMMITTEE);
        grant.grant(new Target("p-loiret", 1L), mandate("m-one", null), live(LOIRET));
        var end = new EndMandate(partners, claims, clock);

        assertThat(end.end("m-one", 1L, null, null, live(LOIRET))).isEqualTo(new Stale(1, 2));
        assertThat(end.end("m-one", 2L, null, "Mutation", live(LOIRET))).isInstanceOf(Done.class);
        assertThat(partner("p-loiret").mandates().getFirst().endedOn()).isNotNull();
    }
}
