package relais.contributions.domain.workingday;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.domain.KnownWorld.SECRETARY;
import static relais.contributions.domain.KnownWorld.now;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.contributions.domain.Refusal;
import relais.teststack.HostileText;
import relais.teststack.TextFields;

/** Every text that a person types in any command; what the service tells itself is left out. */
class HostileTextsTest {

    private static final List<WorkingDayCommand> TYPED =
            List.of(
                    Samples.SCHEDULE,
                    Samples.RESCHEDULE,
                    Samples.CANCEL,
                    Samples.ADD,
                    Samples.REMOVE,
                    Samples.minutes(
                            "Corrigé",
                            Samples.decision(null, "Raccorder", Samples.plan("2027-01-01"))));

    @ParameterizedTest
    @EnumSource
    void everyTextOfEveryCommandIsRefusedByItsField(HostileText hostile) {
        int tried = 0;
        for (WorkingDayCommand command : TYPED) {
            for (var spoilt : TextFields.replacedBy(hostile.text(), command)) {
                Case judged = new Case(Samples.held(), spoilt.record(), now(SECRETARY));
                assertThat(
                                WorkingDayPolicy.of(spoilt.record()).stream()
                                        .flatMap(policy -> policy.check(judged))
                                        .map(Refusal::field))
                        .as("%s of %s", spoilt.field(), command.getClass().getSimpleName())
                        .anyMatch(field -> field.contains(spoilt.field()));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(15);
    }
}
