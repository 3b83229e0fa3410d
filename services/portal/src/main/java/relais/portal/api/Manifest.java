package relais.portal.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a download held, and the SHA-256 of its bytes. */
public record Manifest(
        String id,
        @Nullable Map<String, String> question,
        String mediaType,
        long events,
        long repeats,
        long bytes,
        String sha256,
        Instant finishedAt) {}
