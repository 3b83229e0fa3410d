package relais.feed;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads the feed's beginning again and again: what was seen must not go again. */
final class SteadyReader implements AutoCloseable {

    final List<String> mistakes = new CopyOnWriteArrayList<>();
    final AtomicInteger reads = new AtomicInteger();
    final Thread thread = Thread.ofVirtual().unstarted(this::read);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Set<Integer> seen = new HashSet<>();
    private final URI feed;

    /**
     * @param feed of numbered cards, the newest first
     */
    SteadyReader(URI feed) {
        this.feed = feed;
    }

    private void read() {
        int newest = -1;
        while (!stop.get()) {
            HttpResponse<String> response = RunningFeed.send(HttpRequest.newBuilder(feed).build());
            if (response.statusCode() != 200) {
                mistakes.add(response.statusCode() + " " + response.body());
                continue;
            }
            List<Integer> now =
                    RunningFeed.ids(RunningFeed.JSON.readTree(response.body())).stream()
                            .map(SteadyReader::number)
                            .toList();
            if (!now.isEmpty()) {
                int first = now.getFirst();
                int last = now.getLast();
                if (first < newest) {
                    mistakes.add("after %d came %d".formatted(newest, first));
                }
                newest = Math.max(newest, first);
                seen.stream()
                        .filter(number -> number >= last && !now.contains(number))
                        .forEach(gone -> mistakes.add(gone + " is gone"));
                seen.addAll(now);
            }
            reads.incrementAndGet();
        }
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1, id.indexOf(':')));
    }

    @Override
    public void close() {
        stop.set(true);
        await().atMost(Duration.ofSeconds(60)).until(() -> !thread.isAlive());
    }
}
