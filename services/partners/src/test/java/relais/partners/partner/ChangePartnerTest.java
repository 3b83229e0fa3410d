package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.aggregates.Result;
import relais.partners.partner.PartnerCommand.AdmitToCommittee;
import relais.partners.partner.PartnerCommand.LeaveCommittee;
import relais.partners.partner.PartnerCommand.Rename;
import relais.partners.partner.PartnerCommand.SignCharter;
import relais.partners.partner.PartnerCommand.Suspend;

/** Who changes a partner, and on what version. */
class ChangePartnerTest extends Scene {

    private static final SignCharter SIGN = new SignCharter(null, null);

    @BeforeEach
    void register() {
        registered("p-loiret", null, COMMITTEE);
        registered("p-other", null, COMMITTEE);
    }

    @Test
    void aPartnerSignsForItselfOnly() {
        assertDone(change("p-loiret", 1, SIGN, LOIRET));
        assertThat(refusals(change("p-other", 1, SIGN, LOIRET))).containsExactly("id:not-allowed");
        assertThat(refusals(change("p-other", 1, SIGN, COMMITTEE)))
                .containsExactly("id:not-allowed");
    }

    @Test
    void aPartnerDoesNotSuspendItself() {
        assertThat(refusals(change("p-loiret", 1, new Suspend("Motif", null), LOIRET)))
                .containsExactly("id:not-allowed");
        assertDone(change("p-loiret", 1, new Suspend("Motif", null), COMMITTEE));
    }

    @Test
    void onlyTheCommitteeSaysWhoIsOfIt() {
        change("p-loiret", 1, SIGN, LOIRET);

        assertThat(refusals(change("p-loiret", 2, new AdmitToCommittee(null), LOIRET)))
                .containsExactly("id:not-allowed");
        assertDone(change("p-loiret", 2, new AdmitToCommittee(null), COMMITTEE));
        assertThat(refusals(change("p-loiret", 3, new LeaveCommittee(null, null), LOIRET)))
                .containsExactly("id:not-allowed");
        assertDone(change("p-loiret", 3, new LeaveCommittee("Dissoute", null), COMMITTEE));
    }

    @Test
    void whoHasNotSeenTheLatestVersionIsToldWhichItIs() {
        Rename rename = new Rename("Nouveau nom", null, null);
        change("p-loiret", 1, rename, LOIRET);

        assertThat(change("p-loiret", 1, rename, LOIRET)).isEqualTo(new Result.Stale<>(1, 2));
    }

    @Test
    void whoMayNotIsToldSoBeforeTheVersion() {
        assertThat(refusals(change("p-other", 9, SIGN, LOIRET))).containsExactly("id:not-allowed");
    }

    @Test
    void anUnknownPartnerIsUnknownWhateverItsIdLooksLike() {
        assertThat(change("p-none", 1, SIGN, COMMITTEE)).isEqualTo(new Result.Missing<>("p-none"));
        assertThat(change("{$ne:1}", 1, SIGN, COMMITTEE))
                .isEqualTo(new Result.Missing<>("{$ne:1}"));
    }
}
