package relais.start;

import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a step of the start again while a server it needs may still be starting too: with growing
 * pauses, a line in the log for each, and an end.
 */
public final class PatientStart {
    private static final Logger log = LoggerFactory.getLogger(PatientStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration limit;

    /**
     * @param limit after which no new try begins
     */
    public PatientStart(Duration limit) {
        this.limit = limit;
    }

    /**
     * @param passing whether waiting may help against a failure
     * @throws RuntimeException the step's own, if waiting does not help or did not help in time
     */
    public void run(String step, Predicate<RuntimeException> passing, Runnable action) {
        long end = System.nanoTime() + limit.toNanos();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                action.run();
                return;
            } catch (RuntimeException e) {
                if (!passing.test(e) || System.nanoTime() + pause.toNanos() > end) {
                    throw e;
                }
                log.warn("{}: trying again in {} ms. {}", step, pause.toMillis(), e.toString());
                sleep(pause, e);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static void sleep(Duration pause, RuntimeException reason) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
