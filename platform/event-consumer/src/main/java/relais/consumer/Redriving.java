package relais.consumer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators do about parked events; one at a time, while no batch is being delivered in this
 * process.
 */
final class Redriving<E> {
    private static final Logger log = LoggerFactory.getLogger(Redriving.class);
    private static final int PATIENCE_SECONDS = 10;
    private static final int MOST_NAMELESS = 1_000;

    private final EventHandler<E> handler;
    private final ParkedStore store;
    private final Release<E> release;
    private final Delivery<E> delivery;
    private final Lock alone;
    private final BooleanSupplier held;

    Redriving(
            EventHandler<E> handler,
            ParkedStore store,
            Delivery<E> delivery,
            Lock alone,
            BooleanSupplier held) {
        this.handler = handler;
        this.store = store;
        this.release = delivery.release();
        this.delivery = delivery;
        this.alone = alone;
        this.held = held;
    }

    Redrive redrive(String aggregateId) {
        return alone(
                () ->
                        Parking.isNameless(aggregateId)
                                ? redriveNameless(aggregateId)
                                : again(aggregateId, 0));
    }

    Redrive skip(String aggregateId, long sequence, String reason, String actor) {
        return alone(
                () ->
                        Parking.isNameless(aggregateId)
                                ? skipNameless(aggregateId, sequence, reason, actor)
                                : skipNext(aggregateId, sequence, reason, actor));
    }

    private Redrive again(String aggregateId, int before) {
        if (before == 0 && store.count(aggregateId) == 0) {
            return nothing(Redrive.Outcome.NOTHING_PARKED, null);
        }
        Release.Result result = release.release(aggregateId, true);
        int handled = before + result.handled();
        log.info("redriven: {}, {} events handled", aggregateId, handled);
        ParkedEvent stoppedAt = result.stoppedAt();
        if (stoppedAt == null) {
            return new Redrive(Redrive.Outcome.CLEARED, handled, 0, null);
        }
        long left = store.count(aggregateId);
        return result.isMissingAnEvent()
                ? new Redrive(
                        Redrive.Outcome.MISSING_EVENT,
                        handled,
                        left,
                        "%s:%d has not arrived".formatted(aggregateId, result.version() + 1))
                : new Redrive(
                        Redrive.Outcome.FAILED_AGAIN,
                        handled,
                        left,
                        stoppedAt.id() + ": " + stoppedAt.error());
    }

    private Redrive skipNext(String aggregateId, long sequence, String reason, String actor) {
        long version = release.versionOf(aggregateId);
        Optional<ParkedEvent> head = store.head(aggregateId, version);
        if (head.isEmpty()) {
            return nothing(Redrive.Outcome.NOTHING_PARKED, null);
        }
        if (sequence != version + 1) {
            return new Redrive(
                    Redrive.Outcome.NOT_NEXT,
                    0,
                    store.count(aggregateId),
                    "the next is %s:%d".formatted(aggregateId, version + 1));
        }
        ParkedEvent first = head.get();
        IncomingEvent event =
                first.sequence() == sequence
                        ? first.event()
                        : missing(first.event(), aggregateId, sequence);
        Parking skipped = new Parking(event, first.reason(), null);
        // The trace comes first: nothing is skipped without one.
        store.recordSkip(skipped, reason, actor);
        try {
            handler.handle(List.of(new HandledEvent<>(event, null, reason)));
            release.advanced(aggregateId, sequence);
        } catch (RuntimeException failure) {
            if (handler.isTransient(failure)) {
                throw failure;
            }
            log.error("{} cannot be skipped", skipped.id(), failure);
            return new Redrive(
                    Redrive.Outcome.FAILED_AGAIN,
                    0,
                    store.count(aggregateId),
                    skipped.id() + ": " + failure);
        }
        store.confirmSkip(skipped);
        log.warn("{} is skipped by {}: {}", skipped.id(), actor, reason);
        return again(aggregateId, 1);
    }

    /** Perhaps this version of the code makes sense of the headers. */
    private Redrive redriveNameless(String aggregateId) {
        List<ParkedEvent> parked = store.above(aggregateId, -1, MOST_NAMELESS);
        int handled = 0;
        for (ParkedEvent event : parked) {
            if (event.event().unreadableBecause() == null) {
                delivery.deliver(List.of(event.event()));
                store.remove(event);
                handled++;
            }
        }
        if (parked.isEmpty()) {
            return nothing(Redrive.Outcome.NOTHING_PARKED, null);
        }
        return nameless(aggregateId, handled, "the headers are unreadable");
    }

    private Redrive skipNameless(String aggregateId, long offset, String reason, String actor) {
        Optional<ParkedEvent> found =
                store.head(aggregateId, offset - 1).filter(event -> event.sequence() == offset);
        if (found.isEmpty()) {
            return nothing(Redrive.Outcome.NOTHING_PARKED, null);
        }
        Parking skipped = new Parking(found.get().event(), ParkReason.UNREADABLE, null);
        store.recordSkip(skipped, reason, actor);
        store.remove(found.get());
        store.confirmSkip(skipped);
        log.warn("{} is skipped by {}: {}", skipped.id(), actor, reason);
        return nameless(aggregateId, 1, "others of its partition are unreadable");
    }

    private Redrive nameless(String aggregateId, int handled, String detail) {
        long left = store.count(aggregateId);
        return left == 0
                ? new Redrive(Redrive.Outcome.CLEARED, handled, 0, null)
                : new Redrive(Redrive.Outcome.FAILED_AGAIN, handled, left, detail);
    }

    /**
     * Stands for an event that never came: the one that waited for it tells what the two have in
     * common.
     */
    private static IncomingEvent missing(IncomingEvent waiting, String aggregateId, long sequence) {
        Map<String, String> headers = new LinkedHashMap<>(waiting.headers());
        headers.put(IncomingEvent.ID, aggregateId + ":" + sequence);
        headers.put(IncomingEvent.SEQUENCE, Long.toString(sequence));
        headers.put(IncomingEvent.TYPE, HandledEvent.MISSING);
        return new IncomingEvent(
                waiting.topic(),
                waiting.partition(),
                waiting.offset(),
                waiting.appendedAt(),
                waiting.key(),
                headers,
                new byte[0]);
    }

    private Redrive alone(Supplier<Redrive> work) {
        if (held.getAsBoolean()) {
            return nothing(Redrive.Outcome.BUSY, EventConsumer.HELD);
        }
        try {
            if (!alone.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return nothing(Redrive.Outcome.BUSY, "a batch is being delivered");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return nothing(Redrive.Outcome.BUSY, "interrupted");
        }
        try {
            Redrive done = work.get();
            delivery.countParked();
            return done;
        } finally {
            alone.unlock();
        }
    }

    private static Redrive nothing(Redrive.Outcome outcome, @Nullable String detail) {
        return new Redrive(outcome, 0, 0, detail);
    }
}
