package relais.feed.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of this service.
 *
 * @param database name of the MongoDB database
 * @param storeTimeout longest time that a request waits for a MongoDB server
 * @param answerTimeout longest time that a connected MongoDB server may take for one answer
 * @param registry address of the schema registry
 * @param kafka address of Kafka
 * @param group the Kafka consumer group
 * @param projectors threads that project, each with its share of the partitions
 * @param batch most events projected together
 * @param atLeastLimit longest time that a reader waits for a version of its own
 * @param atLeastPlaces how many readers may wait so at once
 * @param streams most open streams
 */
@ConfigurationProperties("relais.feed")
record FeedProperties(
        @DefaultValue("relais_feed") String database,
        @DefaultValue("3s") Duration storeTimeout,
        @DefaultValue("20s") Duration answerTimeout,
        String registry,
        String kafka,
        @DefaultValue("relais.feed") String group,
        @DefaultValue("1") int projectors,
        @DefaultValue("500") int batch,
        @DefaultValue("5s") Duration atLeastLimit,
        @DefaultValue("500") int atLeastPlaces,
        @DefaultValue Streams streams) {

    /**
     * How streams are served.
     *
     * @param clients most of them at once in this process
     * @param queue most entries that wait for one client
     * @param heartbeat longest silence
     * @param lookEvery how often to look for what other processes projected
     * @param atMostEvery shortest time between two looks
     * @param renewAfter when a client is asked to connect again
     */
    record Streams(
            @DefaultValue("500") int clients,
            @DefaultValue("256") int queue,
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("1s") Duration lookEvery,
            @DefaultValue("50ms") Duration atMostEvery,
            @DefaultValue("30m") Duration renewAfter) {}
}
