package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Évaluation  numérique", "évaluation numérique", " EVALUATION NUMERIQUE"})
    void aTagIsTheSameHoweverItIsWritten(String tag) {
        assertThat(Tags.folded(tag)).isEqualTo("evaluation numerique");
    }
}
