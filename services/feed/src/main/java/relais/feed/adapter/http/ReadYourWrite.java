package relais.feed.adapter.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import relais.feed.query.Cards;
import relais.web.Problem;

/** Waits until the read model has a version that the caller has just written elsewhere. */
public final class ReadYourWrite {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final Cards cards;
    private final Duration limit;
    private final Semaphore places;

    /**
     * @param limit longest time that one caller waits
     * @param places how many callers may wait at once
     */
    public ReadYourWrite(Cards cards, Duration limit, int places) {
        this.cards = cards;
        this.limit = limit;
        this.places = new Semaphore(places);
    }

    /**
     * Returns when the version is there.
     *
     * @throws relais.web.ProblemException 503 {@code not-yet-visible} with {@code Retry-After} if
     *     it did not come in time, or if too many wait already
     */
    void await(String aggregateId, long version) {
        if (cards.has(aggregateId, version)) {
            return;
        }
        if (!places.tryAcquire()) {
            throw notYet(aggregateId, version);
        }
        try {
            if (!waitFor(aggregateId, version)) {
                throw notYet(aggregateId, version);
            }
        } finally {
            places.release();
        }
    }

    private boolean waitFor(String aggregateId, long version) {
        long deadline = System.nanoTime() + limit.toNanos();
        Duration pause = SHORTEST_PAUSE;
        while (System.nanoTime() < deadline) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
            if (cards.has(aggregateId, version)) {
                return true;
            }
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                            ? pause.multipliedBy(2)
                            : LONGEST_PAUSE;
        }
        return false;
    }

    private static RuntimeException notYet(String aggregateId, long version) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not-yet-visible", aggregateId, version)
                .withHeader("Retry-After", "1")
                .exception();
    }
}
