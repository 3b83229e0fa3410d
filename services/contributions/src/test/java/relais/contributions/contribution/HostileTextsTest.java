package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.aggregates.Refusal;
import relais.teststack.HostileText;

/** Every text that a person types in any command; what the service tells itself is left out. */
class HostileTextsTest {

    private static final Contribution MOVED = Story.moved().contribution();

    private static final List<ContributionCommand> TYPED =
            Commands.all().stream()
                    .map(HostileTextsTest::resolving)
                    .filter(
                            command ->
                                    !(command instanceof ContributionCommand.OutdateEvidence
                                            || command instanceof ContributionCommand.Supersede))
                    .toList();

    @ParameterizedTest
    @EnumSource
    void everyTextOfEveryCommandIsRefusedByItsField(HostileText hostile) {
        int tried =
                hostile.triedOn(
                        TYPED,
                        command -> {
                            Case judged =
                                    new Case(
                                            MOVED,
                                            command,
                                            Scene.secretary(),
                                            QuorumRule.TWO_THIRDS);
                            return ContributionPolicy.of(command).stream()
                                    .flatMap(policy -> policy.check(judged))
                                    .map(Refusal::field);
                        });
        assertThat(tried).isGreaterThan(20);
    }

    /** The texts of an acceptance are read where the section moved since the amendment. */
    private static ContributionCommand resolving(ContributionCommand command) {
        return command instanceof ContributionCommand.AcceptAmendment
                ? new ContributionCommand.AcceptAmendment(
                        Commands.AMENDMENT, "Un titre", "Un texte", MOVED.text().version(), null)
                : command;
    }
}
