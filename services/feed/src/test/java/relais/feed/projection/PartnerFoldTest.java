package relais.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.feed.projection.Histories.PARTNER;
import static relais.feed.projection.Histories.partner;
import static relais.feed.projection.Histories.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandateRole;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;

class PartnerFoldTest {

    private static Stamp stamp(long sequence) {
        return Histories.stamp(PARTNER, sequence);
    }

    @Test
    void isActiveAndPublicOnceRegistered() {
        PartnerCard card = partner(registered());

        assertThat(card.status()).isEqualTo(Status.ACTIVE);
        assertThat(card.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(card.partner()).isEqualTo(PARTNER);
        assertThat(card.territory()).isEqualTo("commune:25056");
        assertThat(card.title()).isEqualTo("Besançon");
    }

    @Test
    void takesItsNewNameAndKeepsTheRest() {
        PartnerCard card =
                partner(
                        registered(),
                        Histories.event(
                                stamp(2), new PartnerRenamed("", "Ville de Besançon", "usage")));

        assertThat(card.title()).isEqualTo("Ville de Besançon");
        assertThat(card.profile().siren()).isEqualTo("212500565");
    }

    @Test
    void isSuspendedWithAReasonAndReinstated() {
        var signed =
                Histories.event(stamp(2), new CharterSigned("", LocalDate.parse("2015-10-01")));
        var suspended = Histories.event(stamp(3), new PartnerSuspended("", "dissoute"));
        PartnerCard card = partner(registered(), signed, suspended);
        assertThat(card.status()).isEqualTo(Status.SUSPENDED);
        assertThat(card.reason()).isEqualTo("dissoute");
        assertThat(card.charterSignedOn()).isEqualTo(LocalDate.parse("2015-10-01"));

        var reinstated = Histories.event(stamp(4), new PartnerReinstated("", null));
        assertThat(partner(registered(), signed, suspended, reinstated).status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void isOfTheCommitteeFromWhenItJoinsUntilItLeavesWhateverItSigned() {
        var signed =
                Histories.event(stamp(2), new CharterSigned("", LocalDate.parse("2015-10-01")));
        var joined = Histories.event(stamp(3), new CommitteeJoined(""));
        var left = Histories.event(stamp(4), new CommitteeLeft("", "dissoute"));

        assertThat(partner(registered(), signed).committee()).isFalse();
        assertThat(partner(registered(), signed, joined).committee()).isTrue();
        assertThat(partner(registered(), signed, joined, left).committee()).isFalse();
    }

    @Test
    void knowsItsMandatesAndTheirEnds() {
        var mandate =
                new PartnerCard.Mandate(
                        "m-besancon", "CONTRIBUTOR", LocalDate.parse("2015-10-01"), null, null);
        var granted =
                Histories.event(
                        stamp(2),
                        new MandateGranted(
                                "",
                                mandate.id(),
                                MandateRole.valueOf(mandate.role()),
                                mandate.from(),
                                mandate.until()));
        var ended =
                Histories.event(
                        stamp(3),
                        new MandateEnded("", "m-besancon", LocalDate.parse("2016-01-01"), null));

        assertThat(partner(registered(), granted).mandates()).containsExactly(mandate);
        assertThat(partner(registered(), granted, ended).mandates())
                .extracting(PartnerCard.Mandate::endedOn)
                .containsExactly(LocalDate.parse("2016-01-01"));
    }
}
