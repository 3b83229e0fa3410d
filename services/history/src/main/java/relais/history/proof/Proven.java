package relais.history.proof;

import relais.log.Proof;

/**
 * What the log held up to a place.
 *
 * @param repeats how many of its records repeat an event that lies before them
 */
public record Proven(Proof proof, long repeats) {

    /** How many records it covers. */
    public long records() {
        return proof.events();
    }

    /** How many events that is, each counted once. */
    public long events() {
        return proof.events() - repeats;
    }
}
