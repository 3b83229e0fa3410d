package relais.consumer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a consumer reads, and how.
 *
 * @param group the Kafka group: the name under which offsets are kept. A new group starts at the
 *     beginning of the log
 * @param topics what it reads
 * @param kafka properties for the Kafka client, at least {@code bootstrap.servers}; they win over
 *     the defaults here, except for the ones that correctness rests on (no automatic commit, bytes
 *     as values)
 * @param threads readers in this process, each with its share of the partitions
 * @param maxPollRecords most events handled together
 * @param parkedCollection name of the MongoDB collection of parked events
 * @param retryInterval time between two attempts while a store is unavailable
 * @param closeLimit longest time that stopping waits for the batch in hand
 */
public record ConsumerSettings(
        String group,
        List<String> topics,
        Map<String, Object> kafka,
        int threads,
        int maxPollRecords,
        String parkedCollection,
        Duration retryInterval,
        Duration closeLimit) {

    public ConsumerSettings {
        topics = List.copyOf(topics);
        kafka = Map.copyOf(kafka);
        if (group.isBlank() || topics.isEmpty() || threads < 1 || maxPollRecords < 1) {
            throw new IllegalArgumentException(
                    "a consumer needs a group, topics, a thread and a batch size");
        }
    }

    /**
     * One thread, 500 events at a time, the collection {@code parked}, half a second between
     * attempts, 10 s to stop.
     */
    public static ConsumerSettings of(
            String group, List<String> topics, Map<String, Object> kafka) {
        return new ConsumerSettings(
                group,
                topics,
                kafka,
                1,
                500,
                "parked",
                Duration.ofMillis(500),
                Duration.ofSeconds(10));
    }

    /** The same, with another number of events handled together. */
    public ConsumerSettings withMaxPollRecords(int records) {
        return new ConsumerSettings(
                group,
                topics,
                kafka,
                threads,
                records,
                parkedCollection,
                retryInterval,
                closeLimit);
    }

    /** The same, with another number of readers. */
    public ConsumerSettings withThreads(int readers) {
        return new ConsumerSettings(
                group,
                topics,
                kafka,
                readers,
                maxPollRecords,
                parkedCollection,
                retryInterval,
                closeLimit);
    }

    /**
     * The same, parking elsewhere: two consumers of one database do not share their parked events.
     */
    public ConsumerSettings withParkedCollection(String name) {
        return new ConsumerSettings(
                group, topics, kafka, threads, maxPollRecords, name, retryInterval, closeLimit);
    }

    /**
     * The same, reading what has come within some time together, for whom nobody waits: each batch
     * costs what one event of it would.
     *
     * @param longest how long an event may lie in the log before it is read, unless much more comes
     */
    public ConsumerSettings withPatience(Duration longest) {
        Map<String, Object> patient = new HashMap<>(kafka);
        patient.putAll(KafkaConsumers.patience(longest));
        return new ConsumerSettings(
                group,
                topics,
                patient,
                threads,
                maxPollRecords,
                parkedCollection,
                retryInterval,
                closeLimit);
    }
}
