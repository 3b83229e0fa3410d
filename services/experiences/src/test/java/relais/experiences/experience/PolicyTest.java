package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.experience.Scene.TOWN;
import static relais.experiences.experience.Scene.by;
import static relais.experiences.experience.Scene.card;
import static relais.experiences.experience.Scene.committee;
import static relais.experiences.experience.Scene.published;
import static relais.experiences.experience.Scene.refusals;
import static relais.experiences.experience.Scene.submitted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command itself must hold. */
class PolicyTest {
    @Test
    void aReasonIsOwed() {
        Experience submitted = submitted(TOWN, card().build());
        Experience published = published(TOWN, card().build());
        assertThat(refusals(submitted, new ExperienceCommand.Return(" ", List.of()), committee()))
                .containsExactly("reason:required");
        assertThat(refusals(published, new ExperienceCommand.Withdraw(null), by(TOWN)))
                .containsExactly("reason:required");
        assertThat(
                        refusals(
                                published,
                                new ExperienceCommand.Moderate("x".repeat(2_001)),
                                committee()))
                .containsExactly("reason:too-long");
    }

    @Test
    void commentsOfAReturnNameTheirField() {
        assertThat(
                        refusals(
                                submitted(TOWN, card().build()),
                                new ExperienceCommand.Return(
                                        "why", List.of(new FieldComment("", "mieux"))),
                                committee()))
                .containsExactly("comments[0].field:required");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-03,date-between", "demain,not-a-date"})
    void confirmsTodayOrBefore(String day, String code) {
        assertThat(
                        refusals(
                                published(TOWN, card().build()),
                                new ExperienceCommand.Confirm(day),
                                by(TOWN)))
                .containsExactly("confirmedOn:" + code);
    }

    @Test
    void aHighlightEndsLater() {
        assertThat(
                        refusals(
                                published(TOWN, card().build()),
                                new ExperienceCommand.Highlight("h", "2026-03-01"),
                                committee()))
                .containsExactly("until:until-from-today");
    }
}
