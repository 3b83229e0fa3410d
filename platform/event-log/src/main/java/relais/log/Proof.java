package relais.log;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the log held up to some place, as one fingerprint of the log and one of each partition. */
public record Proof(SortedMap<LogPartition, Checkpoint> partitions) {

    public Proof {
        partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
    }

    /** The place up to which it covers the log. */
    public Offsets positions() {
        SortedMap<LogPartition, Long> next = new TreeMap<>();
        partitions.forEach((partition, checkpoint) -> next.put(partition, checkpoint.next()));
        return new Offsets(next);
    }

    /** How many records it covers. */
    public long events() {
        return partitions.values().stream().mapToLong(Checkpoint::events).sum();
    }

    /** The log's fingerprint as 64 hexadecimal digits. */
    public String digest() {
        return Digest.ofLog(partitions);
    }
}
