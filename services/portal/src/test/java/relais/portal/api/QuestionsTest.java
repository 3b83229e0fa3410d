package relais.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    @Test
    void whatHasNoValueIsNotAsked() {
        assertThat(Questions.of("limit", 20, "cursor", null, "status", "OPEN"))
                .isEqualTo(Map.of("limit", List.of("20"), "status", List.of("OPEN")));
    }
}
