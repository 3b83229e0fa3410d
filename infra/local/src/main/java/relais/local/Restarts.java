package relais.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import relais.local.message.Messages;
import relais.local.message.Problem;

/**
 * Starts a part again that ended by itself, after a pause that grows, and gives up on one that does
 * so too often: then something is wrong that another start does not mend.
 */
final class Restarts implements AutoCloseable {

    static final int MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    /** Together two minutes: a disk that is full for a moment is no reason to stop everything. */
    private static final List<Duration> PAUSES =
            Stream.of(1, 5, 15, 30, 60).map(Duration::ofSeconds).toList();

    private final InstantSource clock;
    private final Executor threads;
    private final Sleep sleep;
    private final Consumer<String> start;
    private final Consumer<String> say;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private final CompletableFuture<Problem> end = new CompletableFuture<>();
    private volatile boolean closed;

    /** How a pause is made. */
    @FunctionalInterface
    interface Sleep {
        void during(Duration pause) throws InterruptedException;
    }

    /**
     * @param threads where a part is awaited and started
     * @param start starts the part of that name and returns when it can serve, or says by a problem
     *     why not
     * @param say is told what happens
     */
    Restarts(
            InstantSource clock,
            Executor threads,
            Sleep sleep,
            Consumer<String> start,
            Consumer<String> say) {
        this.clock = clock;
        this.threads = threads;
        this.sleep = sleep;
        this.start = start;
        this.say = say;
    }

    /**
     * @param part the name of what ended although nobody stopped it, or did not start again
     * @param why with the end of its log
     */
    void died(String part, Problem why) {
        Duration pause;
        long minutes = WITHIN.toMinutes();
        synchronized (this) {
            if (closed || end.isDone()) {
                return;
            }
            Instant now = clock.instant();
            Deque<Instant> starts = recent.computeIfAbsent(part, _ -> new ArrayDeque<>());
            while (!starts.isEmpty() && !starts.peekFirst().plus(WITHIN).isAfter(now)) {
                starts.removeFirst();
            }
            if (starts.size() == MOST) {
                String message = why.getMessage();
                end.complete(new Problem(why, "part.given-up", part, MOST, minutes, message));
                return;
            }
            pause = PAUSES.get(starts.size());
            starts.addLast(now);
            say.accept(why.getMessage());
            long seconds = pause.toSeconds();
            say.accept(Messages.say("part.restarts", part, seconds, starts.size(), MOST, minutes));
        }
        threads.execute(() -> again(part, pause));
    }

    private void again(String part, Duration pause) {
        try {
            sleep.during(pause);
            if (!closed) {
                start.accept(part);
            }
        } catch (Problem notStarted) {
            died(part, notStarted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when a part is given up; the problem tells which, and the end of its log. */
    Problem awaitEnd() {
        return end.join();
    }

    /** Nothing is started from here on. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
