package relais.partners.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import relais.partners.application.Outcome.Done;
import relais.partners.application.Outcome.Stale;
import relais.partners.domain.Refused;
import relais.partners.domain.Refused.Rule;

/** Who changes a partner, and on what version. */
class ChangePartnerTest extends Bench {
    @Test
    void aPartnerSignsForItselfOnly() {
        register("p-loiret", null, COMMITTEE);
        register("p-other", null, COMMITTEE);
        var sign = new SignCharter(partners, clock);

        assertThat(sign.sign(new Target("p-loiret", 1L), null, live(LOIRET)))
                .isInstanceOf(Done.class);
        assertThat(rules(sign.sign(new Target("p-other", 1L), null, live(LOIRET))))
                .containsExactly(Rule.NOT_ALLOWED);
        assertThat(rules(sign.sign(new Target("p-other", 1L), null, live(COMMITTEE))))
                .containsExactly(Rule.NOT_ALLOWED);
    }

    @Test
    void aPartnerDoesNotSuspendItself() {
        register("p-loiret", null, COMMITTEE);
        var suspend = new SuspendPartner(partners, clock);

        assertThat(rules(suspend.suspend(new Target("p-loiret", 1L), "Motif", live(LOIRET))))
                .containsExactly(Rule.NOT_ALLOWED);
        assertThat(suspend.suspend(new Target("p-loiret", 1L), "Motif", live(COMMITTEE)))
                .isInstanceOf(Done.class);
    }

    @Test
    void onlyTheCommitteeSaysWhoIsOfIt() {
        register("p-loiret", null, COMMITTEE);
        new SignCharter(partners, clock).sign(new Target("p-loiret", 1L), null, live(LOIRET));
        var committee = new CommitteeSignatories(partners, clock);

        assertThat(rules(committee.admit(new Target("p-loiret", 2L), live(LOIRET))))
                .containsExactly(Rule.NOT_ALLOWED);
        assertThat(committee.admit(new Target("p-loiret", 2L), live(COMMITTEE)))
                .isInstanceOf(Done.class);
        assertThat(rules(committee.leave(new Target("p-loiret", 3L), null, live(LOIRET))))
                .containsExactly(Rule.NOT_ALLOWED);
        assertThat(committee.leave(new Target("p-loiret", 3L), "Dissoute", live(COMMITTEE)))
                .isInstanceOf(Done.class);
    }

    @Test
    void aSuspensionSaysWhy() {
        register("p-loiret", null, COMMITTEE);
        var suspend = new SuspendPartner(partners, clock);

        assertThat(refusals(suspend.suspend(new Target("p-loiret", 1L), " ", live(COMMITTEE))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.REQUIRED, "reason"));
    }

    @Test
    void whoHasNotSeenTheLatestVersionIsToldWhichItIs() {
        register("p-loiret", null, COMMITTEE);
        var rename = new RenamePartner(partners, clock);
        rename.rename(new Target("p-loiret", 1L), "Nouveau nom", null, live(LOIRET));

        assertThat(rename.rename(new Target("p-loiret", 1L), "Autre", null, live(LOIRET)))
                .isEqualTo(new Stale(1, 2));
    }

    @Test
    void anUnknownPartnerIsUnknownWhateverItsIdLooksLike() {
        var rename = new RenamePartner(partners, clock);

        assertThat(rules(rename.rename(new Target("p-none", 1L), "Nom", null, live(COMMITTEE))))
                .containsExactly(Rule.PARTNER_UNKNOWN);
        assertThat(rules(rename.rename(new Target("{$ne:1}", 1L), "Nom", null, live(COMMITTEE))))
                .containsExactly(Rule.PARTNER_UNKNOWN);
    }
}
