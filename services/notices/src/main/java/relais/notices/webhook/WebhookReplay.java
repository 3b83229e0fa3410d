package relais.notices.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.notices.follow.PublicEvent;
import relais.notices.notice.PublicStreamAvro;

/**
 * Reads the public stream again for one address, from a time or a position of the log to where the
 * log ends now, without a group. What matches is to be sent once more, under the ids that it had.
 */
@Component
final class WebhookReplay {

    /** More at once is an export, which the open data are for. */
    static final int MOST = 10_000;

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final KafkaConnectionSettings kafka;
    private final PublicStreamAvro stream;
    private final WebhookMessages making;
    private final MongoWebhookMessages messages;
    private final MongoWebhooks webhooks;
    private final Clock clock;

    WebhookReplay(
            KafkaConnectionSettings kafka,
            PublicStreamAvro stream,
            WebhookMessages making,
            MongoWebhookMessages messages,
            MongoWebhooks webhooks,
            Clock clock) {
        this.kafka = kafka;
        this.stream = stream;
        this.making = making;
        this.messages = messages;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Has everything sent again; broken off, it begins anew the next time. */
    void read(Webhook webhook, Instant from) {
        String problem = null;
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(webhook.topic()).stream()
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(consumer, ends, from);
            if (webhook.replayAfter() != null) {
                seek(consumer, ends, StreamPosition.of(webhook.replayAfter()));
            }
            problem = readOn(consumer, ends, webhook);
        }
        webhooks.replayed(webhook, from, problem);
    }

    private static void seek(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Instant from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(each -> times.put(each, from.toEpochMilli()));
        consumer.offsetsForTimes(times)
                .forEach(
                        (partition, found) ->
                                consumer.seek(
                                        partition,
                                        found == null
                                                ? ends.getOrDefault(partition, 0L)
                                                : found.offset()));
    }

    /** What retention or compaction took away is passed over. */
    private static void seek(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            StreamPosition after) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(ends.keySet());
        ends.forEach(
                (partition, end) -> {
                    Long known = after.offsets().get(partition.partition());
                    if (known != null) {
                        long next = Math.max(known + 1, begins.getOrDefault(partition, 0L));
                        consumer.seek(partition, Math.min(next, end));
                    }
                });
    }

    private @Nullable String readOn(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Webhook webhook) {
        long until = System.nanoTime() + LIMIT.toNanos();
        int found = 0;
        while (ends.entrySet().stream()
                .anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            if (System.nanoTime() > until) {
                return "replay: not read to the end in " + LIMIT.toMinutes() + " minutes";
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                PublicEvent event = stream.read(record);
                if (event != null
                        && !event.archive()
                        && WebhookMessages.isDecidedBy(event, webhook)
                        && webhook.filter().matches(event)) {
                    if (found == MOST) {
                        return "replay: more than " + MOST + " events";
                    }
                    found++;
                    messages.again(making.message(webhook, event, clock.instant()));
                }
            }
        }
        return null;
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka.settings());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
