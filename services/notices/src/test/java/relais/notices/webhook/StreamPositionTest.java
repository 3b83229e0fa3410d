package relais.notices.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    @Test
    void namesTheLastOffsetOfEachPartition() {
        assertThat(StreamPosition.read("0:12,3:1207"))
                .hasValueSatisfying(
                        it -> assertThat(it.offsets()).isEqualTo(Map.of(0, 12L, 3, 1207L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "3:",
                ":3",
                "3:-1",
                "3:1,",
                "a:1",
                "3:1 ",
                "99999:1",
                "1:9999999999999999999"
            })
    void whatIsNoneIsRefused(String text) {
        assertThat(StreamPosition.read(text)).isEmpty();
    }
}
