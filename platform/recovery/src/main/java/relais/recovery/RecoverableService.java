package relais.recovery;

import java.util.List;
import java.util.function.Supplier;
import relais.consumer.LostEvents;

/**
 * What of a service comes back from the log, and what does not.
 *
 * @param name as in {@code ./relais recover <name>}
 * @param topic its own
 * @param createIndexes creates those that are missing: a database may be lost under a running
 *     service
 * @param readers what it reads of others, and of itself
 * @param derived made anew for each recovery
 * @param losses what is lost, looked up when all else is done
 * @param witnesses to a store that was lost
 */
public record RecoverableService(
        String name,
        String topic,
        Runnable createIndexes,
        List<AggregateKind<?>> kinds,
        List<LostEvents<?>> readers,
        Supplier<List<Derived>> derived,
        Supplier<List<Loss>> losses,
        List<Witness> witnesses) {

    public RecoverableService {
        kinds = List.copyOf(kinds);
        readers = List.copyOf(readers);
        witnesses = List.copyOf(witnesses);
    }
}
