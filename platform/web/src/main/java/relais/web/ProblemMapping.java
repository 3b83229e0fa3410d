package relais.web;

import org.jspecify.annotations.Nullable;

/**
 * How a service tells what its own exceptions mean to a caller, such as a full outbox (503). A bean
 * of this type is asked before anything else.
 */
@FunctionalInterface
public interface ProblemMapping {

    /** The problem, or null if this exception is not one of the service's own. */
    @Nullable Problem problemOf(Throwable exception);
}
