package relais.feed.adapter.http;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import relais.feed.projection.Step;
import relais.feed.query.Cards;
import relais.web.Problem;

/**
 * Waits until the read model has a version that the caller has just written elsewhere. What this
 * process projects is told at once; for what another one projects the store is asked from time to
 * time.
 */
public final class ReadYourWrite {

    /** Short pauses would burden the store most when it is slow, and so make it slower. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Cards cards;
    private final Duration limit;
    private final Semaphore places;
    private final Arrivals arrivals = new Arrivals();

    /**
     * @param limit longest time that one caller waits
     * @param places how many callers may wait at once
     */
    public ReadYourWrite(Cards cards, Duration limit, int places) {
        this.cards = cards;
        this.limit = limit;
        this.places = new Semaphore(places);
    }

    /** What this process has projected and readers can see. */
    public void projected(List<Step> steps) {
        steps.forEach(step -> arrivals.arrived(step.card()));
    }

    /** How many wait. */
    int waiting() {
        return arrivals.size();
    }

    /**
     * Returns when the version is there.
     *
     * @throws relais.web.ProblemException 503 {@code not-yet-visible} with {@code Retry-After} if
     *     it did not come in time, or if too many wait already
     */
    void await(String aggregateId, long version) {
        // Expected before it is looked for: it cannot come unnoticed in between.
        try (Arrivals.Expected expected = arrivals.expect(aggregateId, version)) {
            if (cards.has(aggregateId, version)) {
                return;
            }
            if (!places.tryAcquire()) {
                throw notYet(aggregateId, version);
            }
            try {
                if (!waitFor(expected, aggregateId, version)) {
                    throw notYet(aggregateId, version);
                }
            } finally {
                places.release();
            }
        }
    }

    private boolean waitFor(Arrivals.Expected expected, String aggregateId, long version) {
        long deadline = System.nanoTime() + limit.toNanos();
        Duration pause = SHORTEST_PAUSE;
        try {
            do {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                if (expected.within(Math.min(left, pause.toNanos()))) {
                    return true;
                }
                pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
            } while (!cards.has(aggregateId, version));
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static RuntimeException notYet(String aggregateId, long version) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not-yet-visible", aggregateId, version)
                .withHeader("Retry-After", "1")
                .exception();
    }
}
