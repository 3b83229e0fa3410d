package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static relais.contributions.contribution.Commands.AMENDMENT;
import static relais.contributions.contribution.Commands.accept;
import static relais.contributions.contribution.Commands.draft;
import static relais.contributions.contribution.Commands.propose;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.ARF;
import static relais.contributions.contribution.Scene.by;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendmentTest {

    private static final SectionId FIRST = new SectionId("s-1");
    private static final Wording BASE = new Wording("Un titre", "Un texte");
    private static final Wording PROPOSED = new Wording("Un titre", "Un texte amendé");

    @Test
    void capturesTheWordingThatItIsBasedOn() {
        assertThat(Story.amended().contribution().amendments())
                .containsExactly(
                        new Amendment(
                                AMENDMENT,
                                ARF.id(),
                                FIRST,
                                2,
                                BASE,
                                PROPOSED,
                                "parce que",
                                AmendmentStatus.OPEN,
                                null));
    }

    @Test
    void mayBeBasedOnALaterTextThatLeftTheSectionAlone() {
        Story story = Story.drafted().then(draft("s-2", "Un autre titre", "Repris"), by(AMF));
        assertThat(story.refusals(propose("s-1", 2L, null, "b"), by(ARF))).isEmpty();
        assertThat(story.refusals(propose("s-1", 3L, null, "b"), by(ARF))).isEmpty();
        assertThat(story.refusals(propose("s-2", 2L, null, "b"), by(ARF)))
                .containsExactly("basedOn:section-moved");
    }

    @Test
    void anAcceptedOneIsTheTextOfANewVersion() {
        Contribution accepted = Story.amended().then(accept(), by(AMF)).contribution();
        assertThat(accepted.text().section(FIRST)).contains(new Section(FIRST, PROPOSED, 4));
        assertThat(accepted.text().version()).isEqualTo(4);
        assertThat(accepted.openAmendments()).isEmpty();
        assertThat(accepted.amendments().getFirst().status()).isEqualTo(AmendmentStatus.ACCEPTED);
    }

    @Test
    void theSecondOneToASectionIsOutdatedByTheFirst() {
        AmendmentId second = new AmendmentId("am-2");
        Story story =
                Story.amended()
                        .then(
                                new ContributionCommand.ProposeAmendment(
                                        second,
                                        new ContributionCommand.Proposal(
                                                "s-1", 2L, null, "Autre chose", "mieux")),
                                by(Scene.MINISTRY))
                        .then(accept(), by(AMF));
        ContributionCommand acceptSecond =
                new ContributionCommand.AcceptAmendment(
                        second, new ContributionCommand.Acceptance(null, null, null, null));
        assertThat(story.refusals(acceptSecond, by(AMF)))
                .containsExactly("amendment:amendment-outdated");
    }

    @Test
    void anotherSectionMayMoveUnderIt() {
        Story story =
                Story.amended()
                        .then(draft("s-2", "Un autre titre", "Repris"), by(AMF))
                        .then(accept(), by(AMF));
        assertThat(story.contribution().text().section(FIRST).map(Section::wording))
                .contains(PROPOSED);
    }

    @Test
    void theThreeWordingsShowWhatMoved() {
        Contribution still = Story.amended().contribution();
        assertThat(still.threeWay(still.amendments().getFirst()))
                .isEqualTo(new ThreeWay(BASE, BASE, PROPOSED, false));
        Contribution moved = Story.moved().contribution();
        assertThat(moved.threeWay(moved.amendments().getFirst()))
                .isEqualTo(
                        new ThreeWay(
                                BASE,
                                new Wording("Un titre", "Un texte que les rédacteurs ont repris"),
                                PROPOSED,
                                true));
        Contribution gone =
                Story.amended()
                        .then(
                                draft(
                                        new ContributionCommand.DraftedSection(
                                                "s-2", "Un autre titre", "Un autre texte")),
                                by(AMF))
                        .contribution();
        assertThat(gone.threeWay(gone.amendments().getFirst()))
                .isEqualTo(new ThreeWay(BASE, null, PROPOSED, true));
    }

    @Test
    void aResolvedOneIsAcceptedInTheDraftersWords() {
        Story story = Story.moved();
        assertThat(story.events(accept(null, "Un texte repris et amendé", 4L), by(AMF)))
                .containsExactly(
                        new ContributionEvent.AmendmentAccepted(
                                AMENDMENT,
                                FIRST,
                                new Wording("Un titre", "Un texte repris et amendé"),
                                null));
    }

    @Test
    void aResolutionStaysGoodWhenAnotherSectionMoves() {
        Story story =
                Story.moved()
                        .then(
                                draft(
                                        new ContributionCommand.DraftedSection(
                                                "s-1",
                                                "Un titre",
                                                "Un texte que les rédacteurs ont repris"),
                                        new ContributionCommand.DraftedSection(
                                                "s-2", "Un autre titre", "Repris aussi")),
                                by(AMF));
        assertThat(story.contribution().text().version()).isEqualTo(5);
        assertThat(story.refusals(accept(null, "résolu", 4L), by(AMF))).isEmpty();
        assertThat(story.refusals(accept(null, "résolu", 5L), by(AMF))).isEmpty();
        assertThat(story.refusals(accept(null, "résolu", 3L), by(AMF)))
                .containsExactly("amendment:amendment-outdated");
    }

    /** The heading follows whoever changed it; if both did, the drafter says. */
    @ParameterizedTest
    @CsvSource({
        "Un titre, Un titre, , Un titre",
        "Repris, Un titre, , Repris",
        "Un titre, Proposé, , Proposé",
        "Les deux, Les deux, , Les deux",
        "Repris, Proposé, Résolu, Résolu"
    })
    void mergesTheHeading(
            String current, String proposed, @Nullable String given, String expected) {
        Story story =
                Story.drafted()
                        .then(propose("s-1", 2L, proposed, "Un texte amendé"), by(ARF))
                        .then(draft("s-1", current, "Un texte repris"), by(AMF));
        story.then(accept(given, "résolu", 4L), by(AMF));
        assertThat(story.contribution().text().section(FIRST).map(Section::heading))
                .contains(expected);
    }

    @Test
    void aResolutionThatKeepsTheTextMakesNoNewVersionOfIt() {
        Story story = Story.moved();
        Text before = story.contribution().text();
        story.then(accept(null, "Un texte que les rédacteurs ont repris", 4L), by(AMF));
        assertThat(story.contribution().text()).isEqualTo(before);
        assertThat(story.contribution().amendments().getFirst().status())
                .isEqualTo(AmendmentStatus.ACCEPTED);
    }

    @Test
    void mayLeaveNothingUnderTheHeading() {
        Story story = Story.drafted().then(propose("s-1", 2L, null, ""), by(ARF));
        story.then(accept(), by(AMF));
        assertThat(story.contribution().text().section(FIRST).map(Section::body)).contains("");
    }

    @Test
    void keepsTheAnswerItGot() {
        assertThat(
                        Story.amended()
                                .then(
                                        new ContributionCommand.RejectAmendment(
                                                AMENDMENT, new ContributionCommand.Reason("trop")),
                                        by(AMF))
                                .contribution()
                                .amendments())
                .extracting(Amendment::status, Amendment::answer)
                .containsExactly(tuple(AmendmentStatus.REJECTED, "trop"));
        assertThat(
                        Story.amended()
                                .then(
                                        new ContributionCommand.WithdrawAmendment(
                                                AMENDMENT, new ContributionCommand.Reason(null)),
                                        by(ARF))
                                .contribution()
                                .amendments())
                .extracting(Amendment::status)
                .isEqualTo(List.of(AmendmentStatus.WITHDRAWN));
    }
}
