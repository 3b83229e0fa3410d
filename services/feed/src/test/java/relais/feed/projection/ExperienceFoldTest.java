package relais.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static relais.feed.projection.Histories.adopted;
import static relais.feed.projection.Histories.content;
import static relais.feed.projection.Histories.experience;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.stamp;
import static relais.feed.projection.Histories.submitted;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperienceFoldTest {

    @Test
    void isTheCommitteesUntilItIsPublished() {
        ExperienceCard card = experience(submitted());

        assertThat(card.status()).isEqualTo(Status.SUBMITTED);
        assertThat(card.visibility()).isEqualTo(Visibility.COMMITTEE);
        assertThat(card.content()).isEqualTo(content("Besançon.clic"));
        assertThat(card.date()).isEqualTo(stamp(1).time());
    }

    @Test
    void isReturnedWithAReasonAndResubmittedWithoutIt() {
        var comments = List.of(new ExperienceCard.FieldComment("title", "trop court"));
        var returned = new FeedEvent.ExperienceReturned(stamp(2), "à préciser", comments);
        assertThat(experience(submitted(), returned).review())
                .isEqualTo(
                        new ExperienceCard.Review(Status.RETURNED, null, "à préciser", comments));

        var again = new FeedEvent.ExperienceResubmitted(stamp(3), content("Mieux"), "p-region-27");
        ExperienceCard card = experience(submitted(), returned, again);
        assertThat(card.review())
                .isEqualTo(new ExperienceCard.Review(Status.SUBMITTED, null, null, List.of()));
        assertThat(card.content().title()).isEqualTo("Mieux");
        assertThat(card.origin().competentPartner()).isEqualTo("p-region-27");
        assertThat(card.visibility()).isEqualTo(Visibility.COMMITTEE);
    }

    @Test
    void isPublicFromItsPublicationWhichKeepsItsDate() {
        var revised = new FeedEvent.ExperienceRevised(stamp(3), content("Neuf"), "titre");
        ExperienceCard card = experience(submitted(), published(2), revised);

        assertThat(card.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(card.review().firstPublishedAt()).isEqualTo(stamp(2).time());
        assertThat(card.date()).isEqualTo(stamp(2).time());
        assertThat(card.content().title()).isEqualTo("Neuf");
        assertThat(card.revision().validFrom()).isEqualTo(stamp(3).time());
    }

    @Test
    void keepsTheReasonOfAWithdrawalAndOfAModeration() {
        ExperienceCard withdrawn =
                experience(
                        submitted(),
                        published(2),
                        new FeedEvent.ExperienceWithdrawn(stamp(3), "terminé"));
        assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(withdrawn.review().reason()).isEqualTo("terminé");

        ExperienceCard moderated =
                experience(
                        submitted(),
                        published(2),
                        new FeedEvent.ExperienceModerated(stamp(3), "publicité"));
        assertThat(moderated.status()).isEqualTo(Status.MODERATED);
        assertThat(moderated.review().reason()).isEqualTo("publicité");
        assertThat(moderated.visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void countsAnEndorsementOfOnePartnerOnce() {
        var first = new FeedEvent.ExperienceEndorsed(stamp(3), "p-a", "bien");
        var second = new FeedEvent.ExperienceEndorsed(stamp(4), "p-a", "très bien");
        var other = new FeedEvent.ExperienceEndorsed(stamp(5), "p-b", null);
        assertThat(
                        experience(submitted(), published(2), first, second, other)
                                .engagement()
                                .endorsements())
                .containsExactly(
                        new ExperienceCard.Endorsement("p-a", stamp(4).time(), "très bien"),
                        new ExperienceCard.Endorsement("p-b", stamp(5).time(), null));

        var retracted = new FeedEvent.EndorsementRetracted(stamp(6), "p-a", null);
        assertThat(
                        experience(submitted(), published(2), first, second, other, retracted)
                                .engagement()
                                .endorsements())
                .extracting(ExperienceCard.Endorsement::partner)
                .containsExactly("p-b");
    }

    @Test
    void followsAnAdoptionToItsEnd() {
        var results = new Content.Results("MEASURED", "dix collèges");
        var reported =
                new FeedEvent.AdoptionReported(
                        stamp(4), "a-1", results, "note", LocalDate.parse("2016-06-01"));
        var ended =
                new FeedEvent.AdoptionEnded(stamp(5), "a-1", "fini", LocalDate.parse("2017-06-01"));

        assertThat(
                        experience(submitted(), published(2), adopted(3), reported, ended)
                                .engagement()
                                .adoptions())
                .containsExactly(
                        new ExperienceCard.Adoption(
                                "a-1",
                                Histories.ADOPTER,
                                "departement:45",
                                LocalDate.parse("2015-10-02"),
                                "Dans dix collèges",
                                results,
                                "note",
                                LocalDate.parse("2016-06-01"),
                                LocalDate.parse("2017-06-01"),
                                "fini"));
    }

    @Test
    void isHighlightedAndConfirmed() {
        var highlighted =
                new FeedEvent.ExperienceHighlighted(
                        stamp(3), "Un exemple", LocalDate.parse("2015-12-31"));
        var confirmed = new FeedEvent.ExperienceConfirmed(stamp(4), LocalDate.parse("2016-09-01"));
        ExperienceCard.Engagement engagement =
                experience(submitted(), published(2), highlighted, confirmed).engagement();

        assertThat(engagement.highlight())
                .isEqualTo(
                        new ExperienceCard.Highlight(
                                "Un exemple", stamp(3).time(), LocalDate.parse("2015-12-31")));
        assertThat(engagement.lastConfirmedOn()).isEqualTo(LocalDate.parse("2016-09-01"));
    }

    @Test
    void isHighlightedNoLongerFromTheVersionOnThatRetractsIt() {
        var highlighted =
                new FeedEvent.ExperienceHighlighted(
                        stamp(3), "Un exemple", LocalDate.parse("2099-12-31"));
        var retracted = new FeedEvent.HighlightRetracted(stamp(4), "Un lien mort");

        ExperienceCard.Engagement before =
                experience(submitted(), published(2), highlighted).engagement();
        ExperienceCard.Engagement after =
                experience(submitted(), published(2), highlighted, retracted).engagement();

        assertThat(before.highlight()).isNotNull();
        assertThat(after.highlight()).isNull();
    }

    @Test
    void goesOnUnchangedPastASkippedEvent() {
        ExperienceCard before = experience(submitted(), published(2));
        ExperienceCard after =
                experience(submitted(), published(2), new FeedEvent.Skipped(stamp(3)));

        assertThat(after.version()).isEqualTo(3);
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.review()).isEqualTo(before.review());
    }

    @Test
    void isBlankForEverIfItsFirstEventWasSkipped() {
        Card card = Histories.after(new FeedEvent.Skipped(stamp(1)), published(2));

        assertThat(card).isInstanceOf(BlankCard.class);
        assertThat(card.version()).isEqualTo(2);
        assertThat(card.visibility()).isEqualTo(Visibility.NONE);
    }

    @Test
    void refusesAnEventThatDoesNotFollow() {
        assertThatIllegalStateException().isThrownBy(() -> CardFold.fold(null, published(2)));
        assertThatIllegalStateException()
                .isThrownBy(() -> CardFold.fold(experience(submitted()), published(3)));
        assertThatIllegalStateException()
                .isThrownBy(() -> CardFold.fold(experience(submitted()), submitted()));
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                CardFold.fold(
                                        experience(submitted()),
                                        new FeedEvent.PartnerSuspended(stamp(2), "x")));
    }

    @Test
    void intervalsDoNotOverlapWhenAClockWentBackwards() {
        Stamp early =
                new Stamp(
                        Histories.EXPERIENCE,
                        2,
                        Histories.START,
                        null,
                        null,
                        false,
                        new LogPosition("relais.experiences", 3, 7));
        ExperienceCard card =
                experience(submitted(), new FeedEvent.ExperiencePublished(early, null));

        assertThat(card.revision().validFrom()).isEqualTo(stamp(1).time());
        assertThat(card.revision().eventTime()).isEqualTo(Histories.START);
    }
}
