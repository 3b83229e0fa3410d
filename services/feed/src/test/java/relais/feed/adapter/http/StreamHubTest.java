package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.feed.projection.Histories.experience;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.submitted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import relais.events.experiences.ExperiencePublished;
import relais.feed.projection.ActivityFold;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Stamp;
import relais.feed.query.Activities;
import relais.feed.query.Filter;
import relais.feed.query.LogVector;
import relais.feed.query.Reader;
import relais.feed.query.StoredActivity;
import relais.feed.query.Tally;
import relais.territories.Territories;

class StreamHubTest {

    private static final int QUEUE = 4;

    private final Entries entries = new Entries();
    private final StreamHub hub =
            new StreamHub(
                    entries,
                    new EntryViews(new NoCards(), Territories.load(), new Sentences()),
                    new StreamSettings(
                            2,
                            QUEUE,
                            1,
                            DataSize.ofBytes(1_000),
                            Duration.ofSeconds(1),
                            Duration.ofMillis(50),
                            Duration.ofMillis(1),
                            Duration.ofMinutes(1)));

    @BeforeEach
    void start() {
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop();
    }

    private static StreamClient client() {
        return new StreamClient(Filter.ANY, Reader.PUBLIC, QUEUE);
    }

    private static String next(StreamClient client) throws InterruptedException {
        StreamClient.Item item = client.next(60, TimeUnit.SECONDS);
        return item == null ? "none" : item.entry().activity().stamp().log().toString();
    }

    @Test
    void givesAClientWhatComesAfterItJoinedInTheOrderOfEachPartition() throws Exception {
        entries.add(0, 1);
        StreamClient client = client();
        assertThat(join(client)).isEqualTo(new LogVector(Map.of("t:0", 1L)));

        entries.add(1, 7);
        entries.add(0, 2);
        entries.add(0, 3);
        hub.wake();

        var got = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            got.add(next(client));
        }
        assertThat(got)
                .containsExactlyInAnyOrder(
                        new LogPosition("t", 0, 2).toString(),
                        new LogPosition("t", 0, 3).toString(),
                        new LogPosition("t", 1, 7).toString());
        assertThat(got.indexOf(new LogPosition("t", 0, 2).toString()))
                .isLessThan(got.indexOf(new LogPosition("t", 0, 3).toString()));
        assertThat(client.next(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void givesANewClientNothingFromBeforeThoughOthersStillWaitForIt() throws Exception {
        StreamClient first = client();
        join(first);
        // Projected by another process: nobody woke this one.
        entries.add(0, 1);

        StreamClient second = client();
        assertThat(join(second)).isEqualTo(new LogVector(Map.of("t:0", 1L)));

        assertThat(next(first)).isEqualTo(new LogPosition("t", 0, 1).toString());
        assertThat(second.next(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void findsWhatAnotherProcessProjected() throws Exception {
        StreamClient client = client();
        join(client);

        entries.add(0, 1);

        assertThat(next(client)).isEqualTo(new LogPosition("t", 0, 1).toString());
    }

    @Test
    void dropsASlowClientAndHoldsUpNobody() throws Exception {
        StreamClient slow = client();
        StreamClient quick = client();
        join(slow);
        join(quick);

        for (int offset = 1; offset <= 3 * QUEUE; offset++) {
            entries.add(0, offset);
            hub.wake();
            assertThat(next(quick)).isEqualTo(new LogPosition("t", 0, offset).toString());
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> slow.ended() == StreamClient.End.SLOW);
        assertThat(quick.ended()).isNull();
    }

    @Test
    void aReaderWithoutAPlaceCostsTheStoreNothing() {
        int before = entries.questions.get();
        assertThat(hub.takePlace()).isTrue();
        assertThat(hub.takePlace()).isTrue();
        assertThat(hub.size()).isEqualTo(2);
        for (int i = 0; i < 1_000; i++) {
            assertThat(hub.takePlace()).isFalse();
        }
        assertThat(entries.questions.get()).isEqualTo(before);

        hub.givePlaceBack();
        assertThat(hub.takePlace()).isTrue();
    }

    @Test
    void thoseWhoWaitShareOneLook() throws Exception {
        join(client());
        entries.hold();
        int before = entries.questions.get();
        entries.add(0, 1);
        // The first look of these may have begun before some of them came: they join with the next.
        List<CompletableFuture<LogVector>> burst = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            burst.add(hub.join(client()));
        }
        entries.letGo();

        for (CompletableFuture<LogVector> joined : burst) {
            assertThat(joined.get(60, TimeUnit.SECONDS))
                    .isEqualTo(new LogVector(Map.of("t:0", 1L)));
        }
        assertThat(entries.questions.get() - before).isLessThan(250);
    }

    @Test
    void tellsThoseWhoWaitThatTheLogCannotBeRead() throws Exception {
        join(client());
        entries.broken = true;

        assertThat(hub.join(client()))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .havingRootCause()
                .withMessage("away");

        entries.broken = false;
        entries.add(0, 1);
        assertThat(join(client())).isEqualTo(new LogVector(Map.of("t:0", 1L)));
    }

    @Test
    void endsItsClientsWhenTheServiceStops() throws Exception {
        StreamClient client = client();
        join(client);

        hub.stop();

        assertThat(client.ended()).isEqualTo(StreamClient.End.STOPPING);
        assertThat(hub.takePlace()).isFalse();
        assertThat(hub.join(client())).isCancelled();
    }

    private LogVector join(StreamClient client) throws Exception {
        return hub.join(client).get(60, TimeUnit.SECONDS);
    }

    /** Entries in memory. */
    private static final class Entries implements Activities {

        private final List<StoredActivity> all = new CopyOnWriteArrayList<>();
        private final AtomicInteger questions = new AtomicInteger();
        private final Semaphore answering = new Semaphore(1);
        private volatile boolean broken;

        void hold() {
            answering.acquireUninterruptibly();
        }

        void letGo() {
            answering.release();
        }

        private void answer() {
            questions.incrementAndGet();
            answering.acquireUninterruptibly();
            answering.release();
            if (broken) {
                throw new IllegalStateException("away");
            }
        }

        void add(int partition, long offset) {
            var stamp =
                    new Stamp(
                            Histories.EXPERIENCE,
                            2,
                            Histories.START.plusSeconds(offset),
                            null,
                            null,
                            false,
                            new LogPosition("t", partition, offset));
            var event = Histories.event(stamp, new ExperiencePublished("", null));
            all.add(
                    new StoredActivity(
                            ActivityFold.activity(experience(submitted(), published(2)), event)
                                    .orElseThrow(),
                            List.of(),
                            List.of(),
                            false));
        }

        @Override
        public List<StoredActivity> page(
                Filter filter, Reader reader, @Nullable String after, int limit) {
            return List.of();
        }

        @Override
        public List<StoredActivity> all(Collection<String> eventIds) {
            return List.of();
        }

        @Override
        public Tally count(Filter filter, Reader reader) {
            return new Tally();
        }

        @Override
        public List<StoredActivity> beyond(LogVector vector, int limit) {
            answer();
            return all.stream()
                    .filter(entry -> !vector.covers(entry.activity().stamp().log()))
                    .sorted(
                            Comparator.comparingLong(
                                    entry -> entry.activity().stamp().log().offset()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public LogVector end() {
            answer();
            LogVector end = LogVector.NOTHING;
            for (StoredActivity entry : all) {
                end = end.with(entry.activity().stamp().log());
            }
            return end;
        }
    }
}
