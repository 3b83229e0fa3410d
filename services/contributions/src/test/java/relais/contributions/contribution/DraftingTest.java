package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.contribution.Commands.draft;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.by;

import java.util.List;
import org.junit.jupiter.api.Test;
import relais.aggregates.Axis;
import relais.aggregates.Decision;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;

class DraftingTest {

    @Test
    void isFiledAtItsOpenersTerritoryWithItsOpenerAsFirstDrafter() {
        Contribution opened = Story.opened().contribution();
        assertThat(opened.opener()).isEqualTo(AMF.id());
        assertThat(opened.home()).isEqualTo(new TerritoryCode("pays:FR"));
        assertThat(opened.drafters()).containsExactly(AMF.id(), Scene.ADF.id());
        assertThat(opened.text().sections()).isEmpty();
        assertThat(opened.text().version()).isEqualTo(1);
        assertThat(opened.openedAt()).isEqualTo(Scene.NOW);
        assertThat(opened.isPublic()).isFalse();
    }

    @Test
    void namesEachDrafterAndAxisOnce() {
        Contribution opened =
                new Story()
                        .then(
                                Commands.open(
                                        "OPINION",
                                        "Titre",
                                        List.of("USES", "SUPPORT", "USES"),
                                        List.of("p-adf", "p-amf", "p-adf"),
                                        null),
                                by(AMF))
                        .contribution();
        assertThat(opened.drafters()).containsExactly(AMF.id(), Scene.ADF.id());
        assertThat(opened.text().axes()).containsExactly(Axis.USES, Axis.SUPPORT);
    }

    @Test
    void aSecretariatOfNoSignatoryDraftsWhatItOpens() {
        Story story = new Story().then(Commands.open(), Scene.secretary());
        assertThat(story.contribution().drafters()).contains(Scene.TOWN.id());
        story.then(draft(), Scene.as(Scene.TOWN, Role.COMMITTEE));
        assertThat(story.contribution().text().sections()).hasSize(2);
    }

    @Test
    void newSectionsAreNumberedAfterAllThatEverWere() {
        Story story = Story.drafted();
        story.then(
                        draft(
                                new ContributionCommand.DraftedSection(
                                        "s-1", "Un titre", "Un texte")),
                        by(AMF))
                .then(
                        draft(
                                new ContributionCommand.DraftedSection(null, "Nouveau", ""),
                                new ContributionCommand.DraftedSection(
                                        "s-1", "Un titre", "Un texte"),
                                new ContributionCommand.DraftedSection(null, "Nouveau", "")),
                        by(AMF));
        assertThat(story.contribution().text().sections())
                .extracting(section -> section.id().value())
                .containsExactly("s-3", "s-1", "s-4");
    }

    @Test
    void eachSectionKnowsTheVersionThatLastChangedItsWords() {
        Story story =
                Story.drafted()
                        .then(Commands.cite("x-published", 3), by(AMF))
                        .then(draft("s-2", "Un autre titre", "Encore un texte"), by(AMF));
        assertThat(story.contribution().text().version()).isEqualTo(4);
        assertThat(story.contribution().text().sections())
                .extracting(Section::changedIn)
                .containsExactly(2L, 4L);
    }

    @Test
    void movingASectionDoesNotChangeIt() {
        Story story =
                Story.drafted()
                        .then(
                                draft(
                                        new ContributionCommand.DraftedSection(
                                                "s-2", "Un autre titre", "Un autre texte"),
                                        new ContributionCommand.DraftedSection(
                                                "s-1", "Un titre", "Un texte")),
                                by(AMF));
        assertThat(story.contribution().text().version()).isEqualTo(3);
        assertThat(story.contribution().text().sections())
                .extracting(Section::changedIn)
                .containsExactly(2L, 2L);
    }

    @Test
    void savingTheSameTextChangesNothing() {
        Story story = Story.drafted();
        ContributionCommand same = Commands.draft(story.contribution().text(), "une note");
        assertThat(story.decide(same, by(AMF))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void aTitleAloneMakesANewVersionOfTheText() {
        Story story = Story.drafted();
        Text before = story.contribution().text();
        ContributionCommand.Draft typed = Commands.draft(before, null);
        story.then(
                new ContributionCommand.Draft(
                        "Autre titre", typed.summary(), typed.axes(), typed.sections(), null),
                by(AMF));
        assertThat(story.contribution().text().version()).isEqualTo(3);
        assertThat(story.contribution().text().sections()).isEqualTo(before.sections());
    }

    @Test
    void evidenceOfASectionThatGoesIsEvidenceOfTheWholeText() {
        Story story =
                Story.drafted()
                        .then(
                                new ContributionCommand.Cite("x-published", 3L, "s-2", "preuve"),
                                by(AMF));
        assertThat(story.contribution().evidence().getFirst().section())
                .isEqualTo(new SectionId("s-2"));
        story.then(
                draft(new ContributionCommand.DraftedSection("s-1", "Un titre", "Un texte")),
                by(AMF));
        assertThat(story.contribution().evidence())
                .containsExactly(new Evidence(Scene.PUBLISHED.id(), 3, null, "preuve", null));
    }

    @Test
    void markdownKeepsItsFirstIndentAndNothingAroundIt() {
        assertThat(Markdown.typed("\r\n \n    code\r\nsuite\r fin \n\n"))
                .isEqualTo("    code\nsuite\n fin");
        assertThat(Markdown.typed(" \u200b\n")).isEmpty();
        assertThat(Markdown.typed(null)).isNull();
        assertThat(Markdown.typed("e\u0301cole")).isEqualTo("école");
    }

    @Test
    void aTextIsReadyFromWhenItsDraftersSaySoUntilItChanges() {
        Story story =
                Story.drafted().then(new ContributionCommand.Submit("relu"), Scene.by(Scene.ADF));
        assertThat(story.contribution().submission())
                .isEqualTo(new Contribution.Submission(Scene.NOW, "relu"));
        assertThat(story.events(new ContributionCommand.Submit("encore"), Scene.by(Scene.AMF)))
                .isEmpty();

        story.then(Commands.draft("s-1", "Un titre", "Repris"), Scene.by(Scene.AMF));
        assertThat(story.contribution().submission()).isNull();

        story.then(new ContributionCommand.Submit(null), Scene.by(Scene.AMF))
                .then(Commands.consult(), Scene.secretary());
        assertThat(story.contribution().submission()).isNull();
    }

    @Test
    void aTextThatSaysNothingOrWaitsForAnAnswerIsNotReady() {
        assertThat(Story.opened().refusals(new ContributionCommand.Submit(null), by(AMF)))
                .containsExactly("sections:text-empty");
        assertThat(Story.amended().refusals(new ContributionCommand.Submit(null), by(AMF)))
                .containsExactly("amendments:amendments-open");
    }
}
