package relais.start;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again on a thread of its own until it is closed. A failure ends
 * nothing: it is logged once for as long as it lasts, and the next time may do.
 */
public final class RepeatedWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** What is done each time. */
    @FunctionalInterface
    public interface Round {
        void run() throws InterruptedException;
    }

    private final String name;
    private final Duration pause;
    private final Round round;
    private volatile boolean closed;
    private final Semaphore ending = new Semaphore(0);
    private @Nullable Thread thread;

    private RepeatedWork(String name, Duration pause, Round round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    /**
     * @param name of the thread, and in the log
     * @param delay before the first time
     * @param pause between two times
     */
    public static RepeatedWork start(String name, Duration delay, Duration pause, Round round) {
        var work = new RepeatedWork(name, pause, round);
        work.thread = Thread.ofVirtual().name(name).start(() -> work.repeat(delay));
        return work;
    }

    private void repeat(Duration delay) {
        boolean failing = false;
        try {
            Thread.sleep(delay);
            // Not the interrupt alone: what is interrupted may answer with a failure of its own.
            while (!closed) {
                try {
                    round.run();
                    failing = false;
                } catch (RuntimeException failure) {
                    if (!failing && !closed) {
                        LOG.warn("{} failed, and is tried again every {}", name, pause, failure);
                    }
                    failing = true;
                }
                if (ending.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Begins no other round, and lets the one in hand end by itself for so long; then it is
     * interrupted.
     */
    public void closeAfterRound(Duration patience) {
        closed = true;
        ending.release();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(patience);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        close();
    }

    /** Interrupts it, and waits at most 5 s for the round in hand. */
    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(CLOSING);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
