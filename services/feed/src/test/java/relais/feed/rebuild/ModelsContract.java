package relais.feed.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.OffsetsToken;

/** What every place where models are written down keeps to. */
public abstract class ModelsContract {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final LogPartition LANE = new LogPartition("relais.experiences", 3);
    private static final Model.Order ORDER = new Model.Order("m-1", AT, AT.minusSeconds(9), 500);

    /** Without any model. */
    protected abstract Models fresh();

    private static Work work() {
        var done =
                new Work.Share(
                        LANE,
                        0,
                        7,
                        7,
                        new Checkpoint(6, 7, "ab".repeat(32)),
                        new Prints(3, 4_000_000_000L, 2, 9));
        return new Work(Map.of(LANE, done), 0);
    }

    @Test
    void keepsWhatIsWrittenDownOfAModel() {
        Models models = fresh();
        var parity =
                new Parity(
                        1,
                        AT,
                        OffsetsToken.of(Offsets.of(Map.of(LANE, 7L))),
                        content(3),
                        content(4),
                        List.of(
                                new Parity.Difference(
                                        Parity.Collection.CARDS, "x-1:2", Parity.Kind.MISSING)),
                        true);
        var model =
                new Model(
                        2,
                        Stage.FAILED,
                        ORDER,
                        work(),
                        AT,
                        new Model.Lease("one", 4),
                        parity,
                        new Model.Activation(AT, "m-2", "un essai"),
                        "no space");

        assertThat(models.add(model)).isTrue();
        assertThat(models.add(Model.ordered(2, ORDER))).isFalse();
        assertThat(models.find(2)).contains(model);
        assertThat(models.find(3)).isEmpty();
        assertThat(parity.isEqual()).isFalse();
    }

    private static Map<LogPartition, Parity.OfPartition> content(long cards) {
        return Map.of(LANE, new Parity.OfPartition(LANE, cards, 2, "cd".repeat(32)));
    }

    @Test
    void listsTheNewestFirstAndTellsThoseThatTakeRoom() {
        Models models = fresh();
        models.add(Model.live(1, ORDER));
        models.add(Model.ordered(2, ORDER));
        models.add(Model.ordered(3, ORDER));
        models.move(2, Stage.BUILDING, Stage.CANCELLED);

        assertThat(models.all()).extracting(Model::number).containsExactly(3, 2, 1);
        assertThat(models.standing()).extracting(Model::number).containsExactly(3, 1);
    }

    @Test
    void aStageIsLeftByOneOnly() {
        Models models = fresh();
        models.add(Model.ordered(1, ORDER));

        assertThat(models.move(1, Stage.BUILDING, Stage.PAUSED)).isTrue();
        assertThat(models.move(1, Stage.BUILDING, Stage.CANCELLING)).isFalse();
        assertThat(models.find(1)).map(Model::stage).contains(Stage.PAUSED);
    }

    @Test
    void aLeaseIsHeldByOneUntilItIsTakenAsItWasSeen() {
        Models models = fresh();
        models.add(Model.ordered(1, ORDER));

        assertThat(models.take(1, null, "one")).isTrue();
        assertThat(models.take(1, null, "two")).isFalse();
        assertThat(models.beat(1, "one", work())).contains(Stage.BUILDING);
        assertThat(models.take(1, new Model.Lease("one", 0), "two")).isFalse();
        assertThat(models.take(1, new Model.Lease("one", 1), "two")).isTrue();
        assertThat(models.beat(1, "one", work())).isEmpty();
        models.release(1, "one");
        assertThat(models.finish(1, "one", Stage.BUILDING, Stage.BUILT, AT, null)).isFalse();
        assertThat(models.find(1)).map(Model::lease).contains(new Model.Lease("two", 0));
        assertThat(models.finish(1, "two", Stage.BUILDING, Stage.BUILT, AT, null)).isTrue();
        Model built = models.find(1).orElseThrow();
        assertThat(built.lease()).isNull();
        assertThat(built.builtAt()).isEqualTo(AT);
        assertThat(built.work()).isEqualTo(work());
    }

    @Test
    void theFirstPointerStays() {
        Models models = fresh();
        assertThat(models.pointer()).isEmpty();

        models.pointTo(2);
        models.pointTo(3);

        assertThat(models.pointer()).contains(new Pointer(2, 0, null));
    }

    @Test
    void aSwitchIsOnesUntilItIsCompletedOrAbandoned() {
        Models models = fresh();
        models.add(Model.live(1, ORDER));
        models.add(Model.live(2, ORDER));
        models.pointTo(1);
        var mine = new Pointer.Switching(2, "mine");
        var others = new Pointer.Switching(2, "others");
        var activation = new Model.Activation(AT, "m-2", null);

        assertThat(models.beginSwitch(2, mine)).isFalse();
        assertThat(models.beginSwitch(1, mine)).isTrue();
        assertThat(models.pointer()).contains(new Pointer(1, 0, mine));
        assertThat(models.beginSwitch(1, others)).isFalse();
        models.abandonSwitch("others");
        assertThat(models.completeSwitch(1, others, activation)).isFalse();
        models.abandonSwitch("mine");
        assertThat(models.completeSwitch(1, mine, activation)).isFalse();
        assertThat(models.pointer()).contains(new Pointer(1, 0, null));

        assertThat(models.beginSwitch(1, others)).isTrue();
        assertThat(models.completeSwitch(1, others, activation)).isTrue();
        assertThat(models.pointer()).contains(new Pointer(2, 1, null));
        assertThat(models.find(2)).map(Model::activation).contains(activation);
    }
}
