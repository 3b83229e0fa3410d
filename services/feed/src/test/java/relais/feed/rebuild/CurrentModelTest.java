package relais.feed.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import relais.feed.query.NoModel;

class CurrentModelTest {

    private static final Pointer.Switching SWITCHING = new Pointer.Switching(2, "token");
    private static final Model.Activation ACTIVATION =
            new Model.Activation(Instant.parse("2026-03-01T08:00:00Z"), "m-1", null);

    private final AtomicLong nanos = new AtomicLong();
    private final InMemoryModels models = new InMemoryModels();
    private final CurrentModel current = new CurrentModel(models, nanos::get);

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void switchTo(int from, int to) {
        var switching = new Pointer.Switching(to, "other");
        models.beginSwitch(from, switching);
        models.completeSwitch(from, switching, ACTIVATION);
    }

    @Test
    void believesWhatItReadForAWhileAndNoLonger() {
        models.pointTo(1);
        assertThat(current.serving()).isEqualTo(1);
        switchTo(1, 2);

        later(CurrentModel.BELIEVED);
        assertThat(current.serving()).isEqualTo(1);
        later(Duration.ofNanos(1));
        assertThat(current.serving()).isEqualTo(2);
        assertThat(current.serves(2)).isTrue();
    }

    @Test
    void whileASwitchGoesOnEveryReaderSeesItsEndAtOnce() {
        models.pointTo(1);
        models.beginSwitch(1, SWITCHING);
        assertThat(current.serving()).isEqualTo(1);

        models.completeSwitch(1, SWITCHING, ACTIVATION);

        assertThat(current.serving()).isEqualTo(2);
    }

    @Test
    void theModelThatIsReplacedStandsStillAndNoOtherDoes() throws Exception {
        models.pointTo(1);
        models.beginSwitch(1, SWITCHING);
        current.awaitTurn(2);
        Thread writer = Thread.ofVirtual().start(() -> current.awaitTurn(1));
        assertThat(writer.join(Duration.ofMillis(200))).isFalse();

        models.completeSwitch(1, SWITCHING, ACTIVATION);

        assertThat(writer.join(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void aSwitchThatNobodyEndsHoldsNobodyForEver() throws Exception {
        models.pointTo(1);
        models.beginSwitch(1, SWITCHING);
        Thread writer = Thread.ofVirtual().start(() -> current.awaitTurn(1));
        assertThat(writer.join(Duration.ofMillis(200))).isFalse();

        later(CurrentModel.LONGEST_SWITCH);

        assertThat(writer.join(Duration.ofSeconds(60))).isTrue();
        assertThat(current.serving()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoneOnceItIsKnown() {
        current.settle();

        assertThatThrownBy(current::serving).isInstanceOf(NoModel.class);
        models.pointTo(1);
        later(Duration.ofSeconds(1));
        assertThat(current.serving()).isEqualTo(1);
    }
}
