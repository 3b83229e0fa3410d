package relais.consumer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch to an end: when {@link #deliver} returns, each of its events is applied, parked,
 * or known from before, and the store has acknowledged it. When it throws, the same batch can be
 * delivered again, whatever had been done.
 */
final class Delivery<E> {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** Up to here each event gets its log line; a reader that catches up logs its batches. */
    private static final int FEW = 20;

    private final EventHandler<E> handler;
    private final Application<E> application;
    private final ParkedStore store;
    private final BlockedAggregates blocked;
    private final Release<E> release;
    private final ConsumerMeters meters;

    Delivery(
            EventHandler<E> handler,
            ParkedStore store,
            BlockedAggregates blocked,
            ConsumerMeters meters) {
        this.handler = handler;
        this.application = new Application<>(handler);
        this.store = store;
        this.blocked = blocked;
        this.release = new Release<>(handler, application, store);
        this.meters = meters;
    }

    /** What handles events that are parked, with the same handler. */
    Release<E> release() {
        return release;
    }

    void deliver(List<IncomingEvent> batch) {
        List<IncomingEvent> readable = new ArrayList<>(batch.size());
        List<Parking> parkings = new ArrayList<>();
        for (IncomingEvent event : batch) {
            String problem = event.unreadableBecause();
            if (problem == null) {
                readable.add(event);
            } else {
                parkings.add(Parking.unreadable(event, problem));
            }
        }
        Set<String> ids = new LinkedHashSet<>();
        readable.forEach(event -> ids.add(event.aggregateId()));
        Map<String, Long> versions = ids.isEmpty() ? Map.of() : handler.versionsOf(ids);
        Map<String, Long> firstParked = release.firstParked(blocked.among(ids), versions);

        Sequencing.Plan plan = Sequencing.plan(readable, versions, firstParked);
        List<Parking> failures = application.apply(plan.handle());
        parkings.addAll(failures);
        parkings.addAll(plan.park());
        park(parkings);
        report(batch.size(), plan, failures);
        plan.waiting().forEach(this::releaseAndReport);
    }

    /** Looks after what waits since before, in the partitions that are read here. */
    void releaseWaiting(Predicate<IncomingEvent> isReadHere) {
        store.ensureIndexes();
        blocked.forget();
        for (String id : blocked.all()) {
            if (!Parking.isNameless(id)
                    && store.head(id, 0)
                            .filter(head -> isReadHere.test(head.event()))
                            .isPresent()) {
                releaseAndReport(id);
            }
        }
        meters.parked(store.count());
    }

    void countParked() {
        meters.parked(store.count());
    }

    private void releaseAndReport(String aggregateId) {
        Release.Result result = release.release(aggregateId, false);
        if (result.handled() > 0) {
            log.info("{} parked events of {} applied", result.handled(), aggregateId);
            countParked();
        }
    }

    private void park(Collection<Parking> parkings) {
        if (parkings.isEmpty()) {
            return;
        }
        store.park(parkings);
        blocked.add(parkings.stream().map(Parking::aggregateId).toList());
        for (Parking parking : parkings) {
            try (var _ = Application.logging(parking.event())) {
                log(parking);
            }
        }
        countParked();
    }

    private static void log(Parking parking) {
        IncomingEvent event = parking.event();
        switch (parking.reason()) {
            case POISON, UNREADABLE ->
                    log.error(
                            "parked {} ({} {}-{}@{}), the later events of its aggregate wait",
                            parking.id(),
                            parking.reason(),
                            event.topic(),
                            event.partition(),
                            event.offset(),
                            parking.cause());
            case GAP ->
                    log.warn(
                            "parked {}: an earlier event of its aggregate has not arrived",
                            parking.id());
            case BEHIND -> log.info("parked {}: it waits behind another", parking.id());
        }
    }

    private void report(int size, Sequencing.Plan plan, List<Parking> failures) {
        meters.dropped(plan.dropped());
        int applied = plan.handle().size() - failures.size();
        if (applied > FEW || applied == 0) {
            log.debug(
                    "{} events: {} applied, {} known, {} parked",
                    size,
                    applied,
                    plan.dropped(),
                    size - applied);
            return;
        }
        Set<String> failed = new LinkedHashSet<>();
        failures.forEach(failure -> failed.add(failure.id()));
        for (IncomingEvent event : plan.handle()) {
            String id = event.aggregateId() + ":" + event.sequence();
            if (!failed.contains(id)) {
                try (var _ = Application.logging(event)) {
                    log.info("applied {} {}", id, event.type());
                }
            }
        }
    }
}
