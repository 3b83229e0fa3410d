package relais.partners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static relais.partners.domain.Scene.ID;
import static relais.partners.domain.Scene.LOIRET;
import static relais.partners.domain.Scene.MANDATE;
import static relais.partners.domain.Scene.NOW;
import static relais.partners.domain.Scene.START;
import static relais.partners.domain.Scene.accepted;
import static relais.partners.domain.Scene.event;
import static relais.partners.domain.Scene.grant;
import static relais.partners.domain.Scene.register;
import static relais.partners.domain.Scene.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.partners.domain.Decision.Accepted;
import relais.partners.domain.PartnerCommand.AdmitToCommittee;
import relais.partners.domain.PartnerCommand.EndMandate;
import relais.partners.domain.PartnerCommand.GrantMandate;
import relais.partners.domain.PartnerCommand.LeaveCommittee;
import relais.partners.domain.PartnerCommand.Reinstate;
import relais.partners.domain.PartnerCommand.Rename;
import relais.partners.domain.PartnerCommand.SignCharter;
import relais.partners.domain.PartnerCommand.Suspend;
import relais.partners.domain.PartnerEvent.CharterSigned;
import relais.partners.domain.PartnerEvent.Registered;
import relais.partners.domain.Refused.Rule;

/** What becomes of a partner: its signature, its name, its suspension. */
class PartnerTest {
    private final Partner partner = register(PartnerKind.DEPARTEMENT, LOIRET);

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
    void isOfTheCommitteeOnceItIsAdmittedAndUntilItLeaves() {
        Partner signed = partner.apply(new CharterSigned(LocalDate.of(2015, 10, 1)), START);
        assertThat(signed.committee()).isFalse();

        Partner admitted = signed.apply(event(signed, new AdmitToCommittee()), START);
        assertThat(admitted.committee()).isTrue();
        Partner left = admitted.apply(event(admitted, new LeaveCommittee(null)), START);
        assertThat(left.committee()).isFalse();
        assertThat(left.charterSignedOn()).isEqualTo(LocalDate.of(2015, 10, 1));
    }

    @Test
    void refusesWhoHasNotSignedAndASecondAdmission() {
        assertThat(rules(partner, new AdmitToCommittee())).containsExactly(Rule.CHARTER_NOT_SIGNED);
        assertThat(rules(partner, new LeaveCommittee(null)))
                .containsExactly(Rule.NOT_OF_THE_COMMITTEE);

        Partner admitted =
                partner.apply(new CharterSigned(LocalDate.of(2015, 10, 1)), START)
                        .apply(new PartnerEvent.CommitteeJoined(), START);
        assertThat(rules(admitted, new AdmitToCommittee()))
                .containsExactly(Rule.ALREADY_OF_THE_COMMITTEE);
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
    void refusesToReinstateAnActivePartner() {
        assertThat(rules(partner, new Reinstate(null))).containsExactly(Rule.NOT_SUSPENDED);
    }

    @Test
    void aNameThatItHasChangesNothing() {
        assertThat(
                        partner.decide(
                                new Rename(partner.identity().name(), new Note("Une faute")),
                                Moment.live(NOW)))
                .isEqualTo(new Decision.Unchanged());
    }
}
