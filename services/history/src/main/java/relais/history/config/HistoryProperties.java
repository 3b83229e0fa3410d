package relais.history.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between deployments of this service.
 *
 * @param exportsAtOnce how many exports one instance writes at the same time
 * @param checkpointEvery how many offsets of a partition lie between two digests kept for good
 * @param figures what figures may take of an instance
 */
@ConfigurationProperties("relais.history")
record HistoryProperties(
        @DefaultValue("4") int exportsAtOnce,
        @DefaultValue("10000") long checkpointEvery,
        @DefaultValue Figures figures) {

    /**
     * What figures may take of an instance.
     *
     * @param eventsAtMost how many events it keeps in memory; about 70 bytes each
     * @param patience how long a question waits for the log to be read
     */
    record Figures(
            @DefaultValue("1200000") int eventsAtMost, @DefaultValue("10s") Duration patience) {}
}
