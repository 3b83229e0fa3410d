package relais.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RequestsInHandTest {

    private final RequestsInHand inHand =
            new RequestsInHand(
                    new RequestLimits(
                            3, DataSize.ofKilobytes(100), 1, List.of(), Duration.ofSeconds(2)));

    @Test
    void refusesOneRequestTooMany() {
        RequestsInHand.Place first = Objects.requireNonNull(inHand.take(0));
        assertThat(inHand.take(0)).isNotNull();
        assertThat(inHand.take(0)).isNotNull();
        assertThat(inHand.take(0)).isNull();

        first.release();
        assertThat(inHand.inHand()).isEqualTo(2);
        assertThat(inHand.take(0)).isNotNull();
    }

    @Test
    void refusesBodiesThatAreTooLongTogether() {
        RequestsInHand.Place much = Objects.requireNonNull(inHand.take(80 * 1024));
        assertThat(inHand.take(30 * 1024)).isNull();
        assertThat(inHand.inHand()).isEqualTo(1);
        assertThat(inHand.take(20 * 1024)).isNotNull();

        much.release();
        assertThat(inHand.take(80 * 1024)).isNotNull();
    }

    @Test
    void aBodyOverTheLimitIsTakenAloneSoThatItCanBeToldThatItIsTooLong() {
        assertThat(inHand.take(Long.MAX_VALUE - 1024)).isNotNull();
        assertThat(inHand.take(1)).isNull();
        assertThat(inHand.take(0)).isNotNull();
    }

    @Test
    void aProbeHasItsPlaceWhenReadersHaveNone() {
        for (int i = 0; i < 3; i++) {
            assertThat(inHand.take(0)).isNotNull();
        }
        assertThat(inHand.takeForManagement()).isNotNull();
        assertThat(inHand.takeForManagement()).isNull();
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        RequestsInHand.Place place = Objects.requireNonNull(inHand.take(10));
        place.release();
        place.release();

        assertThat(inHand.inHand()).isZero();
    }

    @Test
    void countsWhatItRefuses() {
        var registry = new SimpleMeterRegistry();
        inHand.bindTo(registry);
        for (int i = 0; i < 5; i++) {
            inHand.take(1024);
        }

        assertThat(registry.get("relais.requests.refused").functionCounter().count()).isEqualTo(2);
        assertThat(registry.get("relais.requests.in.hand").gauge().value()).isEqualTo(3);
        assertThat(registry.get("relais.requests.bodies").gauge().value()).isEqualTo(3 * 1024);
    }
}
