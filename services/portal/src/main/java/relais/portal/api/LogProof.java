package relais.portal.api;

import java.util.List;

/**
 * Count and digest of the log up to a place, partition by partition.
 *
 * @param records how many there are, repeats included
 * @param events how many events these are, each counted once
 */
public record LogProof(
        String upTo,
        long records,
        long events,
        long repeats,
        String digest,
        List<Partition> partitions) {

    /**
     * One partition's share.
     *
     * @param partition as {@code topic:number}
     * @param next the offset after the last record covered
     */
    public record Partition(String partition, long next, long records, String digest) {}
}
