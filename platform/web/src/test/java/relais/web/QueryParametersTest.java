package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

    private static final QueryParameters KNOWN =
            new QueryParameters(Set.of("status", "q"), Set.of("axis"));

    @Test
    void letsKnownParametersPass() {
        assertThatCode(() -> KNOWN.check(Map.of())).doesNotThrowAnyException();
        assertThat(KNOWN.violations(Map.of("status", values("a"), "axis", values("b", "c"))))
                .isEmpty();
    }

    @Test
    void namesUnknownAndRepeatedOnes() {
        assertThat(KNOWN.violations(Map.of("status", values("a", "b"))))
                .containsExactly(new Violation("status", "repeated-parameter"));
        assertThat(KNOWN.violations(Map.of("status[$ne]", values("x"))))
                .containsExactly(new Violation("status[$ne]", "unknown-parameter"));
        assertThatThrownBy(() -> KNOWN.check(Map.of("$where", values("1"))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void repeatsNoMoreThanALineOfWhatWasSent() {
        String field =
                KNOWN.violations(Map.of("x\r\n".repeat(10_000), values("1"))).getFirst().field();

        assertThat(field).hasSizeLessThan(100).doesNotContain("\n", "\r");
    }

    private static String[] values(String... values) {
        return values;
    }
}
