package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerFact;
import relais.contributions.contribution.EditWorkingCopies.Outcome;

class EditWorkingCopiesTest {

    private static final ContributionId ID = new ContributionId("c-1");

    private final Bench bench = new Bench();

    @BeforeEach
    void openOne() {
        bench.drafted("c-1");
    }

    @Test
    void theFirstSaveNamesNoVersionAndTheNextOnesTheLast() {
        Outcome first = save(null, "un");
        assertThat(first).isInstanceOf(Outcome.Kept.class);
        assertThat(((Outcome.Kept) first).created()).isTrue();
        assertThat(kept(first).version()).isEqualTo(1);
        assertThat(kept(first).basedOn()).isEqualTo(2);
        WorkingCopy second = kept(save(1L, "deux"));
        assertThat(second.version()).isEqualTo(2);
        assertThat(kept(bench.edit.read(ID, Bench.AMF))).isEqualTo(second);
    }

    @Test
    void savingAgainWhatIsSavedChangesNothingWhateverVersionItNames() {
        save(null, "un");
        WorkingCopy saved = kept(save(1L, "deux"));
        assertThat(kept(save(1L, "deux"))).as("its answer was lost").isEqualTo(saved);
        assertThat(kept(save(null, "deux"))).isEqualTo(saved);
    }

    @Test
    void ofTwoTabsOneIsToldToReadFirst() {
        save(null, "un");
        assertThat(save(null, "autre")).isEqualTo(new Outcome.VersionRequired());
        save(1L, "deux");
        assertThat(save(1L, "autre")).isEqualTo(new Outcome.Stale(1, 2));
    }

    @Test
    void keepsTheVersionThatItWasBegunFrom() {
        save(null, "un");
        bench.done("c-1", Bench.ADF, Bench.draft("Entre-temps."));
        assertThat(kept(save(1L, "deux")).basedOn()).isEqualTo(2);
        assertThat(kept(save(Bench.AMF, 2L, "deux", 3L)).basedOn()).isEqualTo(3);
        assertThat(codes(save(Bench.AMF, 3L, "deux", 9L))).containsExactly("basedOn:between");
    }

    @Test
    void isOfOnePartnerAndNobodyElses() {
        save(null, "un");
        assertThat(bench.edit.read(ID, Bench.ADF)).isEqualTo(new Outcome.None());
        assertThat(codes(bench.edit.read(ID, Bench.SECRETARY)))
                .containsExactly("partner:drafters-only");
        assertThat(bench.edit.read(ID, Bench.TOWN)).isEqualTo(new Outcome.Missing("c-1"));
        assertThat(bench.edit.read(ID, Bench.ANYONE)).isEqualTo(new Outcome.Missing("c-1"));
        assertThat(bench.edit.read(new ContributionId("c-none"), Bench.AMF))
                .isEqualTo(new Outcome.Missing("c-none"));
    }

    @Test
    void isClosedToAPartnerThatIsSuspended() {
        bench.consulted("c-2");
        bench.tell("p-amf", new PartnerFact.Suspended());
        assertThat(codes(bench.edit.read(new ContributionId("c-2"), Bench.AMF)))
                .containsExactly("partner:partner-suspended");
    }

    @Test
    void isThrownAwayAtItsVersion() {
        assertThat(bench.edit.delete(ID, 1L, Bench.AMF)).isEqualTo(new Outcome.None());
        save(null, "un");
        assertThat(bench.edit.delete(ID, 2L, Bench.AMF)).isEqualTo(new Outcome.Stale(2, 1));
        assertThat(bench.edit.delete(ID, 1L, Bench.AMF)).isEqualTo(new Outcome.Deleted());
        assertThat(save(1L, "deux")).isEqualTo(new Outcome.Gone());
    }

    @Test
    void goesWhenItsTextIsPublishedAndOnlyThePublishers() {
        save(null, "un");
        save(Bench.ADF, null, "de l’autre", null);
        bench.done("c-1", Bench.AMF, Bench.draft("Publié."));
        assertThat(bench.edit.read(ID, Bench.AMF)).isEqualTo(new Outcome.None());
        assertThat(bench.edit.read(ID, Bench.ADF)).isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void goesWhenTheTextIsFrozenAndCannotBeginThen() {
        save(null, "un");
        save(Bench.ADF, null, "de l’autre", null);
        bench.consult("c-1");
        assertThat(bench.edit.read(ID, Bench.AMF)).isEqualTo(new Outcome.None());
        assertThat(bench.edit.read(ID, Bench.ADF)).isEqualTo(new Outcome.None());
        assertThat(codes(save(null, "un"))).containsExactly("status:only-while-drafting");
    }

    @Test
    void whatWasSavedWhileTheTextWasBeingFrozenIsNotShown() {
        bench.consult("c-1");
        bench.copies.insert(ContributionSamples.workingCopy(ID, ContributionSamples.AMF));
        assertThat(bench.edit.read(ID, Bench.AMF)).isEqualTo(new Outcome.None());
    }

    @Test
    void goesWithAWithdrawal() {
        save(null, "un");
        bench.done("c-1", Bench.ADF, new ContributionCommand.Withdraw("sans objet"));
        assertThat(bench.edit.read(ID, Bench.AMF)).isEqualTo(new Outcome.None());
    }

    @Test
    void staysThroughOtherChanges() {
        save(null, "un");
        bench.done("c-1", Bench.AMF, new ContributionCommand.Cite("x-tablets", 3L, null, null));
        assertThat(bench.edit.read(ID, Bench.AMF)).isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void takesWhatIsUnfinishedButNotWhatIsEndless() {
        SaveWorkingCopy nothing =
                new SaveWorkingCopy(
                        new ContributionCommand.Draft(null, null, List.of(), List.of(), null),
                        null);
        assertThat(bench.edit.save(ID, null, nothing, Bench.AMF)).isInstanceOf(Outcome.Kept.class);
        assertThat(codes(save(1L, "é".repeat(EditWorkingCopies.MAX_CHARACTERS))))
                .containsExactly("sections:too-long");
        SaveWorkingCopy pieces =
                new SaveWorkingCopy(
                        new ContributionCommand.Draft(
                                null,
                                null,
                                List.of(),
                                Collections.nCopies(
                                        EditWorkingCopies.MAX_SECTIONS + 1,
                                        new ContributionCommand.DraftedSection(null, null, null)),
                                null),
                        null);
        assertThat(codes(bench.edit.save(ID, 1L, pieces, Bench.AMF)))
                .containsExactly("sections:too-many");
    }

    private Outcome save(@Nullable Long version, String body) {
        return save(Bench.AMF, version, body, null);
    }

    private Outcome save(Actor actor, @Nullable Long version, String body, @Nullable Long basedOn) {
        var section = new ContributionCommand.DraftedSection("s-1", "U", body);
        return bench.edit.save(
                ID,
                version,
                new SaveWorkingCopy(
                        new ContributionCommand.Draft(
                                "Avis", null, List.of(), List.of(section), null),
                        basedOn),
                actor);
    }

    private static WorkingCopy kept(Outcome outcome) {
        if (outcome instanceof Outcome.Kept(WorkingCopy copy, _)) {
            return copy;
        }
        throw new AssertionError(outcome);
    }

    private static List<String> codes(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(List<Refusal> refusals)) {
            return refusals.stream().map(one -> one.field() + ":" + one.code()).toList();
        }
        throw new AssertionError(outcome);
    }
}
