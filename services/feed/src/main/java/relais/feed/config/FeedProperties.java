package relais.feed.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set of this service.
 *
 * @param group the Kafka consumer group
 * @param projectors threads that project, each with its share of the partitions
 * @param batch most events projected together
 * @param atLeastLimit longest time that a reader waits for a version of its own
 * @param atLeastPlaces how many readers may wait so at once
 * @param streams most open streams
 * @param rebuild how models are built beside the serving one
 * @param pages where people read cards, without a slash at the end
 */
@ConfigurationProperties("relais.feed")
record FeedProperties(
        @DefaultValue("relais.feed") String group,
        @DefaultValue("1") int projectors,
        @DefaultValue("500") int batch,
        @DefaultValue("5s") Duration atLeastLimit,
        @DefaultValue("500") int atLeastPlaces,
        @DefaultValue Streams streams,
        @DefaultValue Rebuild rebuild,
        @DefaultValue("http://localhost:8080") String pages) {

    /**
     * How models are built and looked after.
     *
     * @param threads partitions folded side by side; as many of them are in memory at once
     * @param lease how long a process may be silent before another goes on with its work
     * @param lookEvery how often to look which model serves, and what is to be done
     */
    record Rebuild(
            @DefaultValue("2") int threads,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("250ms") Duration lookEvery) {}

    /**
     * How streams are served.
     *
     * @param clients most of them at once in this process
     * @param queue most entries that wait for one client
     * @param backlogs how many clients at once are given what they have missed
     * @param backlog about how much of it on one connection
     * @param heartbeat longest silence
     * @param lookEvery how often to look for what other processes projected
     * @param atMostEvery shortest time between two looks
     * @param renewAfter when a client is asked to connect again
     */
    record Streams(
            @DefaultValue("500") int clients,
            @DefaultValue("256") int queue,
            @DefaultValue("4") int backlogs,
            @DefaultValue("1MB") DataSize backlog,
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("1s") Duration lookEvery,
            @DefaultValue("50ms") Duration atMostEvery,
            @DefaultValue("30m") Duration renewAfter) {}
}
