package relais.experiences.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.aggregates.Refusal;
import relais.aggregates.Result;
import relais.experiences.Bench;
import relais.experiences.experience.Contact;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceId;
import relais.experiences.experience.ProposedCard;
import relais.experiences.experience.ProposedContent;
import relais.experiences.experience.Scene;

class DraftsTest {

    private static final String ID = "d-1";
    private static final Contact CONTACT = new Contact("Ada", "ada@example.org", null);

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
        assertThat(bench.editDrafts.edit(ID, 1L, typed(Scene.card().build()), Scene.EPCI.id()))
                .isInstanceOf(EditDrafts.Outcome.Missing.class);
        assertThat(bench.editDrafts.delete(ID, 1L, Scene.EPCI.id()))
                .isInstanceOf(EditDrafts.Outcome.Missing.class);
        assertThat(bench.editDrafts.submit(ID, 1L, Scene.actor(Scene.EPCI), Scene.EPCI.id()))
                .isInstanceOf(Result.Missing.class);
    }

    @Test
    void ofTwoEditsOfOneVersionOneWins() {
        create(Scene.card().build());
        ProposedCard typed = typed(Scene.card().title("Autre").build());
        assertThat(bench.editDrafts.edit(ID, 1L, typed, Scene.TOWN.id()))
                .isInstanceOf(EditDrafts.Outcome.Kept.class);
        assertThat(bench.editDrafts.edit(ID, 1L, typed, Scene.TOWN.id()))
                .isEqualTo(new EditDrafts.Outcome.Stale(1, 2));
    }

    @Test
    void aSubmissionMovesTheContactAndDropsTheDraft() {
        create(Scene.card().build());
        Result<Experience> result = submit();
        assertThat(result).isInstanceOf(Result.Done.class);
        ExperienceId id = new ExperienceId("x-1");
        assertThat(bench.experiences.find(id.value())).isPresent();
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
        ProposedCard typed =
                new ProposedCard(
                        Scene.card().build(), null, new Contact("Ada", "not an address", null));
        assertThat(bench.editDrafts.create(ID, typed, Scene.TOWN.id()))
                .isInstanceOfSatisfying(
                        EditDrafts.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().field())
                                        .isEqualTo("contact.email"));
    }

    @ParameterizedTest
    @CsvSource({"1e999999999,means.euros", "-1,means.euros"})
    void refusesANumberThatIsNone(String euros, String field) {
        ProposedContent card =
                spoilt(
                        c ->
                                c.means =
                                        new ProposedContent.ProposedMeans(
                                                new BigDecimal(euros), null, null));
        assertRefused(create(card), field);
    }

    @Test
    void refusesWhatWouldNotComeBackAsItWasTyped() {
        assertRefused(create(Scene.card().title("\ud800").build()), "title");
        assertRefused(create(Scene.card().title("a\u0000").build()), "title");
        assertRefused(create(Scene.card().title("t".repeat(10_001)).build()), "title");
        assertRefused(create(spoilt(c -> c.axes = Collections.nCopies(51, "x"))), "axes");
        assertThat(bench.drafts.drafts).isEmpty();
    }

    @Test
    void aPartnerKeepsTwoHundredDrafts() {
        for (int i = 1; i <= EditDrafts.MAX_DRAFTS; i++) {
            bench.editDrafts.create("d-" + i, typed(Scene.card().build()), Scene.TOWN.id());
        }
        ProposedCard one = typed(Scene.card().build());
        assertRefused(bench.editDrafts.create("d-more", one, Scene.TOWN.id()), "partner");
        assertThat(bench.editDrafts.create("d-7", one, Scene.TOWN.id()))
                .as("the same request again")
                .isInstanceOf(EditDrafts.Outcome.Kept.class);
        assertThat(bench.editDrafts.create("d-more", one, Scene.EPCI.id()))
                .isInstanceOf(EditDrafts.Outcome.Kept.class);
    }

    private static ProposedContent spoilt(Consumer<Scene.CardBuilder> spoil) {
        Scene.CardBuilder card = Scene.card();
        spoil.accept(card);
        return card.build();
    }

    private static void assertRefused(EditDrafts.Outcome outcome, String field) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        EditDrafts.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.refusals())
                                        .extracting(Refusal::field)
                                        .containsExactly(field));
    }

    private EditDrafts.Outcome create(ProposedContent card) {
        return bench.editDrafts.create(ID, typed(card), Scene.TOWN.id());
    }

    private Result<Experience> submit() {
        return bench.editDrafts.submit(ID, 1L, Scene.actor(Scene.TOWN), Scene.TOWN.id());
    }

    private static ProposedCard typed(ProposedContent card) {
        return new ProposedCard(card, null, CONTACT);
    }
}
