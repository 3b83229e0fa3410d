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
import relais.events.contributions.AmendmentWithdrawn;
import relais.events.experiences.AdoptionEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandateRole;

class ActivityFoldTest {

    private static Activity last(CardEvent... events) {
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
        assertThat(activity.status()).isEqualTo(Status.PUBLISHED);
        assertThat(activity.about()).containsExactly("commune:25056");
    }

    @Test
    void whatPrecedesThePublicationIsTheCommittees() {
        assertThat(last(submitted()).visibility()).isEqualTo(Visibility.COMMITTEE);
    }

    @Test
    void anAdoptionIsInTheAdoptersFeedToo() {
        Activity adoption = last(submitted(), published(2), adopted(3));
        assertThat(adoption.by()).isEqualTo(Histories.ADOPTER);
        assertThat(adoption.about()).containsExactly("commune:25056", "departement:45");

        var ended =
                Histories.event(stamp(4), new AdoptionEnded("", "a-1", "fini", LocalDate.EPOCH));
        Activity end = last(submitted(), published(2), adopted(3), ended);
        assertThat(end.by()).isEqualTo(Histories.ADOPTER);
        assertThat(end.about()).containsExactly("commune:25056", "departement:45");
    }

    @Test
    void whoHoldsAMandateIsTheCommittees() {
        var granted =
                Histories.event(
                        Histories.stamp(Histories.PARTNER, 2),
                        new MandateGranted(
                                "", "m-1", MandateRole.valueOf("REVIEWER"), LocalDate.EPOCH, null));

        assertThat(last(registered()).visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(last(registered(), granted).visibility()).isEqualTo(Visibility.COMMITTEE);
    }

    @Test
    void aSkippedEventIsNoEntry() {
        var skipped = Histories.skipped(stamp(3));
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
                Histories.event(
                        Committee.stamp(Committee.CONTRIBUTION, 3),
                        new AmendmentWithdrawn("", "am-1", null));
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
        assertThat(message.about()).containsExactly("region:44");
    }
}
