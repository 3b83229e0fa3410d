package relais.experiences.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.domain.Scene.TOWN;
import static relais.experiences.domain.Scene.card;
import static relais.experiences.domain.Scene.published;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.teststack.HostileText;
import relais.teststack.TextFields;

/** Every text field of every command, those of tomorrow included. */
class HostileTextsTest {

    @ParameterizedTest
    @EnumSource
    void everyTextOfEveryCommandIsRefusedByItsField(HostileText hostile) {
        Experience experience = published(TOWN, card().build());
        List<ExperienceCommand> commands = CommandSamples.all();
        int tried = 0;
        for (ExperienceCommand command : commands) {
            for (var spoilt : TextFields.replacedBy(hostile.text(), command)) {
                Case judged = new Case(experience, spoilt.record(), Scene.by(TOWN));
                assertThat(
                                Policy.of(spoilt.record()).stream()
                                        .flatMap(policy -> policy.check(judged))
                                        .map(Refusal::field))
                        .as("%s of %s", spoilt.field(), command.getClass().getSimpleName())
                        .anyMatch(field -> field.contains(spoilt.field()));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(60);
    }
}
