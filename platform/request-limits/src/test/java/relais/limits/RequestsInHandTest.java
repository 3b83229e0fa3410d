package relais.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RequestsInHandTest {

    private long now = Long.MAX_VALUE - 5; // The clock of the JVM may overflow at any time.
    private final RequestsInHand inHand = inHand(3, 3);

    private RequestsInHand inHand(int most, int least) {
        return new RequestsInHand(
                new RequestLimits(
                        most,
                        least,
                        Duration.ofMillis(300),
                        DataSize.ofKilobytes(100),
                        1,
                        List.of(),
                        List.of(),
                        Duration.ofSeconds(2)),
                () -> now);
    }

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

    @Test
    void takesOnFewerWhileAnswersAreLateButNeverFewerThanTheLeast() {
        RequestsInHand busy = inHand(200, 2);
        for (int round = 0; round < 50; round++) {
            answer(busy, Duration.ofSeconds(1));
        }
        assertThat(full(busy)).hasSize(2);
    }

    @Test
    void takesOnMoreAgainWhileAnswersAreInTimeUpToTheMost() {
        RequestsInHand busy = inHand(10, 2);
        for (int round = 0; round < 50; round++) {
            answer(busy, Duration.ofSeconds(1));
        }
        for (int round = 0; round < 200; round++) {
            answer(busy, Duration.ofMillis(20));
        }
        assertThat(full(busy)).hasSize(10);
    }

    @Test
    void isAsBeforeAfterOverload() {
        RequestsInHand busy = inHand(200, 2);
        for (int round = 0; round < 50; round++) {
            answer(busy, Duration.ofSeconds(1));
        }
        for (int i = 0; i < 200; i++) {
            Objects.requireNonNull(busy.take(0)).release();
        }
        assertThat(full(busy)).hasSize(64);
    }

    @Test
    void aSlowAnswerOnAServerThatHasNothingElseToDoTakesNoPlaceFromOthers() {
        RequestsInHand idle = inHand(200, 16);
        for (int i = 0; i < 50; i++) {
            RequestsInHand.Place slow = Objects.requireNonNull(idle.take(0));
            now += Duration.ofSeconds(20).toNanos();
            slow.release();
        }
        assertThat(full(idle)).hasSize(64);
    }

    @Test
    void whoWaitsOnPurposeHoldsNoPlaceAndIsNotLate() {
        RequestsInHand.Place place = Objects.requireNonNull(inHand.take(0));
        Waiting.isIn(place);
        try (Waiting _ = Waiting.begin()) {
            now += Duration.ofSeconds(5).toNanos();
            assertThat(inHand.inHand()).isZero();
        } finally {
            Waiting.isInNone();
        }
        assertThat(inHand.inHand()).isOne();
        place.release();
        assertThat(inHand.inHand()).isZero();
        assertThat(full(inHand)).hasSize(3);
    }

    /** As many as there is a place for, each answered after that time. */
    private void answer(RequestsInHand server, Duration took) {
        List<RequestsInHand.Place> places = full(server);
        now += took.toNanos();
        places.forEach(RequestsInHand.Place::release);
    }

    private static List<RequestsInHand.Place> full(RequestsInHand server) {
        List<RequestsInHand.Place> places = new ArrayList<>();
        for (RequestsInHand.Place place = server.take(0); place != null; place = server.take(0)) {
            places.add(place);
        }
        return places;
    }
}
