package relais.limits;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is in hand: {@code relais.requests.in.hand}, {@code relais.requests.bodies} (bytes)
 * and {@code relais.requests.refused}.
 */
final class RequestsInHand implements MeterBinder {

    private static final int KIB = 1024;

    private final int mostRequests;
    private final int mostKib;
    private final Semaphore requests;
    private final Semaphore kib;
    private final Semaphore management;
    private final LongAdder refused = new LongAdder();

    RequestsInHand(RequestLimits limits) {
        mostRequests = limits.inHand();
        mostKib = Math.toIntExact(limits.bodies().toKilobytes());
        requests = new Semaphore(mostRequests);
        kib = new Semaphore(mostKib);
        management = new Semaphore(limits.management());
    }

    /** A place that a request holds; it is given back once, by the first caller. */
    static final class Place {

        private final AtomicBoolean held = new AtomicBoolean(true);
        private final Runnable back;

        private Place(Runnable back) {
            this.back = back;
        }

        void release() {
            if (held.compareAndSet(true, false)) {
                back.run();
            }
        }
    }

    /**
     * A place for a request with a body of so many bytes; null if there is none. A body that alone
     * is over the limit gets all of it: how large one body may be is decided elsewhere.
     */
    @Nullable Place take(long bodyBytes) {
        int size = (int) Math.min((bodyBytes + KIB - 1) / KIB, mostKib);
        if (!requests.tryAcquire()) {
            refused.increment();
            return null;
        }
        if (!kib.tryAcquire(size)) {
            requests.release();
            refused.increment();
            return null;
        }
        return new Place(
                () -> {
                    kib.release(size);
                    requests.release();
                });
    }

    /** A place for a probe or a collector of measurements; null if there is none. */
    @Nullable Place takeForManagement() {
        if (!management.tryAcquire()) {
            refused.increment();
            return null;
        }
        return new Place(management::release);
    }

    int inHand() {
        return mostRequests - requests.availablePermits();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("relais.requests.in.hand", this, RequestsInHand::inHand)
                .description("Requests that are being answered")
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
