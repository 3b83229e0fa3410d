package relais.portal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PendingTest {

    @Test
    void aCancelledAnswerIsMissingForEachThreadThatWaitsForIt() {
        Pending<String> slow =
                new Pending<>(Service.FEED, new CompletableFuture<>(), Duration.ZERO);

        assertThat(slow.answer()).isEqualTo(new Answer.Unavailable<>(Service.FEED));
        assertThat(slow.answer()).isEqualTo(new Answer.Unavailable<>(Service.FEED));
    }
}
