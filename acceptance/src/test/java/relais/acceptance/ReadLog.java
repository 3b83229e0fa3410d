package relais.acceptance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.awaitility.Awaitility;
import relais.events.Topics;

/** How far the services that consume the log have read it. */
final class ReadLog {

    private static final List<String> LOG =
            List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS);

    /** With the public stream, which others read. */
    private static final List<String> TOPICS =
            Stream.concat(LOG.stream(), Stream.of(Topics.PUBLIC_ACTIVITIES, Topics.PUBLIC_CARDS))
                    .toList();

    private static final String FEED = "relais.feed";

    /** What a service publishes because of an event is on the log before this has passed. */
    private static final Duration AT_REST = Duration.ofSeconds(2);

    private ReadLog() {}

    /**
     * Until each group has committed the end of each partition of the topics that it reads, the
     * feed's of all, and none publishes more.
     */
    static void awaitEnd(Stack stack) {
        Stack.assumeInside("How far the log is read");
        try (Admin admin = Admin.create(stack.local().kafkaConnection())) {
            Awaitility.await()
                    .during(AT_REST)
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> isRead(admin));
        }
    }

    private static boolean isRead(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        in10s(admin.describeTopics(TOPICS).allTopicNames())
                .forEach(
                        (topic, description) -> {
                            for (TopicPartitionInfo each : description.partitions()) {
                                latest.put(
                                        new TopicPartition(topic, each.partition()),
                                        OffsetSpec.latest());
                            }
                        });
        Map<TopicPartition, Long> ends = new HashMap<>();
        in10s(admin.listOffsets(latest).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        List<String> groups =
                in10s(admin.listGroups().all()).stream().map(GroupListing::groupId).toList();
        boolean read = groups.contains(FEED);
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    in10s(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            List<String> topics =
                    group.equals(FEED)
                            ? LOG
                            : committed.keySet().stream().map(TopicPartition::topic).toList();
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                OffsetAndMetadata position = committed.get(end.getKey());
                read &=
                        !topics.contains(end.getKey().topic())
                                || (position == null ? 0 : position.offset()) >= end.getValue();
            }
        }
        return read;
    }

    private static <T> T in10s(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(10, TimeUnit.SECONDS);
    }
}
