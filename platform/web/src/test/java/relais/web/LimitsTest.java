package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @Test
    void isTwentyUnlessTheCallerSaysOtherwise() {
        assertThat(Limits.limit(null)).isEqualTo(20);
        assertThat(Limits.limit("1")).isEqualTo(1);
        assertThat(Limits.limit("100")).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "-1", "+5", "101", "1.5", "ten", "١", "99999999999999"})
    void anythingElseIsRefusedByName(String raw) {
        assertThatThrownBy(() -> Limits.limit(raw))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem().violations().getFirst().field())
                                        .isEqualTo("limit"));
    }
}
