package relais.feed.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;

class ModelKeeperTest {

    private final Household house = new Household(5, 30);
    private final Household.Instance one = house.new Instance("one");
    private final Household.Instance two = house.new Instance("two");

    private Stage stage(int number) {
        return house.models.find(number).map(Model::stage).orElseThrow();
    }

    private void awaitStage(int number, Stage stage, Household.Instance... looking) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> {
                            for (Household.Instance process : looking) {
                                process.keeper.look();
                            }
                            return stage(number) == stage;
                        });
    }

    private void serveFirst() {
        one.keeper.look();
        assertThat(house.models.pointer()).contains(new Pointer(1, 0, null));
    }

    @Test
    void onANewPlatformAGroupFillsTheFirstModel() {
        one.keeper.look();
        two.keeper.look();

        assertThat(stage(1)).isEqualTo(Stage.BUILT);
        assertThat(two.followed).containsExactly(1);
        assertThat(house.finished).isEmpty();
    }

    @Test
    void aReadModelThatWasLostIsBuiltAgainAndServesAtOnce() {
        house.begin(1, house.extent().end());

        awaitStage(1, Stage.BUILT, one, two);
        await().atMost(Duration.ofSeconds(60)).until(() -> house.models.pointer().isPresent());
        one.keeper.look();

        assertThat(house.models.pointer()).contains(new Pointer(1, 0, null));
        assertThat(house.finished).hasSize(5);
        assertThat(one.followed).containsExactly(1);
    }

    @Test
    void oneThatIsLostWhileItRunsIsNoLongerFollowedAndBuiltAgain() {
        serveFirst();
        one.keeper.look();
        assertThat(one.followed).containsExactly(1);
        house.begin(1, house.extent().end());

        house.models.lose();
        one.keeper.look();

        assertThat(one.followed).isEmpty();
        awaitStage(1, Stage.BUILT, one);
    }

    @Test
    void oneOfManyProcessesBuilds() {
        serveFirst();
        one.rebuilds.order(Household.ORDER);

        awaitStage(2, Stage.BUILT, one, two, one, two);

        assertThat(house.finished).hasSize(5);
        assertThat(house.finished.stream().map(line -> line.substring(0, 3)).distinct()).hasSize(1);
        assertThat(house.committed(2)).isEqualTo(house.extent().end());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> house.models.find(2).orElseThrow().parity() != null);
        two.keeper.look();
        assertThat(two.followed).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void theDigestsOfWhatWasFoldedAreThoseOfTheLog() {
        serveFirst();
        one.rebuilds.order(Household.ORDER);
        awaitStage(2, Stage.BUILT, one);

        byte[] expected = null;
        try (var reading =
                house.read(
                        Offsets.START,
                        Offsets.of(Map.of(new LogPartition("t", 3), 30L)),
                        event -> event)) {
            for (LoggedEvent event = next(reading); event != null; event = next(reading)) {
                expected = Digest.after(expected, Digest.ofEvent(event));
            }
        }
        Map<LogPartition, Checkpoint> digests = Objects.requireNonNull(house.digests.get(2));
        assertThat(digests).hasSize(5);
        assertThat(digests.get(new LogPartition("t", 3)))
                .isEqualTo(new Checkpoint(30, 30, HexFormat.of().formatHex(expected)));
    }

    private static @Nullable LoggedEvent next(Log.Reading<LoggedEvent> reading) {
        try {
            return reading.next();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    @Test
    void anotherProcessGoesOnAfterAKillButNotBeforeTheLeaseHasRunOut() {
        serveFirst();
        var events = new AtomicInteger();
        var killed = new CountDownLatch(1);
        var dead = new AtomicBoolean(true);
        house.before =
                event -> {
                    // Some partitions are done; then the process is no more: it never returns.
                    // After
                    // 88 events of 30 a partition one of two threads has finished its second at
                    // the latest, however they share the processors.
                    if (events.incrementAndGet() > 88 && dead.get()) {
                        killed.countDown();
                        awaitForEver();
                    }
                };
        one.rebuilds.order(Household.ORDER);
        one.keeper.look();
        await().atMost(Duration.ofSeconds(60)).until(() -> killed.getCount() == 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> done(2) >= 2);
        List<String> before = List.copyOf(house.finished);
        // Its heart no longer beats either.
        house.models.take(2, house.models.find(2).orElseThrow().lease(), "one, dead");
        dead.set(false);

        two.keeper.look();
        house.nanos.addAndGet(Household.LEASE.minusMillis(1).toNanos());
        two.keeper.look();
        assertThat(house.models.find(2).orElseThrow().lease())
                .isEqualTo(new Model.Lease("one, dead", 0));
        house.nanos.addAndGet(Duration.ofMillis(1).toNanos());
        awaitStage(2, Stage.BUILT, two);

        assertThat(house.kept.getLast()).hasSize(before.size());
        assertThat(house.finished).hasSize(5);
        assertThat(house.finished.subList(before.size(), 5))
                .allMatch(line -> line.startsWith("two"));
    }

    private long done(int number) {
        return house.models.find(number).orElseThrow().work().digests().size();
    }

    private static void awaitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatFailsIsToldAndCanBeResumed() {
        serveFirst();
        house.before =
                event -> {
                    throw new IllegalArgumentException("no such thing");
                };
        one.rebuilds.order(Household.ORDER);
        awaitStage(2, Stage.FAILED, one);
        assertThat(house.models.find(2).orElseThrow().failure()).contains("no such thing");

        house.before = event -> {};
        assertThat(one.rebuilds.resume(2)).isInstanceOf(Outcome.Done.class);
        awaitStage(2, Stage.BUILT, one);
        assertThat(house.models.find(2).orElseThrow().failure()).isNull();
    }

    @Test
    void whatPassesIsTriedAgain() {
        serveFirst();
        var failures = new AtomicInteger(3);
        house.before =
                event -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalMonitorStateException("the store is away");
                    }
                };
        one.rebuilds.order(Household.ORDER);

        awaitStage(2, Stage.BUILT, one);
        assertThat(house.finished).hasSize(5);
    }

    @Test
    void indexesDoNotSlowTheSpeedThatIsShown() {
        serveFirst();
        var shown = new CopyOnWriteArrayList<Double>();
        house.completing =
                () -> {
                    for (int i = 0; i < 2; i++) {
                        shown.add(one.keeper.inHand().orElseThrow().eventsPerSecond());
                    }
                };
        one.rebuilds.order(Household.ORDER);

        awaitStage(2, Stage.BUILT, one);
        assertThat(shown).hasSize(2).allMatch(speed -> speed > 0);
        assertThat(shown.getFirst()).isEqualTo(shown.getLast());
    }

    @Test
    void indexesThatTakeTwoTriesCostNothingThatWasFolded() {
        serveFirst();
        var failures = new AtomicInteger(2);
        house.completing =
                () -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalMonitorStateException("the store does not answer");
                    }
                };
        one.rebuilds.order(Household.ORDER);

        awaitStage(2, Stage.BUILT, one);
        assertThat(house.finished).hasSize(5);
        assertThat(house.kept).isEmpty();
    }

    @Test
    void aCancelledOneIsRemovedByWhoeverGetsToIt() {
        serveFirst();
        one.rebuilds.order(Household.ORDER);
        one.rebuilds.cancel(2);

        awaitStage(2, Stage.CANCELLED, two);
        assertThat(house.removed).containsExactly(2);
        assertThat(house.finished).isEmpty();
        assertThat(one.rebuilds.resume(2)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aDroppedOneIsRemovedOnceItsReadersHaveLeft() {
        serveFirst();
        one.rebuilds.order(Household.ORDER);
        awaitStage(2, Stage.BUILT, one);
        house.groupHasMembers = true;
        assertThat(one.rebuilds.drop(1)).isEqualTo(Outcome.refused(Outcome.Reason.MODEL_SERVES, 1));
        assertThat(one.rebuilds.drop(2)).isInstanceOf(Outcome.Done.class);
        one.keeper.look();
        assertThat(one.followed).isEqualTo(Set.of(1));
        assertThat(house.removed).isEmpty();

        house.groupHasMembers = false;
        awaitStage(2, Stage.DROPPED, one);
        assertThat(house.removed).containsExactly(2);
    }

    @Test
    void aSwitchThatNobodyEndsIsAbandoned() {
        serveFirst();
        house.models.beginSwitch(1, new Pointer.Switching(2, "token"));
        one.keeper.look();
        house.nanos.addAndGet(CurrentModel.LONGEST_SWITCH.toNanos() + 1);
        one.keeper.look();

        assertThat(house.models.pointer()).contains(new Pointer(1, 0, null));
    }

    @Test
    void activationWaitsForAModelThatLagsAndThenRefuses() {
        serveFirst();
        house.begin(1, house.extent().end());
        one.rebuilds.order(Household.ORDER);
        awaitStage(2, Stage.BUILT, one);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> house.models.find(2).orElseThrow().parity() != null);
        house.ends.replaceAll((partition, end) -> end + 1);
        // A clock of which each look is a second later.
        Household.Instance hurried = house.new Instance("hurried");
        Thread time =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    while (!Thread.interrupted()) {
                                        house.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                                        try {
                                            Thread.sleep(Duration.ofMillis(5));
                                        } catch (InterruptedException over) {
                                            return;
                                        }
                                    }
                                });
        try {
            assertThat(hurried.rebuilds.activate(2, "m-1", null))
                    .isEqualTo(Outcome.refused(Outcome.Reason.MODEL_BEHIND, 2, 5L));
            assertThat(house.models.pointer()).contains(new Pointer(1, 0, null));
        } finally {
            time.interrupt();
        }
        house.begin(2, house.extent().end());
        house.begin(1, house.extent().end());
        assertThat(one.rebuilds.activate(2, "m-1", null)).isInstanceOf(Outcome.Done.class);
        assertThat(house.models.pointer()).contains(new Pointer(2, 1, null));
        assertThat(one.rebuilds.rollBack(2, "m-1")).isInstanceOf(Outcome.Done.class);
        assertThat(house.models.pointer()).contains(new Pointer(1, 2, null));
    }

    @Test
    void thereIsOneRebuildAtATimeAndRoomForFewModels() {
        serveFirst();
        one.rebuilds.order(Household.ORDER);
        assertThat(one.rebuilds.order(Household.ORDER))
                .isEqualTo(Outcome.refused(Outcome.Reason.REBUILD_UNDER_WAY, 2));
        for (int number = 2; number <= Rebuilds.MOST_MODELS; number++) {
            awaitStage(number, Stage.BUILT, one);
            Outcome next = one.rebuilds.order(Household.ORDER);
            assertThat(next)
                    .isInstanceOf(
                            number < Rebuilds.MOST_MODELS
                                    ? Outcome.Done.class
                                    : Outcome.Refused.class);
        }
    }
}
