package relais.start;

import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

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
        RetryPolicy policy =
                RetryPolicy.builder()
                        .maxRetries(Long.MAX_VALUE)
                        // Nothing at all would be no limit.
                        .timeout(limit.plusMillis(1))
                        .delay(FIRST_PAUSE)
                        .multiplier(2)
                        .maxDelay(LONGEST_PAUSE)
                        .predicate(
                                failure ->
                                        failure instanceof RuntimeException unchecked
                                                && passing.test(unchecked))
                        .build();
        RetryTemplate tries = new RetryTemplate(policy);
        tries.setRetryListener(
                new RetryListener() {
                    @Override
                    public void beforeRetry(
                            RetryPolicy same, Retryable<?> again, RetryState state) {
                        log.warn("{}: trying again. {}", step, state.getLastException().toString());
                    }
                });
        tries.invoke(action);
    }
}
