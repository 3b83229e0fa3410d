package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.experience.Scene.TOWN;
import static relais.experiences.experience.Scene.card;
import static relais.experiences.experience.Scene.published;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.aggregates.Decision;
import relais.aggregates.Refusal;
import relais.teststack.HostileText;

/** Every text field of every command, those of tomorrow included. */
class HostileTextsTest {

    @ParameterizedTest
    @EnumSource
    void everyTextOfEveryCommandIsRefusedByItsField(HostileText hostile) {
        Experience experience = published(TOWN, card().build());
        ExperienceRules rules = new ExperienceRules();
        int tried =
                hostile.triedOn(
                        CommandSamples.all(),
                        command ->
                                rules.decide(experience, command, Scene.by(TOWN))
                                                instanceof Decision.Refused<?> refused
                                        ? refused.refusals().stream().map(Refusal::field)
                                        : Stream.empty());
        assertThat(tried).isGreaterThan(60);
    }
}
