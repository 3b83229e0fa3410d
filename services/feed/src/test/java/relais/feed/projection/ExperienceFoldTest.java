package relais.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static relais.feed.projection.Histories.adopted;
import static relais.feed.projection.Histories.content;
import static relais.feed.projection.Histories.experience;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.stamp;
import static relais.feed.projection.Histories.submitted;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.EndorsementRetracted;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceHighlighted;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.FieldComment;
import relais.events.experiences.HighlightRetracted;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;
import relais.events.partners.PartnerSuspended;

class ExperienceFoldTest {

    private static final Content.Picture PICTURE =
            new Content.Picture(
                    Histories.PICTURE,
                    "image/jpeg",
                    84_512,
                    1280,
                    853,
                    "Deux élèves",
                    "CC-BY-4.0",
                    "La ville");
    private static final Content.AttachedDocument DOCUMENT =
            new Content.AttachedDocument(
                    Histories.DOCUMENT, "application/pdf", 1_204_331, "Le guide", "LO-2.0");

    @Test
    void isTheCommitteesUntilItIsPublished() {
        ExperienceCard card = experience(submitted());

        assertThat(card.status()).isEqualTo(Status.SUBMITTED);
        assertThat(card.visibility()).isEqualTo(Visibility.COMMITTEE);
        assertThat(card.headline())
                .isEqualTo(
                        new Headline(
                                "Besançon.clic",
                                "Des tablettes pour chaque classe",
                                "commune:25056",
                                "ECOLE",
                                List.of("USES", "INFRASTRUCTURE"),
                                List.of("tablettes")));
        assertThat(card.content())
                .isEqualTo(
                        new Content(
                                "Les élèves de CE2",
                                LocalDate.parse("2014-09-01"),
                                null,
                                "Peu d'équipement dans les écoles",
                                "La ville a équipé les classes",
                                List.of("Canopé"),
                                new Content.Means(
                                        new BigDecimal("18000.00"),
                                        new BigDecimal("1.50"),
                                        "une année"),
                                new Content.Results("MEASURED", "Deux classes sur trois"),
                                "La maintenance",
                                "Un référent par école",
                                List.of(new Content.Link("Site", "https://example.org/a?b=c&d")),
                                List.of(PICTURE),
                                List.of(DOCUMENT),
                                "LO-2.0"));
        assertThat(card.date()).isEqualTo(stamp(1).time());
    }

    @Test
    void readsEveryPublishedFieldOfACard() {
        assertThat(ExperienceContent.getClassSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Headline.class, Content.class)
                                .flatMap(type -> Stream.of(type.getRecordComponents()))
                                .map(RecordComponent::getName)
                                .toList());
    }

    @Test
    void isReturnedWithAReasonAndResubmittedWithoutIt() {
        var comments = List.of(new ExperienceCard.FieldComment("title", "trop court"));
        var returned =
                Histories.event(
                        stamp(2),
                        new ExperienceReturned(
                                "",
                                "à préciser",
                                List.of(new FieldComment("title", "trop court"))));
        assertThat(experience(submitted(), returned).review())
                .isEqualTo(
                        new ExperienceCard.Review(Status.RETURNED, null, "à préciser", comments));

        var again =
                Histories.event(
                        stamp(3), new ExperienceResubmitted("", content("Mieux"), "p-region-27"));
        ExperienceCard card = experience(submitted(), returned, again);
        assertThat(card.review())
                .isEqualTo(new ExperienceCard.Review(Status.SUBMITTED, null, null, List.of()));
        assertThat(card.title()).isEqualTo("Mieux");
        assertThat(card.origin().competentPartner()).isEqualTo("p-region-27");
        assertThat(card.visibility()).isEqualTo(Visibility.COMMITTEE);
    }

    @Test
    void isPublicFromItsPublicationWhichKeepsItsDate() {
        var revised =
                Histories.event(stamp(3), new ExperienceRevised("", content("Neuf"), "titre"));
        ExperienceCard card = experience(submitted(), published(2), revised);

        assertThat(card.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(card.review().firstPublishedAt()).isEqualTo(stamp(2).time());
        assertThat(card.date()).isEqualTo(stamp(2).time());
        assertThat(card.title()).isEqualTo("Neuf");
        assertThat(card.revision().validFrom()).isEqualTo(stamp(3).time());
    }

    @Test
    void keepsTheReasonOfAWithdrawalAndOfAModeration() {
        ExperienceCard withdrawn =
                experience(
                        submitted(),
                        published(2),
                        Histories.event(stamp(3), new ExperienceWithdrawn("", "terminé")));
        assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(withdrawn.review().reason()).isEqualTo("terminé");

        ExperienceCard moderated =
                experience(
                        submitted(),
                        published(2),
                        Histories.event(stamp(3), new ExperienceModerated("", "publicité")));
        assertThat(moderated.status()).isEqualTo(Status.MODERATED);
        assertThat(moderated.review().reason()).isEqualTo("publicité");
        assertThat(moderated.visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void countsAnEndorsementOfOnePartnerOnce() {
        var first = Histories.event(stamp(3), new ExperienceEndorsed("", "p-a", "bien"));
        var second = Histories.event(stamp(4), new ExperienceEndorsed("", "p-a", "très bien"));
        var other = Histories.event(stamp(5), new ExperienceEndorsed("", "p-b", null));
        assertThat(
                        experience(submitted(), published(2), first, second, other)
                                .engagement()
                                .endorsements())
                .containsExactly(
                        new ExperienceCard.Endorsement("p-a", stamp(4).time(), "très bien"),
                        new ExperienceCard.Endorsement("p-b", stamp(5).time(), null));

        var retracted = Histories.event(stamp(6), new EndorsementRetracted("", "p-a", null));
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
                Histories.event(
                        stamp(4),
                        new AdoptionReported(
                                "",
                                "a-1",
                                new Results(ResultKind.MEASURED, "dix collèges"),
                                "note",
                                LocalDate.parse("2016-06-01"),
                                "x-own"));
        var ended =
                Histories.event(
                        stamp(5),
                        new AdoptionEnded("", "a-1", "fini", LocalDate.parse("2017-06-01")));

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
                                "fini",
                                "x-own"));
    }

    @Test
    void isHighlightedAndConfirmed() {
        var highlighted =
                Histories.event(
                        stamp(3),
                        new ExperienceHighlighted("", "Un exemple", LocalDate.parse("2015-12-31")));
        var confirmed =
                Histories.event(
                        stamp(4), new ExperienceConfirmed("", LocalDate.parse("2016-09-01")));
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
                Histories.event(
                        stamp(3),
                        new ExperienceHighlighted("", "Un exemple", LocalDate.parse("2099-12-31")));
        var retracted = Histories.event(stamp(4), new HighlightRetracted("", "Un lien mort"));

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
        ExperienceCard after = experience(submitted(), published(2), Histories.skipped(stamp(3)));

        assertThat(after.version()).isEqualTo(3);
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.review()).isEqualTo(before.review());
    }

    @Test
    void isBlankForEverIfItsFirstEventWasSkipped() {
        Card card = Histories.after(Histories.skipped(stamp(1)), published(2));

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
                                        Histories.event(stamp(2), new PartnerSuspended("", "x"))));
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
                experience(submitted(), Histories.event(early, new ExperiencePublished("", null)));

        assertThat(card.revision().validFrom()).isEqualTo(stamp(1).time());
        assertThat(card.revision().eventTime()).isEqualTo(Histories.START);
    }
}
