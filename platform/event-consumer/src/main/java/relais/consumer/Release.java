package relais.consumer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handles an aggregate's parked events, in order, as far as they follow its version. */
final class Release<E> {
    private static final int CHUNK = 200;
    private static final int MOST_CHUNKS = 5_000;

    private final EventHandler<E> handler;
    private final Application<E> application;
    private final ParkedStore store;

    Release(EventHandler<E> handler, Application<E> application, ParkedStore store) {
        this.handler = handler;
        this.application = application;
        this.store = store;
    }

    /**
     * How far a release came, and what stopped it: a failure, or an event that is not there, or
     * nothing.
     */
    record Result(int handled, @Nullable ParkedEvent stoppedAt, long version) {
        boolean isMissingAnEvent() {
            return stoppedAt != null && stoppedAt.sequence() > version + 1;
        }
    }

    /**
     * Goes on until nothing is parked, an event is missing, or one fails. Looks again after the
     * last one: a reader that parks an event looks at the version afterwards, and one that advances
     * the version looks at the parked ones afterwards, so that one of the two sees the other.
     *
     * @param again whether to try an event that has failed before
     */
    Result release(String aggregateId, boolean again) {
        int handled = 0;
        long version = versionOf(aggregateId);
        boolean alsoFailed = again;
        for (int i = 0; i < MOST_CHUNKS; i++) {
            store.removeUpTo(aggregateId, version);
            Optional<ParkedEvent> head = store.head(aggregateId, version);
            if (head.isEmpty() || !follows(head.get(), version + 1, alsoFailed)) {
                return new Result(handled, head.orElse(null), version);
            }
            List<IncomingEvent> next =
                    following(store.above(aggregateId, version, CHUNK), version, alsoFailed);
            List<Parking> failures = application.apply(next);
            store.park(failures);
            handled += next.size() - failures.size();
            version = advanced(aggregateId, version + next.size() - failures.size());
            alsoFailed = again && failures.isEmpty();
        }
        throw new IllegalStateException("no end of parked events of " + aggregateId);
    }

    long versionOf(String aggregateId) {
        return handler.versionsOf(List.of(aggregateId)).getOrDefault(aggregateId, 0L);
    }

    /** The version now, which the handler must have brought to at least the expected one. */
    long advanced(String aggregateId, long expected) {
        long version = versionOf(aggregateId);
        if (version < expected) {
            throw new IllegalStateException(
                    "the handler accepted %s up to %d, but its version is %d"
                            .formatted(aggregateId, expected, version));
        }
        return version;
    }

    private static List<IncomingEvent> following(
            List<ParkedEvent> parked, long version, boolean alsoFailed) {
        List<IncomingEvent> next = new ArrayList<>();
        for (ParkedEvent event : parked) {
            if (!follows(event, version + 1 + next.size(), alsoFailed)) {
                break;
            }
            next.add(event.event());
        }
        return next;
    }

    private static boolean follows(ParkedEvent event, long expected, boolean alsoFailed) {
        return event.sequence() == expected && (alsoFailed || event.reason() != ParkReason.POISON);
    }

    /** Per aggregate, the lowest parked sequence above its version. */
    Map<String, Long> firstParked(Iterable<String> blocked, Map<String, Long> versions) {
        Map<String, Long> first = new HashMap<>();
        for (String id : blocked) {
            long version = versions.getOrDefault(id, 0L);
            store.firstAbove(id, version).ifPresent(sequence -> first.put(id, sequence));
        }
        return first;
    }
}
