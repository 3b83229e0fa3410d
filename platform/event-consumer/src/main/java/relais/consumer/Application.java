package relais.consumer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Decodes and applies events, and finds those that cannot be.
 *
 * <p>If a group fails, its halves are tried, down to the single event to blame. That one and the
 * later ones of its aggregate are reported to be parked; everything else is applied. A passing
 * failure is thrown: nothing is to blame, and the whole group may come again.
 */
final class Application<E> {
    private final EventHandler<E> handler;

    Application(EventHandler<E> handler) {
        this.handler = handler;
    }

    /** Returns what must be parked, in order. The events are contiguous per aggregate. */
    List<Parking> apply(List<IncomingEvent> events) {
        Attempt attempt = new Attempt();
        List<HandledEvent<E>> decoded = new ArrayList<>(events.size());
        for (IncomingEvent event : events) {
            attempt.decode(event, decoded);
        }
        attempt.handle(decoded);
        return attempt.parkings;
    }

    /**
     * The correlation id of the request that caused the event, for the log lines until it is
     * closed.
     */
    static MDC.MDCCloseable logging(IncomingEvent event) {
        String id = event.correlationId();
        return MDC.putCloseable("correlationId", id == null ? "" : id);
    }

    private final class Attempt {
        private final List<Parking> parkings = new ArrayList<>();
        private final Map<String, Long> failedAt = new HashMap<>();

        private void decode(IncomingEvent event, List<HandledEvent<E>> decoded) {
            if (isBehindAFailure(event)) {
                parkings.add(new Parking(event, ParkReason.BEHIND, null));
                return;
            }
            try (var _ = logging(event)) {
                decoded.add(
                        new HandledEvent<>(
                                event,
                                handler.wants(event.headers()) ? handler.decode(event) : null,
                                null));
            } catch (RuntimeException failure) {
                blame(event, failure);
            }
        }

        private void handle(List<HandledEvent<E>> group) {
            List<HandledEvent<E>> rest = new ArrayList<>(group.size());
            for (HandledEvent<E> event : group) {
                if (isBehindAFailure(event.source())) {
                    parkings.add(new Parking(event.source(), ParkReason.BEHIND, null));
                } else {
                    rest.add(event);
                }
            }
            if (rest.isEmpty()) {
                return;
            }
            try {
                if (rest.size() == 1) {
                    handleAlone(rest.getFirst());
                } else {
                    handler.handle(List.copyOf(rest));
                }
            } catch (RuntimeException failure) {
                if (rest.size() == 1) {
                    blame(rest.getFirst().source(), failure);
                    return;
                }
                if (handler.isTransient(failure)) {
                    throw failure;
                }
                int half = rest.size() / 2;
                handle(rest.subList(0, half));
                handle(rest.subList(half, rest.size()));
            }
        }

        private void handleAlone(HandledEvent<E> event) {
            try (var _ = logging(event.source())) {
                handler.handle(List.of(event));
            }
        }

        private boolean isBehindAFailure(IncomingEvent event) {
            return event.sequence() > failedAt.getOrDefault(event.aggregateId(), Long.MAX_VALUE);
        }

        private void blame(IncomingEvent event, RuntimeException failure) {
            if (handler.isTransient(failure)) {
                throw failure;
            }
            failedAt.merge(event.aggregateId(), event.sequence(), Math::min);
            parkings.add(new Parking(event, ParkReason.POISON, failure));
        }
    }
}
