package relais.start;

import com.mongodb.MongoException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import relais.events.EventSerializer;
import relais.events.RegistryUnavailable;
import relais.events.UnknownSchema;

/**
 * The steps of a start that need another server: each waits for it with patience, and says in plain
 * words what is missing and what to do if it does not come.
 */
public final class StartSteps {
    private static final Logger log = LoggerFactory.getLogger(StartSteps.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration limit;
    private final String registryUrl;

    /**
     * @param limit after which no new try of a step begins
     */
    StartSteps(Duration limit, String registryUrl) {
        this.limit = limit;
        this.registryUrl = registryUrl;
    }

    /**
     * Has a serializer look up its schemas.
     *
     * @throws CannotStart if the registry is away or lacks one of them
     */
    public void resolveSchemas(EventSerializer serializer) {
        try {
            run("Looking up schemas", RegistryUnavailable.class, serializer::resolve);
        } catch (UnknownSchema e) {
            throw new CannotStart(
                    "The schema registry lacks a schema: " + e.getMessage(),
                    "Run the registrar against " + registryUrl + ", then start again.",
                    e);
        } catch (RegistryUnavailable e) {
            throw new CannotStart(
                    String.valueOf(e.getMessage()),
                    "Start the schema registry, or set RELAIS_REGISTRY_URL to where it is.",
                    e);
        }
    }

    /**
     * Has the indexes made; making them again does no harm.
     *
     * @throws CannotStart if MongoDB is away or refuses
     */
    public void createIndexes(Runnable creation) {
        try {
            run("Creating indexes", MongoException.class, creation);
        } catch (MongoException e) {
            throw new CannotStart(
                    "MongoDB does not do what the service needs: " + e.getMessage(),
                    "Start MongoDB, or set RELAIS_MONGODB_URI to where it is.",
                    e);
        }
    }

    /**
     * Tries a step again while a server it needs may still be starting too: with growing pauses, a
     * line in the log for each, and an end.
     *
     * @param passing failures against which waiting may help
     * @throws RuntimeException the step's own, if waiting does not help or did not help in time
     */
    void run(String step, Class<? extends RuntimeException> passing, Runnable action) {
        RetryPolicy policy =
                RetryPolicy.builder()
                        .maxRetries(Long.MAX_VALUE)
                        // Nothing at all would be no limit.
                        .timeout(limit.plusMillis(1))
                        .delay(FIRST_PAUSE)
                        .multiplier(2)
                        .maxDelay(LONGEST_PAUSE)
                        .predicate(passing::isInstance)
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
