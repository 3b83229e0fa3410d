package relais.contributions.domain.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.contributions.domain.Refusal;
import relais.teststack.HostileText;
import relais.teststack.TextFields;

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
        int tried = 0;
        for (ContributionCommand command : TYPED) {
            for (var spoilt : TextFields.replacedBy(hostile.text(), command)) {
                Case judged =
                        new Case(MOVED, spoilt.record(), Scene.secretary(), QuorumRule.TWO_THIRDS);
                assertThat(
                                ContributionPolicy.of(spoilt.record()).stream()
                                        .flatMap(policy -> policy.check(judged))
                                        .map(Refusal::field))
                        .as("%s of %s", spoilt.field(), command.getClass().getSimpleName())
                        .anyMatch(field -> field.contains(spoilt.field()));
                tried++;
            }
        }
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
