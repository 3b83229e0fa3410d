package relais.feed.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import relais.feed.query.RecentStanding;
import relais.feed.query.Standing;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.Proof;

class RememberedListsTest {

    private static final LogPartition PARTITION = new LogPartition("t", 0);
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private volatile Standing stored = at(5, 5, 0);
    private volatile List<String> inStore = List.of("one");
    private int reads;
    private final RecentStanding standing = new RecentStanding(() -> stored, now::getAndIncrement);
    private final RememberedLists lists = new RememberedLists(standing);

    /** Up to an offset, and up to where something may have been written. */
    private static Standing at(long offset, long announced, long waiting) {
        var proof = new TreeMap<>(Map.of(PARTITION, Checkpoint.START.at(offset)));
        return new Standing(new Proof(proof), Offsets.of(Map.of(PARTITION, announced)), waiting);
    }

    private List<String> list(Object question) {
        return lists.list(
                question,
                () -> {
                    reads++;
                    return inStore;
                });
    }

    private void later() {
        now.addAndGet(SECOND);
    }

    @Test
    void aQuestionIsReadOnceWhileTheModelRests() {
        list("a");
        later();
        list("a");
        assertThat(reads).isEqualTo(1);

        list("b");
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void isReadAgainOnceTheModelHasMoved() {
        list("a");
        stored = at(6, 6, 0);
        inStore = List.of("two", "one");
        later();

        assertThat(list("a")).containsExactly("two", "one");
    }

    @Test
    void isReadAgainOnceAnEventThatWaitedIsWritten() {
        stored = at(5, 5, 1);
        list("a");
        stored = at(5, 5, 0);
        inStore = List.of("two", "one");
        later();

        assertThat(list("a")).containsExactly("two", "one");
    }

    @Test
    void isReadFromTheStoreWhileABatchIsBeingWritten() {
        stored = at(5, 7, 0);
        list("a");
        list("a");

        assertThat(reads).isEqualTo(2);
    }

    /** Who waits for a version finds it in the list, although the place was looked at before. */
    @Test
    void whatThisProcessHasWrittenIsInTheNextAnswer() {
        list("a");
        inStore = List.of("two", "one");
        standing.wrote(Set.of("t"));

        assertThat(list("a")).containsExactly("two", "one");
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                lists.list(
                                        "a",
                                        () -> {
                                            throw new IllegalStateException("store");
                                        }));

        assertThat(list("a")).containsExactly("one");
    }

    @Test
    void whatSeveralWantAtOnceIsReadOnce() throws Exception {
        var reading = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> first =
                    threads.submit(
                            () ->
                                    lists.list(
                                            "a",
                                            () -> {
                                                reading.countDown();
                                                awaitUninterrupted(mayEnd);
                                                return List.of("read by the first");
                                            }));
            assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
            Future<List<String>> second = threads.submit(() -> list("a"));
            mayEnd.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).containsExactly("read by the first");
            assertThat(second.get(10, TimeUnit.SECONDS)).containsExactly("read by the first");
        }
        assertThat(reads).isZero();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
