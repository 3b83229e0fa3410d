package relais.log;

import java.util.HexFormat;

/**
 * A partition's fingerprint at some offset. What lies before an offset never changes, so a
 * checkpoint never does either: it can be computed again and is the same.
 *
 * @param events how many records it covers
 * @param next the offset after the last record covered
 * @param digest the partition's fingerprint, 64 hexadecimal digits
 */
public record Checkpoint(long events, long next, String digest) {

    /** Before the first record. */
    public static final Checkpoint START = new Checkpoint(0, 0, "0".repeat(64));

    /**
     * One record further on.
     *
     * @param offset the record's, at or after {@link #next}
     * @param event its own fingerprint, {@link Digest#ofEvent}
     */
    public Checkpoint after(long offset, byte[] event) {
        HexFormat hex = HexFormat.of();
        byte[] after = Digest.after(hex.parseHex(digest), event);
        return new Checkpoint(events + 1, offset + 1, hex.formatHex(after));
    }

    /** The same at a later offset, if no record lies between. */
    public Checkpoint at(long later) {
        return new Checkpoint(events, later, digest);
    }
}
