package relais.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsWantedTest {

    @Test
    void isWhatTheVariableSaysAndElseWhatIsThere() {
        assertThat(said("containers")).isEqualTo(PartsWanted.CONTAINERS);
        assertThat(said(" embedded ")).isEqualTo(PartsWanted.EMBEDDED);
        assertThat(said("")).isEqualTo(PartsWanted.AS_FOUND);
        assertThat(PartsWanted.of(Map.of())).isEqualTo(PartsWanted.AS_FOUND);
    }

    @Test
    void refusesAnotherWordAndSaysWhichThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> said("docker"))
                .withMessageContainingAll("RELAIS_TESTS", "containers", "embedded", "docker");
    }

    private static PartsWanted said(String value) {
        return PartsWanted.of(Map.of("RELAIS_TESTS", value));
    }
}
