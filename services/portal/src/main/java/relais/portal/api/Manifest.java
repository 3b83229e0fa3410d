package relais.portal.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a download held.
 *
 * @param question filters by name
 * @param events how many, each once
 * @param repeats how many records of the log repeat an event
 * @param sha256 of its bytes
 */
public record Manifest(
        String id,
        @Nullable Map<String, String> question,
        String mediaType,
        long events,
        long repeats,
        long bytes,
        String sha256,
        Instant finishedAt) {}
