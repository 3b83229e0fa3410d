package relais.portal.todo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShownCountsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final CompletableFuture<Counts> asked = new CompletableFuture<>();

    @Test
    void whatHasComeIsShown() {
        var shown = ShownCounts.begun(() -> asked, LONG);

        asked.complete(
                new Counts(Map.of("review", new Count(2, false), "plan", new Count(20, true))));

        assertThat(shown.isKnown()).isTrue();
        assertThat(shown.of("review")).isEqualTo(new Count(2, false));
        assertThat(shown.of("analysis")).isEqualTo(Count.NOTHING);
        assertThat(shown.all()).isEqualTo(new Count(22, true));
    }

    @Test
    void whatDoesNotComeInTimeIsLeftOutOfTheWholePage() {
        var shown = ShownCounts.begun(() -> asked, Duration.ZERO);

        assertThat(shown.all()).isEqualTo(Count.NOTHING);
        asked.complete(new Counts(Map.of("review", new Count(2, false))));

        assertThat(shown.isKnown()).isFalse();
        assertThat(shown.of("review")).isEqualTo(Count.NOTHING);
    }

    @Test
    void whatCannotBeToldIsLeftOut() {
        asked.completeExceptionally(new IllegalStateException("Not told"));

        assertThat(ShownCounts.begun(() -> asked, LONG).isKnown()).isFalse();
    }

    @Test
    void whatIsNoPageAsksForNothing() {
        var asks = new boolean[1];

        ShownCounts.ifShown(
                () -> {
                    asks[0] = true;
                    return asked;
                },
                LONG);

        assertThat(asks[0]).isFalse();
    }
}
