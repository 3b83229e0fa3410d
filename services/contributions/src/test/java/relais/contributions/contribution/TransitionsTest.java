package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;

class TransitionsTest {

    private static final Map<ContributionStatus, Supplier<Story>> BY_STATUS =
            Map.of(
                    ContributionStatus.DRAFTING, Story::amended,
                    ContributionStatus.CONSULTATION, Story::consulted,
                    ContributionStatus.ADOPTED, Story::adopted,
                    ContributionStatus.SUPERSEDED, Story::superseded,
                    ContributionStatus.WITHDRAWN, Story::withdrawn);

    private static final Set<String> OUT_OF_TIME =
            Set.of(
                    "already-opened",
                    "only-while-drafting",
                    "only-in-consultation",
                    "only-before-adoption");

    static Stream<Arguments> everyCommandInEveryStatus() {
        return Stream.of(ContributionStatus.values())
                .flatMap(
                        status ->
                                Commands.all().stream()
                                        .map(
                                                command ->
                                                        Arguments.of(
                                                                command.getClass().getSimpleName(),
                                                                status,
                                                                command)));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("everyCommandInEveryStatus")
    void allowsACommandInItsStatusOnly(
            String name, ContributionStatus status, ContributionCommand command) {
        Contribution contribution = BY_STATUS.getOrDefault(status, Story::new).get().contribution();
        assertThat(contribution.status()).isEqualTo(status);
        boolean refused =
                Commands.RULES.decide(contribution, command, Scene.secretary())
                                instanceof Decision.Refused<ContributionEvent>(var refusals)
                        && refusals.stream().map(Refusal::code).anyMatch(OUT_OF_TIME::contains);
        boolean allowed = Commands.isTimely(command, status);
        assertThat(refused).isEqualTo(!allowed);
    }

    @Test
    void aClosedConsultationGoesBackToDraftingWithItsReasonUntilTheNext() {
        Story story =
                Story.agreed()
                        .then(
                                new ContributionCommand.CloseConsultation("à reprendre"),
                                Scene.secretary());
        Contribution closed = story.contribution();
        assertThat(closed.status()).isEqualTo(ContributionStatus.DRAFTING);
        assertThat(closed.reason()).isEqualTo("à reprendre");
        assertThat(closed.consultation()).isNull();
        assertThat(closed.isPublic()).isTrue();
        Contribution again =
                story.then(
                                Commands.consult(),
                                Scene.at(Scene.NOW.plusSeconds(60), Scene.secretary()))
                        .contribution();
        assertThat(again.reason()).isNull();
        assertThat(again.consultation())
                .satisfies(asked -> assertThat(asked.positions()).isEmpty());
        assertThat(again.firstConsultedAt()).isEqualTo(Scene.NOW);
    }

    @Test
    void anAdoptionTakesTheFrenchDayAndKeepsThePositions() {
        Contribution adopted = Story.adopted().contribution();
        assertThat(adopted.adoptedOn()).isEqualTo(LocalDate.parse("2026-04-02"));
        assertThat(adopted.consultation())
                .satisfies(asked -> assertThat(asked.positions()).hasSize(3));
    }

    @Test
    void anAdoptionSaysWhosePlaceItTakes() {
        Story story =
                new Story()
                        .then(
                                Commands.open(
                                        "OPINION",
                                        "Titre",
                                        List.of("USES"),
                                        List.of(),
                                        "c-adopted"),
                                Scene.by(Scene.AMF))
                        .then(Commands.draft(), Scene.by(Scene.AMF))
                        .then(Commands.consult(), Scene.secretary());
        Scene.SIGNATORIES.forEach(
                signatory -> story.then(Commands.position("CONSENT"), Scene.by(signatory)));
        assertThat(
                        story.events(
                                new ContributionCommand.Adopt("enfin"),
                                Scene.at(Scene.DEADLINE, Scene.secretary())))
                .containsExactly(
                        new ContributionEvent.Adopted(
                                LocalDate.parse("2026-04-02"),
                                new ContributionId("c-adopted"),
                                "enfin"));
    }

    @Test
    void isSupersededOnceAndOnlyWhenAdopted() {
        ContributionId next = new ContributionId("c-next");
        ContributionCommand supersede = new ContributionCommand.Supersede(next);
        assertThat(Story.superseded().contribution().supersededBy()).isEqualTo(next);
        assertThat(Story.superseded().events(supersede, Scene.service())).isEmpty();
        assertThat(Story.consulted().events(supersede, Scene.service())).isEmpty();
        assertThat(Story.withdrawn().events(supersede, Scene.service())).isEmpty();
    }

    @Test
    void aWithdrawalKeepsItsReason() {
        assertThat(Story.withdrawn().contribution().reason()).isEqualTo("fini");
    }

    @Test
    void beginsWithItsOpeningAndHasOnlyOne() {
        Moment moment = new Moment(2, Scene.NOW);
        assertThatNullPointerException()
                .isThrownBy(
                        () ->
                                Contribution.apply(
                                        null, new ContributionEvent.Withdrawn("fini"), moment));
        ContributionEvent opening = Story.opened().told().getFirst().event();
        assertThat(opening).isInstanceOf(ContributionEvent.Opened.class);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new Successor(Story.opened().contribution()).follow(opening, moment));
    }
}
