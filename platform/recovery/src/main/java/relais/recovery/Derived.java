package relais.recovery;

import java.util.List;
import relais.log.Envelope;
import relais.log.LoggedEvent;

/**
 * What a service keeps beside its aggregates and can make from them, or from the same events. A new
 * one is made for each recovery.
 */
public interface Derived {

    /** As reports call it. */
    String name();

    /** Called for every event of the service's topic, per partition in order. */
    default void saw(LoggedEvent event, Envelope envelope) {}

    /**
     * Called once when every aggregate is restored. Idempotent.
     *
     * @param operator the mandate of who asked for the recovery
     * @param findings takes what does not fit
     * @return how many entries it made sure of
     */
    long restore(String operator, Findings findings);

    /** What did not come back, once it is restored. */
    default List<Loss> losses() {
        return List.of();
    }
}
