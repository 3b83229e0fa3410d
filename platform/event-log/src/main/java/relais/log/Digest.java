package relais.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint of the log up to some place, which can be carried on without reading again what it
 * covers.
 *
 * <pre>
 * event      = SHA-256( text(key) text(name) text(value) … bytes(record's value) )
 *              headers sorted by name; text(s) = length in bytes as 4 bytes big endian, then UTF-8;
 *              bytes(b) = length, then b; an absent key is the empty text
 * partition  = 32 zero bytes before the first event, then SHA-256( partition before, event )
 * log        = SHA-256( for each partition that has events, in the log's order:
 *              text("topic:number") next offset as 8 bytes big endian, partition )
 * </pre>
 */
public final class Digest {

    private static final byte[] NOTHING = new byte[32];

    private Digest() {}

    /** One event's own fingerprint, 32 bytes. */
    public static byte[] ofEvent(LoggedEvent event) {
        MessageDigest sha = sha256();
        text(sha, event.key() == null ? "" : event.key());
        new TreeMap<>(event.headers())
                .forEach(
                        (name, value) -> {
                            text(sha, name);
                            text(sha, value);
                        });
        bytes(sha, event.value());
        return sha.digest();
    }

    /**
     * The partition's fingerprint after one more event.
     *
     * @param before null at the partition's start
     */
    public static byte[] after(byte @Nullable [] before, byte[] event) {
        MessageDigest sha = sha256();
        sha.update(before == null ? NOTHING : before);
        sha.update(event);
        return sha.digest();
    }

    /** The whole log's fingerprint as 64 hexadecimal digits. */
    public static String ofLog(SortedMap<LogPartition, Checkpoint> partitions) {
        MessageDigest sha = sha256();
        for (Map.Entry<LogPartition, Checkpoint> each : partitions.entrySet()) {
            Checkpoint checkpoint = each.getValue();
            if (checkpoint.next() > 0) {
                text(sha, each.getKey().toString());
                sha.update(ByteBuffer.allocate(Long.BYTES).putLong(checkpoint.next()).flip());
                sha.update(HexFormat.of().parseHex(checkpoint.digest()));
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void text(MessageDigest sha, String text) {
        bytes(sha, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(MessageDigest sha, byte[] bytes) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
