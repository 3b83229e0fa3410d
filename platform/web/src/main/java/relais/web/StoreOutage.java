package relais.web;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * MongoDB that cannot be reached, or does not answer in time, is nobody's mistake: the caller
 * should try again soon.
 */
final class StoreOutage {

    private static final String RETRY_AFTER_SECONDS = "5";

    /** Deep enough for what a service may wrap around the driver's exception. */
    private static final int DEPTH = 5;

    private StoreOutage() {}

    static boolean isBehind(Throwable exception) {
        @Nullable Throwable t = exception;
        for (int i = 0; t != null && i < DEPTH; i++, t = t.getCause()) {
            if (t instanceof MongoTimeoutException
                    || t instanceof MongoExecutionTimeoutException
                    || t instanceof MongoSocketException
                    || t instanceof MongoNotPrimaryException
                    || t instanceof MongoNodeIsRecoveringException
                    || t instanceof MongoConnectionPoolClearedException
                    || t instanceof MongoInterruptedException) {
                return true;
            }
        }
        return false;
    }

    static Problem problem() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable")
                .withHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
}
