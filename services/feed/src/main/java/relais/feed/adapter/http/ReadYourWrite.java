package relais.feed.adapter.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.springframework.http.HttpStatus;
import relais.feed.projection.Step;
import relais.feed.query.Cards;
import relais.limits.Waiting;
import relais.web.Problem;

/**
 * Waits until the read model has a version that the caller has just written elsewhere. What this
 * process projects is known at once, and remembered. For what another one projects, or was
 * projected long ago, the store is asked from time to time: one question for all who wait.
 */
public final class ReadYourWrite {

    /** Most of what is waited for is projected here before that, and costs the store nothing. */
    static final Duration FIRST_LOOK = Duration.ofMillis(50);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration TICK = Duration.ofMillis(25);

    private final Cards cards;
    private final IntSupplier serving;
    private final Duration limit;
    private final Semaphore places;
    private final Arrivals arrivals = new Arrivals();
    private final AtomicBoolean looking = new AtomicBoolean();

    /**
     * @param serving number of the model that readers see
     * @param limit longest time that one caller waits
     * @param places how many callers may wait at once
     */
    public ReadYourWrite(Cards cards, IntSupplier serving, Duration limit, int places) {
        this.cards = cards;
        this.serving = serving;
        this.limit = limit;
        this.places = new Semaphore(places);
    }

    /** What this process has projected into the model of that number, which readers see. */
    public void projected(int model, List<Step> steps) {
        steps.forEach(step -> arrivals.arrived(model, step.card()));
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
            if (arrivals.remembers(serving.getAsInt(), aggregateId, version)) {
                return;
            }
            if (!places.tryAcquire()) {
                throw notYet(aggregateId, version);
            }
            try (Waiting _ = Waiting.begin()) {
                lookMeanwhile();
                if (!expected.within(limit)) {
                    throw notYet(aggregateId, version);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw notYet(aggregateId, version);
            } finally {
                places.release();
            }
        }
    }

    /** One thread looks for all, as long as anyone waits. */
    private void lookMeanwhile() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("feed-looks").start(this::look);
        }
    }

    private void look() {
        try {
            while (!arrivals.isEmpty()) {
                Thread.sleep(TICK);
                long now = System.nanoTime();
                look(arrivals.all().stream().filter(each -> each.isDue(now)).toList());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            looking.set(false);
        }
        // Someone may have come after the last tick.
        if (!arrivals.isEmpty() && !Thread.currentThread().isInterrupted()) {
            lookMeanwhile();
        }
    }

    private void look(List<Arrivals.Expected> due) {
        if (due.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        due.forEach(each -> ids.add(each.id()));
        try {
            Set<String> existing = cards.existing(ids);
            long again = System.nanoTime() + BETWEEN_LOOKS.toNanos();
            for (Arrivals.Expected each : due) {
                if (existing.contains(each.id())) {
                    each.arrive();
                } else {
                    each.lookAgainAt(again);
                }
            }
        } catch (RuntimeException failure) {
            due.forEach(each -> each.fail(failure));
        }
    }

    private static RuntimeException notYet(String aggregateId, long version) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not-yet-visible", aggregateId, version)
                .withHeader("Retry-After", "1")
                .exception();
    }
}
