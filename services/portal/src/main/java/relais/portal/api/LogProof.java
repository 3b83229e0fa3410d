package relais.portal.api;

import java.util.List;

/** Count and digest of the log up to a place, partition by partition. */
public record LogProof(
        String upTo,
        long records,
        long events,
        long repeats,
        String digest,
        List<Partition> partitions) {

    public record Partition(String partition, long next, long records, String digest) {}
}
