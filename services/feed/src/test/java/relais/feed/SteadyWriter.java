package relais.feed;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** 200 new events a second: a hundred cards, submitted and published. */
final class SteadyWriter implements AutoCloseable {

    final String tag = RunningFeed.fresh("switch-");
    final List<String> published = new CopyOnWriteArrayList<>();
    final Thread thread = Thread.ofVirtual().unstarted(this::write);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final EventLog log;

    SteadyWriter(EventLog log) {
        this.log = log;
    }

    private void write() {
        long start = System.nanoTime();
        for (int n = 0; !stop.get(); n++) {
            String id = tag + "-" + n;
            String town = RebuildingFeed.TOWNS.get(n % RebuildingFeed.TOWNS.size());
            log.send(
                    EventLog.submitted(id, "p-x", "Bascule", town, tag, RebuildingFeed.AT),
                    EventLog.published(id, 2, town, RebuildingFeed.AT.plusMillis(n)));
            published.add(id + ":2");
            long ahead = start + (n + 1) * 10_000_000L - System.nanoTime();
            if (ahead > 0) {
                RebuildingFeed.pause(Duration.ofNanos(ahead));
            }
        }
    }

    @Override
    public void close() {
        stop.set(true);
        await().atMost(Duration.ofSeconds(60)).until(() -> !thread.isAlive());
    }
}
