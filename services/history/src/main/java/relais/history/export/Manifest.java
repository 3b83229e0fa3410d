package relais.history.export;

import java.time.Instant;
import java.util.Map;
import relais.log.Positions;

/**
 * What an export held, to cite it and to check it.
 *
 * @param id names the export
 * @param question the parameters as they were understood
 * @param from the log was read from here
 * @param to up to here, excluded: the same question up to the same place has the same answer
 * @param events how many it held
 * @param bytes how long it is
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record Manifest(
        String id,
        Map<String, String> question,
        String mediaType,
        Positions from,
        Positions to,
        long events,
        long bytes,
        String sha256,
        Instant finishedAt) {}
