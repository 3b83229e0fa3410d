package relais.limits;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is in hand: {@code relais.requests.in.hand}, {@code relais.requests.limit}, {@code
 * relais.requests.bodies} (bytes) and {@code relais.requests.refused}.
 */
final class RequestsInHand implements MeterBinder {

    private static final int KIB = 1024;

    private final int mostKib;
    private final AdaptiveLimit limit;
    private final LongSupplier nanoTime;
    private final AtomicInteger requests = new AtomicInteger();
    private final Semaphore kib;
    private final Semaphore management;
    private final LongAdder refused = new LongAdder();

    RequestsInHand(RequestLimits limits) {
        this(limits, System::nanoTime);
    }

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    RequestsInHand(RequestLimits limits, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        mostKib = Math.toIntExact(limits.bodies().toKilobytes());
        limit =
                new AdaptiveLimit(
                        limits.least(), limits.inHand(), limits.inTime(), nanoTime.getAsLong());
        kib = new Semaphore(mostKib);
        management = new Semaphore(limits.management());
    }

    /** A place that a request holds; it is given back once, by the first caller. */
    abstract static sealed class Place {

        private final AtomicBoolean held = new AtomicBoolean(true);

        void release() {
            if (held.compareAndSet(true, false)) {
                giveBack();
            }
        }

        abstract void giveBack();

        /** Is not in hand from now on, until {@link #goOn}. */
        void rest() {}

        /** Is in hand again, whatever the limit: it had been let in. */
        void goOn() {}
    }

    private final class ReadersPlace extends Place {

        private final int size;
        private long since = nanoTime.getAsLong();
        private boolean resting;

        private ReadersPlace(int size) {
            this.size = size;
        }

        @Override
        void giveBack() {
            kib.release(size);
            if (!resting) {
                long now = nanoTime.getAsLong();
                limit.answered(now - since, requests.getAndDecrement(), now);
            }
        }

        @Override
        void rest() {
            resting = true;
            since -= nanoTime.getAsLong();
            requests.decrementAndGet();
        }

        @Override
        void goOn() {
            resting = false;
            since += nanoTime.getAsLong();
            requests.incrementAndGet();
        }
    }

    private final class ManagementPlace extends Place {

        @Override
        void giveBack() {
            management.release();
        }
    }

    /**
     * A place for a request with a body of so many bytes; null if there is none. A body that alone
     * is over the limit gets all of it: how large one body may be is decided elsewhere.
     */
    @Nullable Place take(long bodyBytes) {
        int size = (int) Math.min((bodyBytes + KIB - 1) / KIB, mostKib);
        if (requests.incrementAndGet() > limit.requests()) {
            requests.decrementAndGet();
            refused.increment();
            return null;
        }
        if (!kib.tryAcquire(size)) {
            requests.decrementAndGet();
            refused.increment();
            return null;
        }
        return new ReadersPlace(size);
    }

    /** A place for a probe, a collector of measurements or an operator; null if there is none. */
    @Nullable Place takeForManagement() {
        if (!management.tryAcquire()) {
            refused.increment();
            return null;
        }
        return new ManagementPlace();
    }

    int inHand() {
        return requests.get();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("relais.requests.in.hand", this, RequestsInHand::inHand)
                .description("Requests that are being answered")
                .register(registry);
        Gauge.builder("relais.requests.limit", limit, AdaptiveLimit::requests)
                .description("Requests that may be in hand now, as answers are in time or late")
                .register(registry);
        Gauge.builder(
                        "relais.requests.bodies",
                        () -> (double) KIB * (mostKib - kib.availablePermits()))
                .description("Bodies of those requests, as they are declared")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder("relais.requests.refused", refused, LongAdder::sum)
                .description("Requests for which there was no place")
                .register(registry);
    }
}
