package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.contribution.Scene.ADF;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.ARF;
import static relais.contributions.contribution.Scene.DEADLINE;
import static relais.contributions.contribution.Scene.MINISTRY;
import static relais.contributions.contribution.Scene.NOW;
import static relais.contributions.contribution.Scene.PUBLISHED;
import static relais.contributions.contribution.Scene.by;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Partner;
import relais.contributions.contribution.Board.Finding;
import relais.contributions.known.Circumstances;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.KnownExperience.Change;
import relais.contributions.known.KnownExperience.Standing;

class BoardTest {

    private static final Circumstances READER = by(Scene.TOWN);
    private static final Circumstances LATER = Scene.at(DEADLINE, READER);

    @Test
    void whileDraftingItShowsWhatAConsultationWaitsFor() {
        Board board = Board.of(Story.amended().contribution(), READER);
        assertThat(board.findings())
                .containsExactly(
                        new Board.AmendmentsSettled(List.of(Commands.AMENDMENT)),
                        new Board.ConsultationHeld(false),
                        new Board.NoModeratedEvidence(List.of()),
                        new Board.EvidenceUpToDate(List.of()));
        assertThat(board.allowsAdoption()).isFalse();
    }

    @Test
    void inConsultationItShowsWhatIsMissing() {
        Contribution contribution =
                Story.consulted().then(Commands.position("OBJECTION"), by(ARF)).contribution();
        Board board = Board.of(contribution, READER);
        assertThat(board.findings())
                .containsExactly(
                        new Board.AmendmentsSettled(List.of()),
                        new Board.ConsultationHeld(true),
                        new Board.DeadlineReached(DEADLINE, false),
                        new Board.QuorumReached(3, 1, named(ADF, AMF, MINISTRY)),
                        new Board.NoStandingObjection(named(ARF)),
                        new Board.NoModeratedEvidence(List.of()),
                        new Board.EvidenceUpToDate(List.of()));
        assertThat(board.findings())
                .filteredOn(Finding::blocks)
                .extracting(Object::getClass)
                .containsExactly(
                        Board.DeadlineReached.class,
                        Board.QuorumReached.class,
                        Board.NoStandingObjection.class);
    }

    @Test
    void countsWhatIsMissingToTheQuorum() {
        assertThat(new Board.QuorumReached(3, 1, List.of()).missing()).isEqualTo(2);
        assertThat(new Board.QuorumReached(3, 4, List.of()).missing()).isZero();
        assertThat(new Board.QuorumReached(3, 3, List.of()).met()).isTrue();
    }

    @Test
    void allowsAnAdoptionAsSoonAsNothingStandsInItsWay() {
        Contribution contribution = Story.agreed().contribution();
        assertThat(Board.of(contribution, READER).allowsAdoption()).isFalse();
        assertThat(Board.of(contribution, LATER).allowsAdoption()).isTrue();
    }

    @Test
    void evidenceThatWasRevisedOrWithdrawnIsAWarningOnly() {
        Change withdrawn = Scene.change(4, EvidenceChange.WITHDRAWN, NOW);
        Contribution contribution = citedAndAgreed(withdrawn);
        Board board = Board.of(contribution, LATER);
        assertThat(board.findings())
                .endsWith(
                        new Board.NoModeratedEvidence(List.of()),
                        new Board.EvidenceUpToDate(List.of(PUBLISHED.id())));
        assertThat(board.findings().getLast().met()).isFalse();
        assertThat(board.allowsAdoption()).isTrue();
    }

    @Test
    void evidenceThatWasModeratedBlocks() {
        Change moderated = Scene.change(4, EvidenceChange.MODERATED, NOW);
        Board board = Board.of(citedAndAgreed(moderated), LATER);
        assertThat(board.findings())
                .endsWith(
                        new Board.NoModeratedEvidence(List.of(PUBLISHED.id())),
                        new Board.EvidenceUpToDate(List.of()));
        assertThat(board.allowsAdoption()).isFalse();
    }

    @Test
    void evidenceThatIsKnownToBeModeratedBlocksBeforeTheContributionIsTold() {
        KnownExperience hidden =
                new KnownExperience(
                        PUBLISHED.id(),
                        4,
                        2L,
                        Standing.MODERATED,
                        Scene.change(4, EvidenceChange.MODERATED, NOW));
        Contribution contribution = citedAndAgreed(null);
        assertThat(Board.of(contribution, Scene.knowing(hidden, LATER)).allowsAdoption()).isFalse();
        assertThat(Board.of(contribution, LATER).allowsAdoption()).isTrue();
    }

    @Test
    void whatWasModeratedLaterDoesNotBlockAnArchive() {
        Change later = Scene.change(4, EvidenceChange.MODERATED, DEADLINE.plusSeconds(60));
        Contribution contribution = citedAndAgreed(later);
        Circumstances now = Scene.at(DEADLINE.plusSeconds(120), READER);
        assertThat(Board.of(contribution, now).allowsAdoption()).isFalse();
        assertThat(Board.of(contribution, Scene.archived(DEADLINE, now)).allowsAdoption()).isTrue();
    }

    private static List<Board.Named> named(Partner... partners) {
        return Stream.of(partners)
                .map(partner -> new Board.Named(partner.id(), partner.name()))
                .toList();
    }

    private static Contribution citedAndAgreed(@Nullable Change change) {
        Story story =
                Story.drafted()
                        .then(Commands.cite("x-published", 3), by(AMF))
                        .then(Commands.consult(), Scene.secretary());
        Scene.SIGNATORIES.forEach(
                signatory -> story.then(Commands.position("CONSENT"), by(signatory)));
        if (change != null) {
            story.then(
                    new ContributionCommand.OutdateEvidence(PUBLISHED.id(), change),
                    Scene.service());
        }
        return story.contribution();
    }
}
