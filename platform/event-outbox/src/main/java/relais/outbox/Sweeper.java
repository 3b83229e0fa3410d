package relais.outbox;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Publishes what the queues did not: what a crash left, what did not fit in a queue, and everything
 * that waited while Kafka was away, oldest first. One bounded query per collection and turn also
 * feeds the gauges.
 */
final class Sweeper implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    /** The backlog is counted, and taken on, up to here in one turn. */
    static final int MOST = 10_000;

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /**
     * The query takes at most a twentieth of the time, even where MongoDB has no index to answer
     * it.
     */
    private static final int REST = 20;

    /** Turns without success after which the producer is replaced. */
    private static final int STUBBORN = 5;

    private final List<Outbox> outboxes;
    private final Publication publication;
    private final ProducerFactory<?, ?> producers;
    private final OutboxMeters meters;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Set<Outbox> indexed = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private int failures;
    private boolean storeAway;

    Sweeper(
            List<Outbox> outboxes,
            Publication publication,
            ProducerFactory<?, ?> producers,
            OutboxMeters meters,
            OutboxSettings settings,
            Clock clock) {
        this.outboxes = outboxes;
        this.publication = publication;
        this.producers = producers;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            boolean open = true;
            while (open && !Thread.currentThread().isInterrupted()) {
                open = !closing.await(turn().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Lets it end what it has in hand: to interrupt it would leave aggregates taken, and records
     * sent that another process sends again.
     */
    void close() {
        closing.countDown();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Looks at each collection once; returns how long to wait for the next turn. */
    private Duration turn() {
        boolean allWell = true;
        long before = System.nanoTime();
        for (Outbox outbox : outboxes) {
            allWell &= isClosing() || sweepIfReachable(outbox);
        }
        if (allWell) {
            failures = 0;
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            return least(most(settings.sweepInterval(), took.multipliedBy(REST)), LONGEST_PAUSE);
        }
        failures++;
        if (failures % STUBBORN == 0
                && outboxes.stream().anyMatch(outbox -> outbox.circuit().isOpen())) {
            log.info("replacing the Kafka producer after {} attempts", failures);
            producers.reset();
        }
        return least(
                FIRST_BACKOFF.multipliedBy(1L << Math.min(failures - 1, 10)),
                settings.maxBackoff());
    }

    private boolean sweepIfReachable(Outbox outbox) {
        try {
            ensureIndexes(outbox);
            boolean well = sweep(outbox);
            if (storeAway) {
                storeAway = false;
                log.info("the outboxes of {} can be read again", outbox.name());
            }
            return well;
        } catch (RuntimeException failure) {
            if (!storeAway && !Thread.currentThread().isInterrupted()) {
                storeAway = true;
                log.warn("the outboxes of {} cannot be read, trying on", outbox.name(), failure);
            }
            return false;
        }
    }

    private void ensureIndexes(Outbox outbox) {
        if (indexed.contains(outbox)) {
            return;
        }
        try {
            outbox.ensureIndexes();
        } catch (MongoNotPrimaryException | MongoNodeIsRecoveringException away) {
            throw away;
        } catch (MongoCommandException refused) {
            log.error(
                    "the indexes of {} cannot be created, publishing will be slow",
                    outbox.name(),
                    refused);
        }
        indexed.add(outbox);
    }

    private boolean sweep(Outbox outbox) {
        boolean wasBlocked = outbox.circuit().isOpen();
        boolean taken = publish(outbox, wasBlocked ? Duration.ZERO : settings.grace(), wasBlocked);
        if (taken && wasBlocked) {
            outbox.circuit().close(clock.instant());
            // The queues did not receive what was written meanwhile.
            return publish(outbox, Duration.ZERO, false);
        }
        return taken;
    }

    private boolean publish(Outbox outbox, Duration grace, boolean carefully) {
        List<Outbox.Pending> pending = outbox.pending(MOST);
        meters.survey(outbox, pending);
        Instant now = clock.instant();
        List<String> due =
                pending.stream()
                        .filter(some -> !some.since().isAfter(now.minus(grace)))
                        .filter(some -> !some.isTaken(now, settings.lease()))
                        .map(Outbox.Pending::id)
                        .filter(id -> !outbox.circuit().isAside(id, now))
                        .toList();
        int done = 0;
        while (done < due.size() && !isClosing()) {
            // The first of a open circuit goes alone: it shows whether Kafka is back.
            int size = carefully && done == 0 ? 1 : settings.batch();
            List<String> some = due.subList(done, Math.min(done + size, due.size()));
            if (!publication.publish(outbox, some)) {
                return false;
            }
            done += some.size();
        }
        if (done > 0) {
            meters.survey(outbox, outbox.pending(MOST));
        }
        return true;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
