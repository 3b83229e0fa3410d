package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.contributions.known.Decisions;
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
                        command ->
                                Decisions.fields(
                                        Commands.RULES.decide(
                                                command instanceof ContributionCommand.Open
                                                        ? null
                                                        : MOVED,
                                                command,
                                                Scene.secretary())));
        assertThat(tried).isGreaterThan(20);
    }

    /** The texts of an acceptance are read where the section moved since the amendment. */
    private static ContributionCommand resolving(ContributionCommand command) {
        return command instanceof ContributionCommand.AcceptAmendment
                ? new ContributionCommand.AcceptAmendment(
                        Commands.AMENDMENT,
                        new ContributionCommand.Acceptance(
                                null, "Un titre", "Un texte", MOVED.text().version()))
                : command;
    }
}
