package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.feed.projection.LogPosition;

class LogVectorTest {

    private static final LogPosition FIRST = new LogPosition("relais.partners", 0, 0);
    private static final LogPosition LATER = new LogPosition("relais.experiences", 11, 123_456);

    @Test
    void coversWhatWasReadAndNothingElse() {
        LogVector vector = LogVector.NOTHING.with(FIRST).with(LATER);

        assertThat(vector.covers(FIRST)).isTrue();
        assertThat(vector.covers(new LogPosition("relais.experiences", 11, 9))).isTrue();
        assertThat(vector.covers(new LogPosition("relais.experiences", 11, 123_457))).isFalse();
        assertThat(vector.covers(new LogPosition("relais.experiences", 1, 0))).isFalse();
    }

    @Test
    void neverGoesBack() {
        LogVector vector = LogVector.NOTHING.with(LATER);

        assertThat(vector.with(new LogPosition("relais.experiences", 11, 1))).isEqualTo(vector);
    }

    @Test
    void isReadBackFromItsText() {
        LogVector vector = LogVector.NOTHING.with(FIRST).with(LATER);

        assertThat(LogVector.parse(vector.text())).contains(vector);
        assertThat(LogVector.parse(vector.text()).orElseThrow().offsets())
                .isEqualTo(Map.of("relais.partners:0", 0L, "relais.experiences:11", 123_456L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x-1:2", "%%%", "e30", "YT0x", "cmVsYWlzOjA9LTE"})
    void refusesOtherText(String text) {
        assertThat(LogVector.parse(text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooMuch() {
        var partitions = new StringBuilder("a:0=0");
        for (int i = 1; i < 300; i++) {
            partitions.append(",a:").append(i).append("=0");
        }
        assertThat(
                        LogVector.parse(
                                Base64.getUrlEncoder()
                                        .encodeToString(
                                                partitions
                                                        .toString()
                                                        .getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .UTF_8))))
                .isEmpty();
        assertThat(LogVector.parse("a".repeat(100_000))).isEmpty();
    }
}
