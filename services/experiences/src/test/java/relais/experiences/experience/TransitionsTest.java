package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.experience.Scene.TOWN;
import static relais.experiences.experience.Scene.by;
import static relais.experiences.experience.Scene.card;
import static relais.experiences.experience.Scene.committee;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionsTest {

    private static final Map<Status, Experience> BY_STATUS = experiences();

    private static final Map<Status, Set<String>> ALLOWED =
            Map.of(
                    Status.SUBMITTED, Set.of("Return", "Publish", "TakeBack"),
                    Status.RETURNED, Set.of("Resubmit", "TakeBack"),
                    Status.TAKEN_BACK, Set.of("Resubmit"),
                    Status.PUBLISHED,
                            Set.of(
                                    "Revise",
                                    "Confirm",
                                    "Withdraw",
                                    "Moderate",
                                    "Endorse",
                                    "RetractEndorsement",
                                    "Highlight",
                                    "RetractHighlight",
                                    "Adopt",
                                    "ReportAdoption",
                                    "EndAdoption"),
                    Status.WITHDRAWN, Set.of(),
                    Status.MODERATED, Set.of());

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("everyCommandInEveryStatus")
    void allowsACommandInItsStatusOnly(String name, Status status, ExperienceCommand command) {
        Experience experience = BY_STATUS.get(status);
        boolean refused =
                Scene.refusals(experience, command, by(TOWN)).stream()
                        .anyMatch(
                                Set.of("status:status-forbids", "id:already-submitted")::contains);
        assertThat(refused).isEqualTo(!ALLOWED.getOrDefault(status, Set.of()).contains(name));
    }

    static Stream<Arguments> everyCommandInEveryStatus() {
        return Stream.of(Status.values())
                .flatMap(
                        status ->
                                CommandSamples.all().stream()
                                        .map(
                                                command ->
                                                        Arguments.of(
                                                                command.getClass().getSimpleName(),
                                                                status,
                                                                command)));
    }

    @Test
    void aReturnKeepsItsReasonUntilTheResubmission() {
        Experience returned = BY_STATUS.getOrDefault(Status.RETURNED, published());
        assertThat(returned.reason()).isEqualTo("à préciser");
        assertThat(returned.comments()).hasSize(1);
        Experience again =
                Scene.after(
                        returned,
                        new ExperienceCommand.Resubmit(card().title("Mieux").build(), null),
                        by(TOWN));
        assertThat(again.status()).isEqualTo(Status.SUBMITTED);
        assertThat(again.reason()).isNull();
        assertThat(again.comments()).isEmpty();
        assertThat(again.content().title()).isEqualTo("Mieux");
        assertThat(again.submittedAt()).isEqualTo(returned.submittedAt());
    }

    @Test
    void whatWasReturnedIsKnownUntilThePublication() {
        Experience returned = BY_STATUS.getOrDefault(Status.RETURNED, published());
        Experience again =
                Scene.after(
                        returned,
                        new ExperienceCommand.Resubmit(card().title("Mieux").build(), null),
                        by(TOWN));
        assertThat(again.returned())
                .isEqualTo(
                        new Returned(
                                returned.content(),
                                returned.competentPartner(),
                                "à préciser",
                                returned.comments(),
                                Scene.NOW));
        Experience published = Scene.after(again, new ExperienceCommand.Publish(null), committee());
        assertThat(published.returned()).isNull();
    }

    @Test
    void whatIsTakenBackWaitsForItsOwnerAlone() {
        Experience takenBack = BY_STATUS.getOrDefault(Status.TAKEN_BACK, published());
        assertThat(takenBack.status().isPublic()).isFalse();
        assertThat(Scene.refusals(takenBack, new ExperienceCommand.Publish(null), committee()))
                .containsExactly("status:status-forbids");
        assertThat(
                        Scene.refusals(
                                Scene.submitted(TOWN, card().build()),
                                new ExperienceCommand.TakeBack(null),
                                committee()))
                .containsExactly("partner:owner-only");
        Experience again =
                Scene.after(
                        takenBack,
                        new ExperienceCommand.Resubmit(card().title("Mieux").build(), null),
                        by(TOWN));
        assertThat(again.status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void aRevisionReplacesTheWholeCard() {
        Experience revised =
                Scene.after(
                        published(),
                        new ExperienceCommand.Revise(card().title("Autre").build(), "titre"),
                        by(TOWN));
        assertThat(revised.content().title()).isEqualTo("Autre");
        assertThat(revised.status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void aConfirmationTakesItsDay() {
        Experience confirmed =
                Scene.after(published(), new ExperienceCommand.Confirm(null), by(TOWN));
        assertThat(confirmed.confirmedOn()).isEqualTo(Scene.TODAY);
    }

    private static Experience published() {
        return Scene.published(TOWN, card().build());
    }

    private static Map<Status, Experience> experiences() {
        Experience submitted = Scene.submitted(TOWN, card().build());
        return Map.of(
                Status.SUBMITTED,
                submitted,
                Status.RETURNED,
                Scene.after(
                        submitted,
                        new ExperienceCommand.Return(
                                "à préciser", List.of(new FieldComment("title", "plus court"))),
                        committee()),
                Status.TAKEN_BACK,
                Scene.after(submitted, new ExperienceCommand.TakeBack(null), by(TOWN)),
                Status.PUBLISHED,
                published(),
                Status.WITHDRAWN,
                Scene.after(published(), new ExperienceCommand.Withdraw("fini"), by(TOWN)),
                Status.MODERATED,
                Scene.after(published(), new ExperienceCommand.Moderate("non"), committee()));
    }
}
