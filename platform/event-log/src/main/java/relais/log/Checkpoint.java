package relais.log;

/**
 * A partition's fingerprint at some offset. What lies before an offset never changes, so a
 * checkpoint never does either: whoever computes it again gets the same.
 *
 * @param events how many records it covers
 */
public record Checkpoint(long events, Digest.OfLane digest) {

    public static final Checkpoint START = new Checkpoint(0, Digest.OfLane.START);

    public long next() {
        return digest.next();
    }
}
