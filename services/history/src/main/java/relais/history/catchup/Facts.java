package relais.history.catchup;

import org.jspecify.annotations.Nullable;
import relais.history.figure.Fact;
import relais.log.LoggedEvent;

/** What figures ask of a record of the log. Called by many threads. */
@FunctionalInterface
public interface Facts {

    /**
     * Null for a record that figures do not ask for.
     *
     * @throws relais.log.LogUnavailable if nobody can tell at present
     */
    @Nullable Fact of(LoggedEvent event);
}
