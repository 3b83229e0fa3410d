package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.Needs;

class VisibilityTest {

    private static final Circumstances NOBODY =
            Scene.of(new Actor("m-nobody", null, Set.of()), null);

    @Test
    void aDraftIsForTheCommittee() {
        Contribution draft = Story.drafted().contribution();
        assertThat(sees(draft, Scene.by(Scene.AMF))).isTrue();
        assertThat(sees(draft, Scene.by(Scene.MINISTRY))).isTrue();
        assertThat(sees(draft, Scene.secretary())).isTrue();
        assertThat(sees(draft, Scene.service())).isTrue();
        assertThat(sees(draft, Scene.by(Scene.TOWN))).isFalse();
        assertThat(sees(draft, Scene.as(Scene.AMF))).isFalse();
        assertThat(sees(draft, Scene.as(Scene.AMF, Role.OPERATOR))).isFalse();
        assertThat(sees(draft, NOBODY)).isFalse();
    }

    @Test
    void aDrafterThatIsNoSignatorySeesItToo() {
        Contribution draft = new Story().then(Commands.open(), Scene.secretary()).contribution();
        assertThat(sees(draft, Scene.by(Scene.TOWN))).isTrue();
    }

    @Test
    void everyoneReadsItFromItsFirstConsultationOn() {
        Story story = Story.consulted();
        assertThat(sees(story.contribution(), NOBODY)).isTrue();
        story.then(new ContributionCommand.CloseConsultation("non"), Scene.secretary());
        assertThat(sees(story.contribution(), NOBODY)).isTrue();
        story.then(new ContributionCommand.Withdraw("fini"), Scene.secretary());
        assertThat(sees(story.contribution(), NOBODY)).isTrue();
        assertThat(sees(Story.withdrawn().contribution(), NOBODY)).isFalse();
    }

    @Test
    void asksForWhatADecisionDependsOn() {
        assertThat(Commands.RULES.needs(null, Commands.open())).isEqualTo(Needs.SIGNATORIES);
        assertThat(
                        Commands.RULES.needs(
                                null,
                                Commands.open("OPINION", "Titre", List.of(), List.of(), "c-old")))
                .isEqualTo(Needs.SIGNATORIES.withCards(Set.of("c-old")));
        Contribution draft = Story.drafted().contribution();
        assertThat(Commands.RULES.needs(draft, Commands.cite("x-1", 1)))
                .isEqualTo(Needs.NOTHING.withExperiences(Set.of(new ExperienceId("x-1"))));
        assertThat(Commands.RULES.needs(draft, Commands.cite("one", 1))).isEqualTo(Needs.NOTHING);
        assertThat(Commands.RULES.needs(draft, Commands.consult())).isEqualTo(Needs.SIGNATORIES);
        assertThat(Commands.RULES.needs(draft, Commands.draft())).isEqualTo(Needs.NOTHING);
        assertThat(Commands.RULES.needs(null, new ContributionCommand.Adopt(null)))
                .isEqualTo(Needs.NOTHING);
        Contribution asked =
                Story.drafted()
                        .then(Commands.cite("x-published", 3), Scene.by(Scene.AMF))
                        .then(Commands.consult(), Scene.secretary())
                        .contribution();
        assertThat(Commands.RULES.needs(asked, new ContributionCommand.Adopt(null)))
                .isEqualTo(Board.needs(asked))
                .isEqualTo(
                        Needs.NOTHING
                                .withExperiences(Set.of(Scene.PUBLISHED.id()))
                                .withPartners(
                                        Set.of(
                                                Scene.ADF.id(),
                                                Scene.AMF.id(),
                                                Scene.ARF.id(),
                                                new PartnerId("p-mene"))));
    }

    private static boolean sees(Contribution contribution, Circumstances circumstances) {
        return contribution.isVisibleTo(circumstances);
    }
}
