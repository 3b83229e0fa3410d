package relais.history.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between deployments of this service.
 *
 * @param exportsAtOnce how many exports one instance writes at the same time
 * @param checkpointEvery how many offsets of a partition lie between two digests kept for good
 */
@ConfigurationProperties("relais.history")
record HistoryProperties(
        @DefaultValue("4") int exportsAtOnce, @DefaultValue("10000") long checkpointEvery) {}
