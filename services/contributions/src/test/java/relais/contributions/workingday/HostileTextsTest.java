package relais.contributions.workingday;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.contributions.known.Decisions;
import relais.teststack.HostileText;

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
        int tried =
                hostile.triedOn(
                        TYPED,
                        command ->
                                Decisions.fields(
                                        Samples.RULES.decide(
                                                Samples.held(), command, now(SECRETARY))));
        assertThat(tried).isGreaterThan(15);
    }
}
