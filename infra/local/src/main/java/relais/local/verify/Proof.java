package relais.local.verify;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the log holds up to a place, as somebody says.
 *
 * @param upTo the place, as a word that only history reads
 * @param digest of the log, 64 hexadecimal digits
 * @param shares of the partitions; a figure's proof has none
 */
record Proof(String upTo, long events, String digest, SortedMap<Partition, Share> shares) {

    /** What a partition holds before anything was written to it. */
    private static final Share NOTHING = new Share(0, 0, "");

    Proof {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /**
     * One partition's share.
     *
     * @param next the offset behind its last record
     */
    record Share(long next, long events, String digest) {

        @Override
        public String toString() {
            return "next=%d events=%d digest=%s".formatted(next, events, digest);
        }
    }

    static Proof parse(JsonNode json) {
        SortedMap<Partition, Share> shares = new TreeMap<>();
        for (JsonNode share : json.path("partitions")) {
            long next = share.path("next").asLong();
            if (next > 0) {
                shares.put(
                        Partition.parse(share.path("partition").asString()),
                        new Share(
                                next,
                                share.path("records").asLong(),
                                share.path("digest").asString()));
            }
        }
        return new Proof(
                json.path("upTo").asString(),
                json.path("records").asLong(),
                json.path("digest").asString(),
                shares);
    }

    /** The next offset of each partition at that place. */
    Map<Partition, Long> ends() {
        return shares.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, share -> share.getValue().next()));
    }

    boolean saysTheSameAs(Proof other) {
        return events == other.events && digest.equals(other.digest);
    }

    /**
     * Finds each partition of which another proof of the same place says something else.
     *
     * @param whole what is found if the proofs as wholes differ
     */
    void compare(Proof found, Kind whole, Findings findings) {
        TreeSet<Partition> all = new TreeSet<>(shares.keySet());
        all.addAll(found.shares.keySet());
        for (Partition partition : all) {
            Share expected = shares.getOrDefault(partition, NOTHING);
            Share is = found.shares.getOrDefault(partition, NOTHING);
            if (!expected.equals(is)) {
                findings.add(Kind.PARTITION_DIFFERS, partition, expected, is);
            }
        }
        if (!saysTheSameAs(found)) {
            findings.add(whole, upTo, summary(), found.summary());
        }
    }

    String summary() {
        return "events=%d digest=%s".formatted(events, digest);
    }
}
