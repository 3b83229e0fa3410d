package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.experience.Scene.TOWN;
import static relais.experiences.experience.Scene.card;
import static relais.experiences.experience.Scene.published;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.aggregates.Refusal;
import relais.teststack.HostileText;

/** Every text field of every command, those of tomorrow included. */
class HostileTextsTest {

    @ParameterizedTest
    @EnumSource
    void everyTextOfEveryCommandIsRefusedByItsField(HostileText hostile) {
        Experience experience = published(TOWN, card().build());
        int tried =
                hostile.triedOn(
                        CommandSamples.all(),
                        command -> {
                            Case judged = new Case(experience, command, Scene.by(TOWN));
                            return Policy.of(command).stream()
                                    .flatMap(policy -> policy.check(judged))
                                    .map(Refusal::field);
                        });
        assertThat(tried).isGreaterThan(60);
    }
}
