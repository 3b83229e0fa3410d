package relais.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.feed.projection.Histories.adopted;
import static relais.feed.projection.Histories.experience;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.registered;
import static relais.feed.projection.Histories.stamp;
import static relais.feed.projection.Histories.submitted;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ActivityFoldTest {

    private static Activity last(FeedEvent... events) {
        return ActivityFold.activity(Histories.after(events), events[events.length - 1])
                .orElseThrow();
    }

    @Test
    void showsWhatTheCardSaidAfterTheEvent() {
        Activity activity = last(submitted(), published(2));

        assertThat(activity.id()).isEqualTo("x-1:2");
        assertThat(activity.type()).isEqualTo("ExperiencePublished");
        assertThat(activity.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(activity.note()).isEqualTo("Bravo");
        assertThat(activity.card().title()).isEqualTo("Besançon.clic");
        assertThat(activity.card().status()).isEqualTo(Status.PUBLISHED);
        assertThat(activity.territories()).containsExactly("commune:25056");
    }

    @Test
    void whatPrecedesThePublicationIsTheCommittees() {
        assertThat(last(submitted()).visibility()).isEqualTo(Visibility.COMMITTEE);
    }

    @Test
    void anAdoptionIsInTheAdoptersFeedToo() {
        Activity adoption = last(submitted(), published(2), adopted(3));
        assertThat(adoption.by()).isEqualTo(Histories.ADOPTER);
        assertThat(adoption.territories()).containsExactly("commune:25056", "departement:45");

        var ended = new FeedEvent.AdoptionEnded(stamp(4), "a-1", "fini", LocalDate.EPOCH);
        Activity end = last(submitted(), published(2), adopted(3), ended);
        assertThat(end.by()).isEqualTo(Histories.ADOPTER);
        assertThat(end.territories()).containsExactly("commune:25056", "departement:45");
    }

    @Test
    void whoHoldsAMandateIsTheCommittees() {
        var granted =
                new FeedEvent.MandateGranted(
                        Histories.stamp(Histories.PARTNER, 2),
                        new PartnerCard.Mandate("m-1", "REVIEWER", LocalDate.EPOCH, null, null));

        assertThat(last(registered()).visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(last(registered(), granted).visibility()).isEqualTo(Visibility.COMMITTEE);
    }

    @Test
    void aSkippedEventIsNoEntry() {
        var skipped = new FeedEvent.Skipped(stamp(3));
        assertThat(ActivityFold.activity(experience(submitted(), published(2), skipped), skipped))
                .isEmpty();
    }

    @Test
    void namesTheSignatoryThatTakesAPositionOrProposes() {
        Activity position =
                last(
                        Committee.opened(),
                        Committee.consulted(2),
                        Committee.position(3, Committee.REGION, "CONSENT"));
        assertThat(position.by()).isEqualTo(Committee.REGION);
        assertThat(position.partner()).isEqualTo(Committee.MINISTRY);
        assertThat(position.note()).isEqualTo("parce que");
        assertThat(position.visibility()).isEqualTo(Visibility.PUBLIC);

        var withdrawn =
                new ContributionEvent.AmendmentWithdrawn(
                        Committee.stamp(Committee.CONTRIBUTION, 3), "am-1", null);
        Activity withdrawal = last(Committee.opened(), Committee.proposed(2), withdrawn);
        assertThat(withdrawal.by()).isEqualTo(Committee.REGION);
        assertThat(withdrawal.visibility()).isEqualTo(Visibility.SIGNATORIES);
    }

    @Test
    void aMessageIsAboutItsSubjectAndHasNoTitleOfItsOwn() {
        Activity message = last(Committee.posted());

        assertThat(message.subject()).isEqualTo(Committee.CONTRIBUTION);
        assertThat(message.card().title()).isEmpty();
        assertThat(message.partner()).isEqualTo(Committee.REGION);
        assertThat(message.territories()).containsExactly("region:44");
    }
}
