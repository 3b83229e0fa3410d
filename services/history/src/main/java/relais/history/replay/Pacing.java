package relais.history.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * A clock of event time that runs at a speed, can be stopped, and whose speed can be changed at any
 * moment without a jump. Used by one thread.
 */
final class Pacing {

    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final Instant start;
    private Speed speed;

    /** Event time since the start, in seconds, when the clock was last set. */
    private double setAt;

    private long setNanos;
    private boolean running = true;

    /**
     * @param nanos time that passes, such as {@code System::nanoTime}
     * @param start the event time at which it begins
     */
    Pacing(LongSupplier nanos, Speed speed, Instant start) {
        this.nanos = nanos;
        this.start = start;
        this.speed = speed;
        this.setNanos = nanos.getAsLong();
    }

    /** How long to wait until then; zero if that time has come. */
    Duration until(Instant eventTime) {
        Duration since = Duration.between(start, eventTime);
        double at = since.getSeconds() + since.getNano() / NANOS;
        double left = (at - now()) / speed.factor();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(left * NANOS));
    }

    boolean isRunning() {
        return running;
    }

    void set(Speed wanted, boolean run) {
        if (!wanted.equals(speed) || run != running) {
            setAt = now();
            setNanos = nanos.getAsLong();
            speed = wanted;
            running = run;
        }
    }

    private double now() {
        return running ? setAt + (nanos.getAsLong() - setNanos) / NANOS * speed.factor() : setAt;
    }
}
