package relais.local.verify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification came to.
 *
 * @param at when it read the log's end
 * @param upTo the place in the log up to which everything was read
 * @param feed what the feed claims; null if it claims nothing
 * @param services the services that decide
 */
public record Report(
        Instant at,
        String upTo,
        long events,
        String digest,
        @Nullable Claim feed,
        List<Tally> services,
        Findings findings) {

    public Report {
        services = List.copyOf(services);
    }

    /** What the feed says it has read, and whether the log's records make the same. */
    public record Claim(String upTo, long events, String digest, boolean equal) {}

    /**
     * One service.
     *
     * @param aggregates in its store
     * @param events in its topic
     */
    public record Tally(String service, long aggregates, long events) {}

    public boolean isEqual() {
        return findings.differences() == 0;
    }
}
