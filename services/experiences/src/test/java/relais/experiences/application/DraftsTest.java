package relais.experiences.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relais.experiences.domain.Contact;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.ProposedContent;
import relais.experiences.domain.Scene;

class DraftsTest {

    private static final String ID = "d-1";
    private static final Contact CONTACT = new Contact("Ada", "ada@example.org");

    private final Bench bench = new Bench();

    @Test
    void keepsACardThatIsFarFromReady() {
        ProposedContent empty = Scene.card().title(" ").at("nowhere").build();
        assertThat(create(empty)).isInstanceOf(EditDrafts.Outcome.Kept.class);
    }

    @Test
    void anotherPartnersDraftDoesNotExist() {
        create(Scene.card().build());
        assertThat(bench.editDrafts.find(ID, Scene.EPCI.id())).isEmpty();
        assertThat(bench.editDrafts.edit(ID, 1, typed(Scene.card().build()), Scene.EPCI.id()))
                .isInstanceOf(EditDrafts.Outcome.Missing.class);
        assertThat(bench.editDrafts.delete(ID, 1, Scene.EPCI.id()))
                .isInstanceOf(EditDrafts.Outcome.Missing.class);
        assertThat(bench.editDrafts.submit(ID, 1, Scene.actor(Scene.EPCI), Scene.EPCI.id()))
                .isInstanceOf(Result.Missing.class);
    }

    @Test
    void ofTwoEditsOfOneVersionOneWins() {
        create(Scene.card().build());
        EditDrafts.Typed typed = typed(Scene.card().title("Autre").build());
        assertThat(bench.editDrafts.edit(ID, 1, typed, Scene.TOWN.id()))
                .isInstanceOf(EditDrafts.Outcome.Kept.class);
        assertThat(bench.editDrafts.edit(ID, 1, typed, Scene.TOWN.id()))
                .isEqualTo(new EditDrafts.Outcome.Stale(1, 2));
    }

    @Test
    void aSubmissionMovesTheContactAndDropsTheDraft() {
        create(Scene.card().build());
        Result result = submit();
        assertThat(result).isInstanceOf(Result.Done.class);
        ExperienceId id = new ExperienceId("x-1");
        assertThat(bench.experiences.find(id)).isPresent();
        assertThat(bench.contacts.find(id)).contains(CONTACT);
        assertThat(bench.drafts.find(ID)).isEmpty();
    }

    @Test
    void submittingTwiceAnswersTheSameExperience() {
        create(Scene.card().build());
        submit();
        assertThat(submit())
                .isInstanceOfSatisfying(
                        Result.Done.class,
                        done -> {
                            assertThat(done.repeated()).isTrue();
                            assertThat(done.stored().version()).isEqualTo(1);
                        });
    }

    @Test
    void aRefusedSubmissionLeavesTheDraft() {
        create(Scene.card().title(" ").build());
        assertThat(submit()).isInstanceOf(Result.Refused.class);
        assertThat(bench.drafts.find(ID)).isPresent();
    }

    @Test
    void refusesAnAddressThatIsNone() {
        EditDrafts.Typed typed =
                new EditDrafts.Typed(
                        Scene.card().build(), null, new Contact("Ada", "not an address"));
        assertThat(bench.editDrafts.create(ID, typed, Scene.TOWN.id()))
                .isInstanceOfSatisfying(
                        EditDrafts.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().field())
                                        .isEqualTo("contact.email"));
    }

    private EditDrafts.Outcome create(ProposedContent card) {
        return bench.editDrafts.create(ID, typed(card), Scene.TOWN.id());
    }

    private Result submit() {
        return bench.editDrafts.submit(ID, 1, Scene.actor(Scene.TOWN), Scene.TOWN.id());
    }

    private static EditDrafts.Typed typed(ProposedContent card) {
        return new EditDrafts.Typed(card, null, CONTACT);
    }
}
