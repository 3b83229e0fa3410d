package relais.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.consumer.IncomingEvent;
import relais.feed.adapter.mongo.MongoModel;
import relais.feed.adapter.mongo.PartitionDigests;
import relais.feed.query.Standing;
import relais.log.Checkpoint;
import relais.log.Log;
import relais.log.LogPartition;
import relais.teststack.TestStack;

/** The chains on a real store, disturbed in every way, against digests computed from the start. */
class PartitionDigestsIT {

    private static final int EVENTS = 2_000;
    private static final LogPartition FIRST = new LogPartition("relais.experiences", 0);
    private static final LogPartition SECOND = new LogPartition("relais.experiences", 1);

    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final MongoDatabase database = client.getDatabase("digests_" + UUID.randomUUID());
    private final DigestedLog log = new DigestedLog(2, EVENTS, true);

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    private static PartitionDigests digests(MongoDatabase database, Log log) {
        return new PartitionDigests(new MongoModel(database, 1)::digests, log);
    }

    private static void deliver(PartitionDigests digests, List<IncomingEvent> batch) {
        digests.begins(batch);
        digests.ends(batch);
    }

    private Standing standing() {
        return digests(database, log).standing(0);
    }

    private Checkpoint end(LogPartition partition) {
        return requireNonNull(standing().proof().partitions().get(partition));
    }

    @Test
    void chainsKilledAtAnyWriteAreWholeOnceTheBatchHasComeAgain() {
        var random = new Random(20_151_001);
        Map<LogPartition, Integer> committed = new HashMap<>();
        int kills = 0;
        while (log.partitions().stream().anyMatch(partition -> at(committed, partition) < EVENTS)) {
            var digests = digests(new MortalStore(random.nextInt(20)).of(database), log);
            try {
                Map<LogPartition, Long> next = new HashMap<>();
                log.partitions()
                        .forEach(partition -> next.put(partition, (long) at(committed, partition)));
                digests.resumes(next);
                while (true) {
                    LogPartition partition = log.partitions().get(random.nextInt(2));
                    int from = at(committed, partition);
                    if (from == EVENTS
                            && log.partitions().stream()
                                    .allMatch(l -> at(committed, l) == EVENTS)) {
                        break;
                    }
                    List<IncomingEvent> batch =
                            log.batch(partition, from, from + 1 + random.nextInt(90));
                    deliver(digests, batch);
                    // A commit may fail; the same records come again then.
                    if (random.nextInt(3) > 0) {
                        committed.merge(partition, batch.size(), Integer::sum);
                    }
                }
            } catch (MortalStore.Killed killed) {
                kills++;
            }
            log.partitions().forEach(partition -> assertTrue(partition));
        }

        assertThat(kills).isGreaterThan(5);
        assertThat(standing().isSettled()).isTrue();
        for (LogPartition partition : log.partitions()) {
            assertThat(end(partition)).isEqualTo(log.digest(partition, EVENTS));
        }
    }

    private static int at(Map<LogPartition, Integer> committed, LogPartition partition) {
        return committed.getOrDefault(partition, 0);
    }

    /** Whatever it covers, it is right about that. */
    private void assertTrue(LogPartition partition) {
        Checkpoint end = standing().proof().partitions().getOrDefault(partition, Checkpoint.START);
        assertThat(end).isEqualTo(log.digest(partition, end.next()));
    }

    @Test
    void aZombieAndItsSuccessorWithOtherBatchesCarryOneChainOn() throws Exception {
        var zombie = CompletableFuture.runAsync(() -> read(digests(database, log), 7));
        var successor = CompletableFuture.runAsync(() -> read(digests(database, log), 31));
        while (!successor.isDone() || !zombie.isDone()) {
            assertTrue(FIRST);
        }
        zombie.get();
        successor.get();

        assertThat(end(FIRST)).isEqualTo(log.digest(FIRST, EVENTS));
        assertThat(standing().isSettled()).isTrue();
    }

    private void read(PartitionDigests digests, int batch) {
        digests.resumes(Map.of(FIRST, 0L));
        for (int from = 0; from < EVENTS; from += batch) {
            deliver(digests, log.batch(FIRST, from, from + batch));
        }
    }

    @Test
    void aZombieThatWakesLateChangesNothing() {
        PartitionDigests zombie = digests(database, log);
        zombie.resumes(Map.of(FIRST, 0L));
        zombie.begins(log.batch(FIRST, 0, 50));
        PartitionDigests successor = digests(database, log);
        successor.resumes(Map.of(FIRST, 0L));
        deliver(successor, log.batch(FIRST, 0, 20));
        assertThat(standing().isSettled()).as("the zombie may still write").isFalse();
        deliver(successor, log.batch(FIRST, 20, 80));

        zombie.ends(log.batch(FIRST, 0, 50));

        assertThat(end(FIRST)).isEqualTo(log.digest(FIRST, 80));
        assertThat(standing().isSettled()).isTrue();
        assertThat(log.readings).hasValue(0);
    }

    @Test
    void isNotSettledWhileABatchIsDealtWith() {
        PartitionDigests digests = digests(database, log);
        digests.resumes(Map.of(FIRST, 0L, SECOND, 0L));
        assertThat(standing().isSettled()).isTrue();

        digests.begins(log.batch(SECOND, 0, 10));
        assertThat(standing().isSettled()).isFalse();
        assertThat(standing().reach().in(SECOND)).isEqualTo(10);
        assertThat(end(SECOND).events()).isZero();

        digests.ends(log.batch(SECOND, 0, 10));
        assertThat(standing().isSettled()).isTrue();
        assertThat(end(SECOND)).isEqualTo(log.digest(SECOND, 10));
    }

    @Test
    void fillsFromTheLogWhatAModelHeldBeforeItHadDigestsWhileItGoesOn() {
        var closed = new DigestedLog(2, EVENTS, false);
        closed.failures.set(1);
        try (PartitionDigests digests = digests(database, closed)) {
            digests.resumes(Map.of(FIRST, 1_500L, SECOND, 0L));
            deliver(digests, log.batch(FIRST, 1_500, 1_600));
            deliver(digests, log.batch(SECOND, 0, 100));

            assertThat(end(FIRST).next()).isZero();
            assertThat(standing().reach().in(FIRST)).isEqualTo(1_600);
            assertThat(standing().isSettled()).isFalse();
            assertThat(end(SECOND)).as("others do not wait").isEqualTo(log.digest(SECOND, 100));

            closed.open.countDown();
            await().atMost(Duration.ofSeconds(60)).until(() -> standing().isSettled());
            assertThat(end(FIRST)).isEqualTo(log.digest(FIRST, 1_600));
            int readings = closed.readings.get();
            deliver(digests, log.batch(FIRST, 1_600, EVENTS));
            assertThat(end(FIRST)).isEqualTo(log.digest(FIRST, EVENTS));
            assertThat(closed.readings).as("once and for all").hasValue(readings);
        }
    }

    @Test
    void fillsAGapThatOpensWhileItReads() {
        try (PartitionDigests digests = digests(database, log)) {
            digests.resumes(Map.of(FIRST, 0L));
            deliver(digests, log.batch(FIRST, 0, 10));
            deliver(digests, log.batch(FIRST, 30, 40));

            await().atMost(Duration.ofSeconds(60)).until(() -> standing().isSettled());
            assertThat(end(FIRST)).isEqualTo(log.digest(FIRST, 40));
        }
    }
}
