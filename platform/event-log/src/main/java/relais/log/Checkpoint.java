package relais.log;

import java.util.HexFormat;

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

    /**
     * One record further on.
     *
     * @param offset the record's, at or after {@link #next}
     * @param event its own fingerprint, {@link Digest#ofEvent}
     */
    public Checkpoint after(long offset, byte[] event) {
        HexFormat hex = HexFormat.of();
        byte[] after = Digest.after(hex.parseHex(digest.hex()), event);
        return new Checkpoint(events + 1, new Digest.OfLane(offset + 1, hex.formatHex(after)));
    }

    /** The same at a later offset, if no record lies between. */
    public Checkpoint at(long next) {
        return new Checkpoint(events, new Digest.OfLane(next, digest.hex()));
    }
}
