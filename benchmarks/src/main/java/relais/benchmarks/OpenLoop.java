package relais.benchmarks;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a fixed rate, each on a thread of its own, whether or not the earlier ones have
 * answered: a slow system meets the same load as a fast one, and every duration counts from the
 * moment at which its call was due, not from when a thread was free to make it.
 */
final class OpenLoop {

    private final int perSecond;

    OpenLoop(int perSecond) {
        this.perSecond = perSecond;
    }

    /** One call; {@code due} is the {@link System#nanoTime()} at which it should have begun. */
    interface Call {
        void at(int number, long due);
    }

    /** Runs for the duration, then waits at most a minute for the calls still under way. */
    void run(Duration duration, Call call) throws InterruptedException {
        long calls = duration.toMillis() * perSecond / 1000;
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                long due = start + i * interval;
                for (long left = due - System.nanoTime();
                        left > 0;
                        left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                int number = i;
                threads.execute(() -> call.at(number, due));
            }
            threads.shutdown();
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        }
    }
}
