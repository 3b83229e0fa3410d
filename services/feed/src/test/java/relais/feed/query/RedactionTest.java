package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.feed.projection.Histories.adopted;
import static relais.feed.projection.Histories.content;
import static relais.feed.projection.Histories.experience;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.stamp;
import static relais.feed.projection.Histories.submitted;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandateRole;
import relais.feed.projection.ActivityFold;
import relais.feed.projection.Card;
import relais.feed.projection.CardEvent;
import relais.feed.projection.Committee;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Histories;
import relais.feed.projection.Status;

class RedactionTest {

    private static final CardEvent MODERATED =
            Histories.event(stamp(4), new ExperienceModerated("", "publicité"));

    private static StoredCard stored(ExperienceCard card, boolean hidden) {
        return new StoredCard(card, null, hidden);
    }

    private static ExperienceCard publicly(StoredCard stored) {
        return (ExperienceCard)
                Redaction.show(stored, Reader.PUBLIC).map(ShownCard::card).orElseThrow();
    }

    @Test
    void onlyTheCommitteeSeesWhatIsSubmitted() {
        StoredCard submitted = stored(experience(submitted()), false);

        assertThat(Redaction.show(submitted, Reader.PUBLIC)).isEmpty();
        assertThat(Redaction.show(submitted, Reader.SIGNATORY)).isEmpty();
        assertThat(Redaction.show(submitted, Reader.COMMITTEE)).isPresent();
    }

    @Test
    void anyoneReadsWhatIsPublished() {
        ExperienceCard card = experience(submitted(), published(2));

        assertThat(publicly(stored(card, false))).isEqualTo(card);
    }

    @Test
    void aModeratedCardIsATombstoneWithItsReason() {
        ExperienceCard card = experience(submitted(), published(2), adopted(3), MODERATED);
        ExperienceCard shown = publicly(stored(card, true));

        assertThat(shown.status()).isEqualTo(Status.MODERATED);
        assertThat(shown.review().reason()).isEqualTo("publicité");
        assertThat(shown.title()).isNull();
        assertThat(CardFields.of(shown).all().values().toString())
                .doesNotContain("Besançon.clic", "tablettes", "équip", "Canopé", "collèges");
    }

    @Test
    void itsEarlierVersionsSayNothingEither() {
        ExperienceCard before = experience(submitted(), published(2));
        ExperienceCard shown = publicly(stored(before, true));

        assertThat(CardFields.of(shown).all().values().toString())
                .doesNotContain("Besançon.clic", "tablettes", "équip");
        assertThat(shown.territory()).isEqualTo("commune:25056");
        assertThat(Redaction.show(stored(before, true), Reader.COMMITTEE))
                .map(ShownCard::card)
                .contains(before);
    }

    @Test
    void aWithdrawnCardIsATombstoneWithItsReasonToo() {
        ExperienceCard card =
                experience(
                        submitted(),
                        published(2),
                        Histories.event(stamp(3), new ExperienceWithdrawn("", "terminé")));
        ExperienceCard shown = publicly(stored(card, true));

        assertThat(card.hidesText()).isTrue();
        assertThat(shown.review().reason()).isEqualTo("terminé");
        assertThat(shown.partner()).isEqualTo(card.partner());
        assertThat(CardFields.of(shown).all().values().toString())
                .doesNotContain("Besançon.clic", "tablettes", "équip");
    }

    @Test
    void itsOwnPartnerAndOperatorsReadWhatIsHidden() {
        ExperienceCard card =
                experience(
                        submitted(),
                        published(2),
                        Histories.event(stamp(3), new ExperienceWithdrawn("", "terminé")));
        StoredCard stored = stored(card, true);

        for (Reader reader :
                List.of(
                        Reader.PUBLIC.of(String.valueOf(card.partner())),
                        Reader.OPERATOR,
                        Reader.COMMITTEE)) {
            assertThat(Redaction.show(stored, reader))
                    .map(ShownCard::card)
                    .as("%s", reader)
                    .contains(card);
        }
        assertThat(Redaction.show(stored, Reader.SIGNATORY.of("p-other")))
                .map(ShownCard::textHidden)
                .contains(true);
    }

    @Test
    void itsOwnPartnerSeesWhatIsSubmitted() {
        ExperienceCard card = experience(submitted());
        StoredCard submitted = stored(card, false);

        assertThat(Redaction.show(submitted, Reader.PUBLIC.of(String.valueOf(card.partner()))))
                .isPresent();
        assertThat(Redaction.show(submitted, Reader.SIGNATORY.of("p-other"))).isEmpty();
        assertThat(Redaction.show(submitted, Reader.OPERATOR)).isEmpty();
    }

    @Test
    void theEntriesOfAModeratedCardSayNothingButTheModeration() {
        CardEvent published = published(2);
        var entry =
                ActivityFold.activity(experience(submitted(), published), published).orElseThrow();
        var stored = new StoredActivity(entry, List.of(), List.of(), true);
        Optional<ShownActivity> shown = Redaction.show(stored, Reader.PUBLIC);

        assertThat(shown.map(ShownActivity::textHidden)).contains(true);
        assertThat(shown.orElseThrow().activity().toString())
                .doesNotContain("Besançon.clic", "tablettes", "Bravo");

        var moderation =
                ActivityFold.activity(
                                experience(submitted(), published, adopted(3), MODERATED),
                                MODERATED)
                        .orElseThrow();
        assertThat(
                        Redaction.show(
                                        new StoredActivity(moderation, List.of(), List.of(), true),
                                        Reader.PUBLIC)
                                .map(ShownActivity::activity)
                                .map(activity -> String.valueOf(activity.note())))
                .contains("publicité");
    }

    @Test
    void aQuestionAboutWordsDoesNotFindWhatIsHidden() {
        CardEvent published = published(2);
        var entry =
                ActivityFold.activity(experience(submitted(), published), published).orElseThrow();
        var stored = new StoredActivity(entry, List.of("pays:FR"), List.of("tablet"), true);
        var words = Filter.ANY.inWords(List.of(SearchWord.of("tablet")));

        assertThat(stored.matches(words, Reader.PUBLIC)).isFalse();
        assertThat(stored.matches(words, Reader.SIGNATORY.of("p-other"))).isFalse();
        assertThat(stored.matches(words, Reader.COMMITTEE)).isTrue();
        assertThat(stored.matches(words, Reader.OPERATOR)).isTrue();
        assertThat(stored.matches(words, Reader.PUBLIC.of(entry.partner()))).isTrue();
        assertThat(stored.matches(Filters.ofTerritory("pays:FR"), Reader.PUBLIC)).isTrue();
    }

    @Test
    void onlyTheCommitteeSeesWhoHoldsMandates() {
        var partner =
                Histories.partner(
                        Histories.registered(),
                        Histories.event(
                                Histories.stamp(Histories.PARTNER, 2),
                                new MandateGranted(
                                        "",
                                        "m-1",
                                        MandateRole.valueOf("REVIEWER"),
                                        LocalDate.EPOCH,
                                        null)));
        var stored = new StoredCard(partner, null, false);

        assertThat(Redaction.show(stored, Reader.PUBLIC).orElseThrow().card().toString())
                .doesNotContain("m-1");
        assertThat(Redaction.show(stored, Reader.COMMITTEE).orElseThrow().card())
                .isEqualTo(partner);
    }

    @Test
    void aDifferenceBetweenHiddenVersionsTellsNoText() {
        ExperienceCard one = experience(submitted(), published(2));
        ExperienceCard two =
                experience(
                        submitted(),
                        published(2),
                        Histories.event(
                                stamp(3), new ExperienceRevised("", content("Secret"), null)));
        var changes =
                CardDiff.between(
                        Redaction.show(stored(one, true), Reader.PUBLIC).orElseThrow(),
                        Redaction.show(stored(two, true), Reader.PUBLIC).orElseThrow());

        assertThat(changes).isEmpty();
    }

    @Test
    void aWithdrawnContributionKeepsItsTitleAndReasonOnly() {
        var card =
                Committee.contribution(
                        Committee.opened(),
                        Committee.drafted(2, "Un visualiseur"),
                        Committee.cited(3, 2),
                        Committee.proposed(4),
                        Committee.consulted(5),
                        Histories.event(
                                Committee.stamp(Committee.CONTRIBUTION, 6),
                                new ContributionWithdrawn("", "hors champ")));
        Card shown =
                Redaction.show(new StoredCard(card, null, false), Reader.PUBLIC)
                        .orElseThrow()
                        .card();

        assertThat(CardFields.of(shown).all().values().toString())
                .contains("Socle numérique", "hors champ")
                .doesNotContain("visualiseur", "x-1", "am-1", "positions");
        assertThat(Redaction.show(new StoredCard(card, null, false), Reader.COMMITTEE))
                .map(ShownCard::card)
                .contains(card);
    }

    @Test
    void aContributionThatWasNeverConsultedOnIsTheSignatories() {
        var stored = new StoredCard(Committee.contribution(Committee.opened()), null, false);

        assertThat(Redaction.show(stored, Reader.PUBLIC)).isEmpty();
        assertThat(Redaction.show(stored, Reader.SIGNATORY)).isPresent();
        assertThat(Redaction.show(stored, Reader.COMMITTEE)).isPresent();
    }

    @Test
    void onlyTheCommitteeSeesUnderWhichMandateAMessageWasWritten() {
        var stored = new StoredCard(Committee.message(Committee.posted()), null, false);

        assertThat(Redaction.show(stored, Reader.PUBLIC).orElseThrow().card().toString())
                .doesNotContain("m-grand-est");
        assertThat(Redaction.show(stored, Reader.COMMITTEE).orElseThrow().card().toString())
                .contains("m-grand-est");
    }
}
