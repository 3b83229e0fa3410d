package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.aggregates.Decision;
import relais.partners.partner.PartnerCommand.AdmitToCommittee;
import relais.partners.partner.PartnerCommand.EndMandate;
import relais.partners.partner.PartnerCommand.GrantMandate;
import relais.partners.partner.PartnerCommand.LeaveCommittee;
import relais.partners.partner.PartnerCommand.Reinstate;
import relais.partners.partner.PartnerCommand.Rename;
import relais.partners.partner.PartnerCommand.SignCharter;
import relais.partners.partner.PartnerCommand.Suspend;
import relais.partners.partner.PartnerEvent.CharterSigned;
import relais.partners.partner.PartnerEvent.CommitteeJoined;
import relais.partners.partner.PartnerEvent.Registered;
import relais.partners.partner.PartnerEvent.Suspended;

/** What becomes of a partner: its signature, its name, its suspension, and when. */
class PartnerTest extends Scene {

    private final Partner partner = loiret();

    @Test
    void replayOfItsEventsMakesTheSamePartner() {
        List<PartnerEvent> history = new ArrayList<>();
        Partner live = partner;
        for (PartnerCommand command :
                List.of(
                        new SignCharter(CHARTER, null),
                        new GrantMandate("m-loiret", "REPRESENTATIVE", null, null, null, null),
                        new Suspend("Sans nouvelles", null),
                        new Reinstate(null, null),
                        new Rename("Loiret, le département", null, null),
                        new EndMandate(MANDATE, null, "Fin de fonctions", null))) {
            PartnerEvent event = event(live, command);
            history.add(event);
            live = apply(live, event, NOW);
        }

        Partner replayed = partner;
        for (PartnerEvent event : history) {
            replayed = apply(replayed, event, NOW);
        }

        assertThat(replayed).isEqualTo(live);
        assertThat(live.version()).isEqualTo(7);
        assertThat(live.identity().name()).isEqualTo("Loiret, le département");
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(live.mandates())
                .containsExactly(new Mandate(MANDATE, MandateRole.REPRESENTATIVE, day, null, day));
    }

    @Test
    void isRegisteredFirstAndOnce() {
        var again = new Registered(partner.id(), partner.identity(), "");

        assertThatIllegalStateException().isThrownBy(() -> apply(partner, again, NOW));
        assertThatIllegalStateException().isThrownBy(() -> apply(null, granted(), NOW));
    }

    @Test
    void signsOnTheDayItSaysOrElseToday() {
        assertThat(event(partner, new SignCharter(null, null)))
                .isEqualTo(new CharterSigned(LocalDate.of(2026, 3, 2)));
        assertThat(event(partner, new SignCharter(CHARTER, null)))
                .isEqualTo(new CharterSigned(CHARTER));
    }

    @Test
    void refusesASecondSignatureOfTheSamePartner() {
        Partner signed = after(partner, new CharterSigned(CHARTER));

        assertThat(refusals(signed, new SignCharter(null, null)))
                .containsExactly("signedOn:charter-already-signed");
    }

    @Test
    void refusesASignatureBeforeTheCharterOrInTheFuture() {
        assertThat(refusals(partner, new SignCharter(CHARTER.minusDays(1), null)))
                .containsExactly("signedOn:before-the-charter");
        assertThat(refusals(partner, new SignCharter(LocalDate.of(2026, 3, 3), null)))
                .containsExactly("signedOn:in-the-future");
    }

    @Test
    void isOfTheCommitteeOnceItIsAdmittedAndUntilItLeaves() {
        Partner signed = after(partner, new CharterSigned(CHARTER));
        assertThat(signed.committee()).isFalse();

        Partner admitted = after(signed, event(signed, new AdmitToCommittee(null)));
        assertThat(admitted.committee()).isTrue();
        Partner left = after(admitted, event(admitted, new LeaveCommittee(null, null)));
        assertThat(left.committee()).isFalse();
        assertThat(left.charterSignedOn()).isEqualTo(CHARTER);
    }

    @Test
    void refusesWhoHasNotSignedAndASecondAdmission() {
        assertThat(refusals(partner, new AdmitToCommittee(null)))
                .containsExactly("charterSignedOn:charter-not-signed");
        assertThat(refusals(partner, new LeaveCommittee(null, null)))
                .containsExactly("committee:not-of-the-committee");

        Partner admitted = after(partner, new CharterSigned(CHARTER), new CommitteeJoined());
        assertThat(refusals(admitted, new AdmitToCommittee(null)))
                .containsExactly("committee:already-of-the-committee");
    }

    @Test
    void refusesASuspendedPartnerToSignAndToGrant() {
        Partner suspended = after(partner, new Suspended("Motif"));

        assertThat(refusals(suspended, new SignCharter(null, null)))
                .containsExactly("status:suspended");
        assertThat(refusals(suspended, grant(null, null))).containsExactly("status:suspended");
        assertThat(refusals(suspended, new Suspend("Encore", null)))
                .containsExactly("status:suspended");
    }

    @Test
    void refusesToReinstateAnActivePartner() {
        assertThat(refusals(partner, new Reinstate(null, null)))
                .containsExactly("status:not-suspended");
    }

    @Test
    void aNameThatItHasChangesNothing() {
        assertThat(decide(partner, new Rename("Loiret", "Une faute", null), NOW))
                .isEqualTo(new Decision.Unchanged<>());
    }

    @Test
    void aSuspensionSaysWhy() {
        assertThat(refusals(partner, new Suspend(" ", null))).containsExactly("reason:required");
        assertThat(refusals(partner, new Suspend("a\nb", null))).containsExactly("reason:one-line");
    }

    @Test
    void refusesAnArchiveBehindTheLastEventOrInTheFuture() {
        SignCharter sign = new SignCharter(CHARTER, null);

        assertThat(refusals(partner, sign, START.minusMillis(1)))
                .containsExactly("occurredAt:before-the-last-event");
        assertThat(event(partner, sign, START)).isEqualTo(new CharterSigned(CHARTER));
        Instant tomorrow = NOW.plusMillis(1);
        assertThat(refusals(partner, sign, tomorrow)).containsExactly("occurredAt:in-the-future");
    }
}
