package relais.history.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import relais.log.Offsets;

/**
 * What an export held, to cite it and to check it.
 *
 * @param id names the export
 * @param question the parameters as they were understood
 * @param from the log was read from here
 * @param to up to here, excluded: the same question up to the same place has the same answer
 * @param events how many it held, each once
 * @param repeats how many records of the log up to there repeat an event that lies before them
 * @param bytes how long it is
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param partitions of a raw export: what proves its plain fields
 */
public record Manifest(
        String id,
        Map<String, String> question,
        String mediaType,
        Offsets from,
        Offsets to,
        long events,
        long repeats,
        long bytes,
        String sha256,
        Instant finishedAt,
        List<Partition> partitions) {

    public Manifest {
        partitions = List.copyOf(partitions);
    }

    /**
     * One partition's share.
     *
     * @param partition as {@code topic:number}
     * @param lines how many the export has of it
     * @param next the offset after the last of them
     * @param digest chained over the lines: what the log holds, and what the export says beside
     */
    public record Partition(String partition, long lines, long next, String digest) {}
}
