package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.feed.projection.Histories.experience;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.submitted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.feed.projection.ActivityFold;
import relais.feed.projection.FeedEvent;
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
        assertThat(hub.add(client)).contains(new LogVector(Map.of("t:0", 1L)));

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
        hub.add(first);
        // Projected by another process: nobody woke this one.
        entries.add(0, 1);

        StreamClient second = client();
        hub.catchUp();
        assertThat(hub.add(second)).contains(new LogVector(Map.of("t:0", 1L)));

        assertThat(next(first)).isEqualTo(new LogPosition("t", 0, 1).toString());
        assertThat(second.next(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void findsWhatAnotherProcessProjected() throws Exception {
        StreamClient client = client();
        hub.add(client);

        entries.add(0, 1);

        assertThat(next(client)).isEqualTo(new LogPosition("t", 0, 1).toString());
    }

    @Test
    void dropsASlowClientAndHoldsUpNobody() throws Exception {
        StreamClient slow = client();
        StreamClient quick = client();
        hub.add(slow);
        hub.add(quick);

        for (int offset = 1; offset <= 3 * QUEUE; offset++) {
            entries.add(0, offset);
            hub.wake();
            assertThat(next(quick)).isEqualTo(new LogPosition("t", 0, offset).toString());
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> slow.ended() == StreamClient.End.SLOW);
        assertThat(quick.ended()).isNull();
    }

    @Test
    void refusesOneClientTooMany() {
        StreamClient first = client();
        assertThat(hub.add(first)).isPresent();
        assertThat(hub.add(client())).isPresent();
        assertThat(hub.add(client())).isEmpty();

        hub.remove(first);
        assertThat(hub.add(client())).isPresent();
    }

    @Test
    void endsItsClientsWhenTheServiceStops() {
        StreamClient client = client();
        hub.add(client);

        hub.stop();

        assertThat(client.ended()).isEqualTo(StreamClient.End.STOPPING);
        assertThat(hub.add(client())).isEmpty();
    }

    /** Entries in memory. */
    private static final class Entries implements Activities {

        private final List<StoredActivity> all = new CopyOnWriteArrayList<>();

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
            var event = new FeedEvent.ExperiencePublished(stamp, null);
            all.add(
                    new StoredActivity(
                            ActivityFold.activity(experience(submitted(), published(2)), event)
                                    .orElseThrow(),
                            Set.of(),
                            Set.of(),
                            false));
        }

        @Override
        public List<StoredActivity> page(
                Filter filter, Reader reader, @Nullable String after, int limit) {
            return List.of();
        }

        @Override
        public Tally count(Filter filter, Reader reader) {
            return new Tally();
        }

        @Override
        public List<StoredActivity> beyond(LogVector vector, int limit) {
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
            LogVector end = LogVector.NOTHING;
            for (StoredActivity entry : all) {
                end = end.with(entry.activity().stamp().log());
            }
            return end;
        }
    }
}
