package relais.history.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What differs between deployments of replays.
 *
 * @param folder where files lie; instances that share it can all hand them out
 * @param kept after which a replay and what it made are removed; shorter than the brokers keep the
 *     places of a group (seven days unless configured)
 * @param runsAtOnce how many replays one instance runs at the same time
 * @param held how long a replay belongs to an instance after its last word
 * @param patience how long Kafka may be away before a replay pauses until somebody resumes it
 * @param checkpointEvery how many records lie between two checkpoints at most
 * @param most how large one replay may become
 * @param eventsOfAStream how many events one stream may have
 * @param listeners how many listen to streams of one instance at the same time
 * @param account what one account may have
 */
@ConfigurationProperties("relais.history.replays")
record ReplaysProperties(
        Path folder,
        @DefaultValue("3d") Duration kept,
        @DefaultValue("2") int runsAtOnce,
        @DefaultValue("15s") Duration held,
        @DefaultValue("30m") Duration patience,
        @DefaultValue("2000") int checkpointEvery,
        @DefaultValue("1GB") DataSize most,
        @DefaultValue("1000000") int eventsOfAStream,
        @DefaultValue("20") int listeners,
        @DefaultValue Account account) {

    /**
     * What one account may have.
     *
     * @param atOnce how many unfinished replays
     * @param kept how many in all
     * @param bytes how large in all
     */
    record Account(
            @DefaultValue("2") int atOnce,
            @DefaultValue("20") int kept,
            @DefaultValue("4GB") DataSize bytes) {}
}
