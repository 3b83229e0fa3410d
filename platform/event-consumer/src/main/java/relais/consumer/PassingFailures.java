package relais.consumer;

import com.mongodb.MongoClientException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a store that is away, and comes back by itself, from an event that will never go through.
 */
final class PassingFailures {
    /**
     * Server errors that are about the server: time ran out, shutting down, stepping down, no
     * space, wrong shard.
     */
    private static final Set<Integer> SERVER_CODES =
            Set.of(
                    6, 7, 50, 64, 89, 91, 112, 133, 189, 202, 234, 262, 9001, 10107, 11600, 11602,
                    13388, 13435, 13436, 14031);

    private static final int CHAIN = 20;

    private PassingFailures() {}

    static boolean isPassing(Throwable failure) {
        @Nullable Throwable link = failure;
        for (int i = 0; link != null && i < CHAIN; i++) {
            if (link instanceof TransientFailure
                    || (link instanceof MongoException mongo && isPassing(mongo))) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }

    private static boolean isPassing(MongoException failure) {
        return switch (failure) {
            case MongoSocketException _, MongoTimeoutException _, MongoNotPrimaryException _ ->
                    true;
            case MongoNodeIsRecoveringException _, MongoServerUnavailableException _ -> true;
            case MongoConnectionPoolClearedException _, MongoInterruptedException _ -> true;
            case MongoClientException _ -> true;
            default ->
                    failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                            || failure.hasErrorLabel("RetryableWriteError")
                            || SERVER_CODES.contains(failure.getCode());
        };
    }
}
