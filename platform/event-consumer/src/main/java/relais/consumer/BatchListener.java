package relais.consumer;

import java.util.List;
import java.util.Map;
import relais.log.LogPartition;

/**
 * Receives every record that a consumer reads, whatever becomes of it: applied, dropped, parked, or
 * no event at all. It can thus keep account of which part of the log a handler's store holds.
 *
 * <p>Called as the handler is: by one thread per partition, except for moments after a rebalance,
 * and with the same records again after a failure or a crash. If it fails, the batch comes again.
 */
public interface BatchListener {

    /** Does nothing. */
    BatchListener NONE = new BatchListener() {};

    /**
     * From now on these partitions are read here, from these offsets on: what lies below them has
     * been dealt with.
     */
    default void resumes(Map<LogPartition, Long> next) {}

    /** Before the store changes: these records are dealt with next, in each partition's order. */
    default void begins(List<IncomingEvent> batch) {}

    /**
     * The store has acknowledged what became of them, and their offsets are not committed yet: what
     * fails here is not forgotten.
     */
    default void ends(List<IncomingEvent> batch) {}
}
