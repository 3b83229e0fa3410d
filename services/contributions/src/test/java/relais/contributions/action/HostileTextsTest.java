package relais.contributions.action;

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

    private static final List<ActionCommand> TYPED =
            List.of(
                    Samples.PLAN,
                    Samples.REVISE,
                    Samples.PROGRESS,
                    Samples.COMPLETE,
                    Samples.ABANDON);

    @ParameterizedTest
    @EnumSource
    void everyTextOfEveryCommandIsRefusedByItsField(HostileText hostile) {
        int tried =
                hostile.triedOn(
                        TYPED,
                        command ->
                                Decisions.fields(
                                        Samples.RULES.decide(
                                                Samples.planned(), command, now(SECRETARY))));
        assertThat(tried).isGreaterThan(20);
    }
}
