package relais.history.proof;

import java.util.Optional;
import relais.log.Checkpoint;
import relais.log.LogPartition;

/**
 * Remembers how far fingerprints have been computed. Many may keep the same one at the same time:
 * they agree.
 */
public interface Checkpoints {

    /** The furthest one that covers nothing at or after an offset. */
    Optional<Checkpoint> before(LogPartition partition, long next);

    /** For good, to go on from for ever. */
    void keep(LogPartition partition, Checkpoint checkpoint);

    /** In place of the one that was the furthest until now. */
    void keepFurthest(LogPartition partition, Checkpoint checkpoint);
}
