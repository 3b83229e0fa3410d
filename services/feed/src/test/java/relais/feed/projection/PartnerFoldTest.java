package relais.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.feed.projection.Histories.PARTNER;
import static relais.feed.projection.Histories.partner;
import static relais.feed.projection.Histories.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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
        assertThat(card.profile().name()).isEqualTo("Besançon");
    }

    @Test
    void takesItsNewNameAndKeepsTheRest() {
        PartnerCard card =
                partner(
                        registered(),
                        new FeedEvent.PartnerRenamed(stamp(2), "Ville de Besançon", "usage"));

        assertThat(card.profile().name()).isEqualTo("Ville de Besançon");
        assertThat(card.profile().siren()).isEqualTo("212500565");
    }

    @Test
    void isSuspendedWithAReasonAndReinstated() {
        var signed = new FeedEvent.CharterSigned(stamp(2), LocalDate.parse("2015-10-01"));
        var suspended = new FeedEvent.PartnerSuspended(stamp(3), "dissoute");
        PartnerCard card = partner(registered(), signed, suspended);
        assertThat(card.status()).isEqualTo(Status.SUSPENDED);
        assertThat(card.reason()).isEqualTo("dissoute");
        assertThat(card.charterSignedOn()).isEqualTo(LocalDate.parse("2015-10-01"));

        var reinstated = new FeedEvent.PartnerReinstated(stamp(4), null);
        assertThat(partner(registered(), signed, suspended, reinstated).status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void isOfTheCommitteeFromWhenItJoinsUntilItLeavesWhateverItSigned() {
        var signed = new FeedEvent.CharterSigned(stamp(2), LocalDate.parse("2015-10-01"));
        var joined = new FeedEvent.CommitteeJoined(stamp(3));
        var left = new FeedEvent.CommitteeLeft(stamp(4), "dissoute");

        assertThat(partner(registered(), signed).committee()).isFalse();
        assertThat(partner(registered(), signed, joined).committee()).isTrue();
        assertThat(partner(registered(), signed, joined, left).committee()).isFalse();
    }

    @Test
    void knowsItsMandatesAndTheirEnds() {
        var mandate =
                new PartnerCard.Mandate(
                        "m-besancon", "CONTRIBUTOR", LocalDate.parse("2015-10-01"), null, null);
        var granted = new FeedEvent.MandateGranted(stamp(2), mandate);
        var ended =
                new FeedEvent.MandateEnded(
                        stamp(3), "m-besancon", LocalDate.parse("2016-01-01"), null);

        assertThat(partner(registered(), granted).mandates()).containsExactly(mandate);
        assertThat(partner(registered(), granted, ended).mandates())
                .extracting(PartnerCard.Mandate::endedOn)
                .containsExactly(LocalDate.parse("2016-01-01"));
    }
}
