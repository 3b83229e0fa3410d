package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.contribution.Commands.cite;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.NOW;
import static relais.contributions.contribution.Scene.PUBLISHED;
import static relais.contributions.contribution.Scene.REVISED;
import static relais.contributions.contribution.Scene.by;
import static relais.contributions.contribution.Scene.change;
import static relais.contributions.contribution.Scene.service;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.aggregates.Decision;
import relais.contributions.contribution.ContributionEvent.EvidenceCited;
import relais.contributions.contribution.ContributionEvent.EvidenceOutdated;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.KnownExperience.Change;

class OutdatedEvidenceTest {

    private static final Change REVISED_IN_4 = change(4, EvidenceChange.REVISED, NOW);
    private static final Change MODERATED_IN_5 = change(5, EvidenceChange.MODERATED, NOW);

    @ParameterizedTest
    @EnumSource(EvidenceChange.class)
    void aLaterChangeOfWhatIsCitedIsTold(EvidenceChange what) {
        Change change = change(4, what, NOW);
        assertThat(cited().events(outdate(change), service()))
                .containsExactly(new EvidenceOutdated(PUBLISHED.id(), 3, change));
    }

    @Test
    void aChangeIsToldOnce() {
        Story story = cited().then(outdate(REVISED_IN_4), service());
        assertThat(outdated(story)).isEqualTo(REVISED_IN_4);
        assertThat(story.decide(outdate(REVISED_IN_4), service()))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void aChangeThatComesLateAfterALaterOneIsNotTold() {
        Story story = cited().then(outdate(MODERATED_IN_5), service());
        assertThat(story.events(outdate(REVISED_IN_4), service())).isEmpty();
        assertThat(outdated(story)).isEqualTo(MODERATED_IN_5);
    }

    @Test
    void aModerationAfterARevisionIsToldToo() {
        Story story = cited().then(outdate(REVISED_IN_4), service());
        assertThat(story.events(outdate(MODERATED_IN_5), service()))
                .containsExactly(new EvidenceOutdated(PUBLISHED.id(), 3, MODERATED_IN_5));
        story.then(outdate(MODERATED_IN_5), service());
        assertThat(outdated(story)).isEqualTo(MODERATED_IN_5);
    }

    @Test
    void aChangeThatTheCitedVersionContainsIsNoNews() {
        Change before = change(3, EvidenceChange.REVISED, NOW);
        assertThat(cited().events(outdate(before), service())).isEmpty();
    }

    @Test
    void aChangeOfWhatIsNotCitedIsNoNews() {
        assertThat(Story.drafted().events(outdate(REVISED_IN_4), service())).isEmpty();
        Story removed =
                cited().then(
                                new ContributionCommand.RemoveEvidence("x-published", "inutile"),
                                by(AMF));
        assertThat(removed.contribution().evidence()).isEmpty();
        assertThat(removed.events(outdate(REVISED_IN_4), service())).isEmpty();
    }

    @Test
    void isToldWhileSomeoneReliesOnTheTextOnly() {
        ContributionCommand outdate = outdate(REVISED_IN_4);
        assertThat(consulted().events(outdate, service())).hasSize(1);
        Story adopted =
                consulted()
                        .then(Commands.position("CONSENT"), by(Scene.MINISTRY))
                        .then(Commands.position("CONSENT"), by(AMF))
                        .then(Commands.position("CONSENT"), by(Scene.ADF))
                        .then(
                                new ContributionCommand.Adopt(null),
                                Scene.at(Scene.DEADLINE, Scene.secretary()));
        assertThat(adopted.events(outdate, service())).hasSize(1);
        adopted.then(new ContributionCommand.Supersede(new ContributionId("c-next")), service());
        assertThat(adopted.events(outdate, service())).isEmpty();
        Story withdrawn = cited().then(new ContributionCommand.Withdraw("fini"), by(AMF));
        assertThat(withdrawn.events(outdate, service())).isEmpty();
    }

    @Test
    void doesNotChangeTheStatusNorTheText() {
        Story story = consulted();
        Contribution before = story.contribution();
        Contribution after = story.then(outdate(REVISED_IN_4), service()).contribution();
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.text()).isEqualTo(before.text());
    }

    @Test
    void citingAVersionKnownToBeOldSaysSoAtOnce() {
        Change known = Objects.requireNonNull(REVISED.lastChange());
        assertThat(Story.drafted().events(cite("x-revised", 3), by(AMF)))
                .containsExactly(
                        new EvidenceCited(REVISED.id(), 3, null, null),
                        new EvidenceOutdated(REVISED.id(), 3, known));
        assertThat(Story.drafted().events(cite("x-revised", 4), by(AMF)))
                .containsExactly(new EvidenceCited(REVISED.id(), 4, null, null));
    }

    @Test
    void citingAgainReplacesTheCitationInItsPlaceAndClearsTheWarning() {
        Story story =
                Story.drafted()
                        .then(cite("x-revised", 3), by(AMF))
                        .then(cite("x-published", 3), by(AMF));
        assertThat(story.contribution().evidence().getFirst().outdated()).isNotNull();
        story.then(cite("x-revised", 5), by(AMF));
        assertThat(story.contribution().evidence())
                .containsExactly(
                        new Evidence(REVISED.id(), 5, null, null, null),
                        new Evidence(PUBLISHED.id(), 3, null, null, null));
    }

    @Test
    void citingAgainAtAnOlderVersionWarnsAgain() {
        Story story = Story.drafted().then(cite("x-revised", 5), by(AMF));
        assertThat(story.events(cite("x-revised", 3), by(AMF))).hasSize(2);
    }

    @Test
    void citingTheSameAgainChangesNothing() {
        Story story = Story.drafted().then(cite("x-revised", 3), by(AMF));
        assertThat(story.decide(cite("x-revised", 3), by(AMF)))
                .isInstanceOf(Decision.Unchanged.class);
        assertThat(
                        story.events(
                                new ContributionCommand.Cite("x-revised", 3L, "s-1", null),
                                by(AMF)))
                .hasSize(2);
    }

    @Test
    void aFullListTakesAnotherCitationOfWhatIsThere() {
        Story story = Story.drafted();
        for (int i = 1; i < EvidenceRules.MAX_EVIDENCE; i++) {
            story.happened(new EvidenceCited(new ExperienceId("x-" + i), 1, null, null), NOW);
        }
        story.then(cite("x-published", 2), by(AMF));
        assertThat(story.refusals(cite("x-revised", 5), by(AMF)))
                .containsExactly("experience:too-much-evidence");
        assertThat(story.refusals(cite("x-published", 3), by(AMF))).isEmpty();
    }

    @Test
    void anArchiveIsJudgedByWhatHadHappenedByThen() {
        Instant before = NOW.minusSeconds(3_600);
        assertThat(Story.drafted().events(cite("x-withdrawn", 3), Scene.archived(before, by(AMF))))
                .hasSize(2)
                .last()
                .isInstanceOf(EvidenceOutdated.class);
        assertThat(
                        Story.drafted()
                                .refusals(
                                        cite("x-moderated", 3),
                                        Scene.archived(NOW.minusSeconds(1), by(AMF))))
                .containsExactly("experience:evidence-moderated");
    }

    @Test
    void aChangeThatAnotherClockPutsAheadCountsNow() {
        KnownExperience ahead =
                new KnownExperience(
                        PUBLISHED.id(),
                        4,
                        2L,
                        KnownExperience.Standing.WITHDRAWN,
                        change(4, EvidenceChange.WITHDRAWN, NOW.plusMillis(5)));
        assertThat(Story.drafted().refusals(cite("x-published", 3), Scene.knowing(ahead, by(AMF))))
                .containsExactly("experience:evidence-withdrawn");
    }

    private static Story cited() {
        return Story.drafted().then(cite("x-published", 3), by(AMF));
    }

    private static Story consulted() {
        return cited().then(Commands.consult(), Scene.secretary());
    }

    private static ContributionCommand outdate(Change change) {
        return new ContributionCommand.OutdateEvidence(PUBLISHED.id(), change);
    }

    private static @Nullable Change outdated(Story story) {
        List<Evidence> evidence = story.contribution().evidence();
        assertThat(evidence).hasSize(1);
        return evidence.getFirst().outdated();
    }
}
