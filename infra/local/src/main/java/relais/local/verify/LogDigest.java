package relais.local.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The log's count and fingerprint up to a place, made of its records by the rules of decision 17.
 * It shares no code with the services whose proofs it is compared with.
 */
final class LogDigest {

    private final Map<Partition, Long> upTo;
    private final SortedMap<Partition, Chain> chains = new TreeMap<>();
    private long events;

    /**
     * @param upTo the next offset of each partition at that place; records behind it do not count
     */
    LogDigest(Map<Partition, Long> upTo) {
        this.upTo = Map.copyOf(upTo);
    }

    private static final class Chain {
        private long next;
        private long events;
        private byte[] digest = new byte[32];
    }

    /** One record's own fingerprint. */
    static byte[] of(LogRecord log) {
        MessageDigest sha = sha256();
        text(sha, log.key());
        log.headers()
                .forEach(
                        (name, value) -> {
                            text(sha, name);
                            text(sha, value);
                        });
        bytes(sha, log.value());
        return sha.digest();
    }

    /**
     * The next record of its partition.
     *
     * @param fingerprint as of {@link #of}
     */
    void add(LogRecord log, byte[] fingerprint) {
        if (log.offset() >= upTo.getOrDefault(log.partition(), 0L)) {
            return;
        }
        Chain chain = chains.computeIfAbsent(log.partition(), _ -> new Chain());
        MessageDigest sha = sha256();
        sha.update(chain.digest);
        sha.update(fingerprint);
        chain.digest = sha.digest();
        chain.next = log.offset() + 1;
        chain.events++;
        events++;
    }

    /** The offset that is due in a partition. */
    long due(Partition partition) {
        Chain chain = chains.get(partition);
        return chain == null ? 0 : chain.next;
    }

    /** How many records count so far. */
    long events() {
        return events;
    }

    /** What was made of the records so far. */
    Proof proof() {
        MessageDigest sha = sha256();
        SortedMap<Partition, Proof.Share> shares = new TreeMap<>();
        for (Map.Entry<Partition, Chain> entry : chains.entrySet()) {
            Chain chain = entry.getValue();
            text(sha, entry.getKey().toString());
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(chain.next).flip());
            sha.update(chain.digest);
            shares.put(
                    entry.getKey(), new Proof.Share(chain.next, chain.events, hex(chain.digest)));
        }
        return new Proof("", events, hex(sha.digest()), shares);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
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
