package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import relais.feed.projection.Card;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Step;
import relais.feed.query.Cards;
import relais.web.ProblemException;

class ReadYourWriteTest {

    private static final int MODEL = 1;

    private final Cards cards = new NoCards();

    private static CompletableFuture<Void> waiting(ReadYourWrite waits, long version) {
        return CompletableFuture.runAsync(
                () -> waits.await(Histories.EXPERIENCE, version), Thread::startVirtualThread);
    }

    private static List<Step> steps(Card... versions) {
        return List.of(versions).stream()
                .map(card -> new Step(null, card, null, new LogPosition("t", 0, 0)))
                .toList();
    }

    private static Card second() {
        return Histories.after(Histories.submitted(), Histories.published(2));
    }

    @Test
    void whatThisProcessProjectsIsToldAtOnceWithoutAskingTheStore() throws Exception {
        // A store that never has it: only being told can end the wait.
        var waits = new ReadYourWrite(cards, () -> MODEL, Duration.ofSeconds(30), 10);
        var first = waiting(waits, 1);
        var second = waiting(waits, 2);
        var third = waiting(waits, 3);
        await().atMost(Duration.ofSeconds(60)).until(() -> waits.waiting() == 3);

        waits.projected(MODEL, steps(second()));

        first.get(60, TimeUnit.SECONDS);
        second.get(60, TimeUnit.SECONDS);
        assertThat(third).isNotDone();
        waits.projected(
                MODEL,
                steps(
                        Histories.after(
                                Histories.submitted(),
                                Histories.published(2),
                                Histories.adopted(3))));
        third.get(60, TimeUnit.SECONDS);
        assertThat(waits.waiting()).isZero();
    }

    @Test
    void whatThisProcessHasProjectedIsKnownWithoutAskingTheStore() {
        var waits = new ReadYourWrite(cards, () -> MODEL, Duration.ofSeconds(30), 10);
        waits.projected(MODEL, steps(second()));

        waits.await(Histories.EXPERIENCE, 1);
        waits.await(Histories.EXPERIENCE, 2);

        assertThat(waits.waiting()).isZero();
    }

    @Test
    void whatIsInTheModelBeforeIsNotKnownOfTheOneThatServes() {
        var serving = new AtomicInteger(MODEL);
        var waits = new ReadYourWrite(cards, serving::get, Duration.ofMillis(30), 10);
        waits.projected(MODEL, steps(second()));
        serving.set(MODEL + 1);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> waits.await(Histories.EXPERIENCE, 2));
    }

    @Test
    void manyWhoWaitAreFewQuestionsToTheStore() {
        var come = new AtomicBoolean();
        var asked = new AtomicInteger();
        var another =
                new NoCards() {
                    @Override
                    public Set<String> existing(Collection<String> versionIds) {
                        if (!come.get()) {
                            return Set.of();
                        }
                        asked.incrementAndGet();
                        return Set.copyOf(versionIds);
                    }
                };
        var waits = new ReadYourWrite(another, () -> MODEL, Duration.ofMinutes(5), 100);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            all.add(waiting(waits, i));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> waits.waiting() == 100);
        come.set(true);

        all.forEach(CompletableFuture::join);

        assertThat(asked.get()).isLessThan(100);
    }

    @Test
    void aStoreThatIsAwayIsSaidAtOnce() {
        var away =
                new NoCards() {
                    @Override
                    public Set<String> existing(Collection<String> versionIds) {
                        throw new IllegalStateException("away");
                    }
                };
        var waits = new ReadYourWrite(away, () -> MODEL, Duration.ofMinutes(5), 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> waits.await(Histories.EXPERIENCE, 2))
                .withMessage("away");
    }

    @Test
    void whatAnotherProcessProjectsIsFoundInTheStore() {
        var asked = new AtomicInteger();
        var another =
                new NoCards() {
                    @Override
                    public Set<String> existing(Collection<String> versionIds) {
                        return asked.incrementAndGet() > 3 ? Set.copyOf(versionIds) : Set.of();
                    }
                };

        new ReadYourWrite(another, () -> MODEL, Duration.ofSeconds(30), 1)
                .await(Histories.EXPERIENCE, 2);

        assertThat(asked).hasValue(4);
    }

    @Test
    void theWaitEndsAndLeavesNothingBehind() {
        var waits = new ReadYourWrite(cards, () -> MODEL, Duration.ofMillis(30), 1);

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> waits.await("x-none", 1));
        }
        assertThat(waits.waiting()).isZero();
    }

    @Test
    void noMoreThanSoManyWaitAtOnce() {
        var waits = new ReadYourWrite(cards, () -> MODEL, Duration.ofSeconds(30), 1);
        var one = waiting(waits, 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> waits.waiting() == 1);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> waits.await("x-other", 1));

        waits.projected(MODEL, steps(second()));
        one.join();
    }
}
