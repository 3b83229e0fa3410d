package relais.recovery;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.events.RegistryUnavailable;
import relais.log.LogUnavailable;
import relais.outbox.RestoredAggregates;
import relais.outbox.RestoredAggregates.Kept;

/**
 * One kind of aggregates during the pass over one partition, which holds all events of each of
 * them. Between two batches only a few words an aggregate are kept in memory; its state lies in the
 * store, so that a pass that was killed goes on from there.
 */
final class PartitionPass<S> {

    /** More rivals than this at one aggregate are no other writer but a fault. */
    private static final int TRIES = 5;

    private static final int AT_ONCE = 100;

    private final AggregateKind<S> kind;
    private final RestoredAggregates<S> store;
    private final Findings findings;
    private final Map<String, Course> courses = new HashMap<>();

    PartitionPass(AggregateKind<S> kind, Findings findings) {
        this.kind = kind;
        this.store = kind.store();
        this.findings = findings;
    }

    /** How an aggregate fared so far. */
    private static final class Course {
        /** As it was found; 0 if it was not there, or set aside. */
        final long found;

        long last;
        boolean broken;

        Course(long found) {
            this.found = found;
        }

        Tally.Fate fate() {
            if (broken) {
                return Tally.Fate.INCOMPLETE;
            }
            if (found > last) {
                return Tally.Fate.AHEAD;
            }
            return found == last
                    ? Tally.Fate.UNTOUCHED
                    : found == 0 ? Tally.Fate.RESTORED : Tally.Fate.BROUGHT_UP;
        }
    }

    /** Folds and writes a batch: by aggregate, each in order. */
    void take(Map<String, List<EnvelopedEvent>> batch) {
        List<String> ids = new ArrayList<>(batch.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            Map<String, Kept<S>> kept = store.find(some);
            for (String id : some) {
                take(id, batch.getOrDefault(id, List.of()), kept.get(id));
            }
        }
    }

    private void take(String id, List<EnvelopedEvent> events, @Nullable Kept<S> found) {
        Course course = courses.computeIfAbsent(id, _ -> new Course(wholeVersion(found)));
        course.last = Math.max(course.last, events.getLast().envelope().sequence());
        if (course.broken) {
            return;
        }
        Kept<S> kept = found;
        for (int tries = 0; tries < TRIES; tries++) {
            if (bringUp(id, events, kept, course)) {
                return;
            }
            kept = store.find(List.of(id)).get(id);
        }
        throw new IllegalStateException("somebody keeps writing " + id);
    }

    /** False if somebody wrote the aggregate meanwhile. */
    private boolean bringUp(
            String id, List<EnvelopedEvent> events, @Nullable Kept<S> kept, Course course) {
        long version = wholeVersion(kept);
        S state = kept == null ? null : kept.state();
        for (EnvelopedEvent event : events) {
            long sequence = event.envelope().sequence();
            if (sequence <= version) {
                continue;
            }
            Finding fault = null;
            if (sequence > version + 1) {
                fault = missing(event, version + 1);
            } else {
                try {
                    state = kind.fold().next(state, event.event(), event.envelope());
                    version = sequence;
                } catch (RuntimeException failure) {
                    if (isPassing(failure)) {
                        throw failure;
                    }
                    fault = unreadable(event, failure);
                }
            }
            if (fault != null) {
                return setAside(kept, fault, course);
            }
        }
        if (state == null || version == wholeVersion(kept)) {
            return true;
        }
        return store.restore(id, guard(kept), version, state);
    }

    private boolean setAside(@Nullable Kept<S> kept, Finding fault, Course course) {
        String because =
                "%s:%d at %s: %s"
                        .formatted(fault.id(), fault.sequence(), fault.place(), fault.detail());
        if (!store.setAside(fault.id(), guard(kept), because)) {
            return false;
        }
        course.broken = true;
        findings.add(fault);
        return true;
    }

    /** At the partition's end. */
    Tally countedInto(Tally before) {
        Tally tally = before;
        for (Map.Entry<String, Course> entry : courses.entrySet()) {
            Tally.Fate fate = entry.getValue().fate();
            if (fate == Tally.Fate.AHEAD) {
                findings.add(
                        new Finding(
                                Finding.Kind.AHEAD_OF_THE_LOG,
                                entry.getKey(),
                                entry.getValue().last,
                                null,
                                "the store has version " + entry.getValue().found));
            }
            tally = tally.plus(fate);
        }
        return tally;
    }

    private static long guard(@Nullable Kept<?> kept) {
        return kept == null ? 0 : kept.version();
    }

    private static long wholeVersion(@Nullable Kept<?> kept) {
        return kept == null || kept.state() == null ? 0 : kept.version();
    }

    private static Finding missing(EnvelopedEvent event, long expected) {
        return new Finding(
                Finding.Kind.MISSING_EVENT,
                event.envelope().aggregateId(),
                event.envelope().sequence(),
                event.place(),
                "event " + expected + " should come before it");
    }

    private static Finding unreadable(EnvelopedEvent event, RuntimeException failure) {
        return new Finding(
                Finding.Kind.UNREADABLE_EVENT,
                event.envelope().aggregateId(),
                event.envelope().sequence(),
                event.place(),
                failure.toString());
    }

    private static boolean isPassing(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(
                        cause ->
                                cause instanceof RegistryUnavailable
                                        || cause instanceof LogUnavailable
                                        || cause instanceof MongoException);
    }
}
