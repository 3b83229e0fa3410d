package relais.feed.query;

import relais.log.Offsets;
import relais.log.Proof;

/**
 * Which part of the log the read model holds.
 *
 * @param proof all that it covers has been dealt with
 * @param reach up to where something may have been: beyond the proof while a batch is being
 *     written, or while the proof has to catch up
 * @param waiting events that are parked: the model lacks them
 */
public record Standing(Proof proof, Offsets reach, long waiting) {

    /** Whether the model holds what the proof covers and nothing else. */
    public boolean isSettled() {
        return proof.positions().until(reach) == 0;
    }
}
