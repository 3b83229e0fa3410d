package relais.feed.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import relais.feed.adapter.http.StreamSettings;

/**
 * What can be set of this service.
 *
 * @param group the Kafka consumer group
 * @param projectors threads that project, each with its share of the partitions
 * @param batch most events projected together
 * @param atLeastLimit longest time that a reader waits for a version of its own
 * @param atLeastPlaces how many readers may wait so at once
 * @param streams how streams are served
 * @param rebuild how models are built beside the serving one
 * @param pages where people read cards, without a slash at the end
 * @param publicStream whether the public stream is made here
 */
@ConfigurationProperties("relais.feed")
record FeedProperties(
        @DefaultValue("relais.feed") String group,
        @DefaultValue("2") int projectors,
        @DefaultValue("500") int batch,
        @DefaultValue("5s") Duration atLeastLimit,
        @DefaultValue("500") int atLeastPlaces,
        @DefaultValue StreamSettings streams,
        @DefaultValue Rebuild rebuild,
        @DefaultValue("http://localhost:8080") String pages,
        @DefaultValue("true") boolean publicStream) {

    /**
     * How models are built and looked after.
     *
     * @param threads partitions folded side by side
     * @param memory what their cards may take of the heap, about; a quarter of it if nothing is
     *     said. Cards that find no room are read from the store again when they change
     * @param lease how long a process may be silent before another goes on with its work
     * @param lookEvery how often to look which model serves, and what is to be done
     */
    record Rebuild(
            @DefaultValue("2") int threads,
            @Nullable DataSize memory,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("250ms") Duration lookEvery) {

        /** Bytes for each partition. */
        long memoryOfEach() {
            long all = memory == null ? Runtime.getRuntime().maxMemory() / 4 : memory.toBytes();
            return all / threads;
        }
    }
}
