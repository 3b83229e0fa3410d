package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.partners.claims.Claims.Claim;
import relais.partners.claims.Claims.Kind;
import relais.partners.partner.PartnerCommand.GrantMandate;

/** Mandates and the persons who hold them. */
class MandatesTest extends Scene {

    private static final PartnerId ID = new PartnerId("p-loiret");
    private static final MandateId ONE = new MandateId("m-one");

    @BeforeEach
    void register() {
        registered("p-loiret", null, COMMITTEE);
        registered("p-other", null, COMMITTEE);
    }

    @Test
    void aMandateIdKnownAnywhereIsRefused() {
        grant("p-loiret", "m-one", null, LOIRET);

        assertThat(refusals(grant("p-other", "m-one", null, OPERATOR)))
                .containsExactly("id:mandate-id-taken");
    }

    @Test
    void aMandateGetsAnIdIfNoneIsGiven() {
        assertDone(grant("p-loiret", null, null, LOIRET));

        assertThat(partner("p-loiret").mandates().getFirst().id().value()).startsWith("m-");
    }

    @Test
    void thePersonIsKeptApartAndErasedOnRequest() {
        Person camille = new Person("Camille Exemple", "camille@exemple.fr");
        grant("p-loiret", "m-one", camille, LOIRET);
        assertThat(persons.of(ID)).containsEntry(ONE, camille);
        assertThat(partners.log.toString()).doesNotContain("Camille").doesNotContain("exemple.fr");

        assertThat(said(mandates.erase("m-one", COMMITTEE))).containsExactly("id:not-allowed");
        assertThat(mandates.erase("m-one", LOIRET)).isEmpty();
        assertThat(mandates.erase("m-one", LOIRET)).isEmpty();

        assertThat(persons.of(ID)).isEmpty();
        assertThat(partner("p-loiret").mandates()).hasSize(1);
        assertThat(partner("p-loiret").version()).isEqualTo(4);
        assertThat(partners.log.toString()).contains("MandatePersonErased[mandate=m-one]");
    }

    @Test
    void noPersonIsKeptWithoutItsMandate() {
        Person camille = new Person("Camille Exemple", "no address");

        assertThat(
                        refusals(
                                mandates.grant(
                                        "p-loiret",
                                        1L,
                                        new GrantMandate(
                                                "m-one", "KING", null, null, camille, null),
                                        LOIRET)))
                .containsExactly("role:one-of", "person.email:email");
        Person sound = new Person("Camille Exemple", null);
        assertThat(mandates.grant("p-loiret", 9L, asked("m-one", sound), LOIRET))
                .isEqualTo(new Result.Stale<>(9, 1));

        assertThat(persons.of(ID)).isEmpty();
    }

    @Test
    void aPersonCanBeNamedAndCorrectedLater() {
        grant("p-loiret", "m-one", null, LOIRET);

        assertThat(mandates.name("m-one", new Person("Camille Exemple", null), LOIRET)).isEmpty();
        assertThat(mandates.name("m-one", new Person("Dominique Exemple", " "), OPERATOR))
                .isEmpty();
        assertThat(said(mandates.name("m-none", new Person("X", null), LOIRET)))
                .containsExactly("id:mandate-unknown");
        assertThat(said(mandates.name("m-one", new Person(" ", "nowhere"), LOIRET)))
                .containsExactly("name:required", "email:email");

        assertThat(persons.of(ID)).containsEntry(ONE, new Person("Dominique Exemple", null));
    }

    @Test
    void aMandateThatWasOnlyClaimedIsUnknown() {
        claims.claim(new Claim(Kind.MANDATE, "m-one"), ID, NOW);

        assertThat(refusals(end("m-one", 1))).containsExactly("id:mandate-unknown");
        assertThat(refusals(end("{$ne:1}", 1))).containsExactly("id:mandate-unknown");
    }

    @Test
    void aMandateIsEndedByItsPartnerWithTheVersionItHasSeen() {
        grant("p-loiret", "m-one", null, LOIRET);

        assertThat(end("m-one", 1)).isEqualTo(new Result.Stale<>(1, 2));
        assertDone(end("m-one", 2));
        assertThat(partner("p-loiret").mandates().getFirst().endedOn()).isNotNull();
    }

    private Result<Partner> end(String mandate, long version) {
        return mandates.end(mandate, version, null, "Mutation", null, LOIRET);
    }

    private Result<Partner> grant(
            String partner, @Nullable String id, @Nullable Person person, Actor actor) {
        return mandates.grant(partner, 1L, asked(id, person), actor);
    }

    private static GrantMandate asked(@Nullable String id, @Nullable Person person) {
        return new GrantMandate(id, "CONTRIBUTOR", null, null, person, null);
    }
}
