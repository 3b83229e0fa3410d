package relais.feed.adapter.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;
import relais.feed.query.Unpublished;
import relais.log.Envelope;
import relais.log.kafka.KafkaLog;

/**
 * Reads the log for the public stream in a group of its own. Offsets are committed once Kafka has
 * acknowledged what was made of the events; a batch that fails is kept and tried again, with one
 * line in the log, for as long as it takes.
 */
public final class PublicStreamPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(PublicStreamPublisher.class);

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(10);
    private static final int BATCH = 500;
    private static final int FETCH_BYTES = 1024 * 1024;
    private static final int PARTITION_BYTES = 64 * 1024;

    /** Nobody waits for this stream: what happens within this time is published together. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Unless so much has come, which is less than one partition may bring. */
    private static final int ENOUGH_BYTES = PARTITION_BYTES / 2;

    private final PublicStream stream;
    private final Runnable prepared;
    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final Thread starter;
    private final AtomicLong lag = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean failing;

    /**
     * Touches no network before {@link #start}.
     *
     * @param prepared does what has to be done before the first event; it is tried until it does
     *     not fail
     * @param meters gets {@code relais.feed.public.lag}: events that are not published yet, over
     *     the partitions that this process reads
     */
    public PublicStreamPublisher(
            String group,
            List<String> topics,
            Map<String, Object> connection,
            PublicStream stream,
            Runnable prepared,
            MeterRegistry meters) {
        this.stream = stream;
        this.prepared = prepared;
        this.container = container(group, topics, connection);
        this.starter = Thread.ofVirtual().name(group + "-start").unstarted(this::begin);
        Gauge.builder("relais.feed.public.lag", lag::get)
                .description("Events that the public stream does not tell of yet")
                .register(meters);
    }

    private KafkaMessageListenerContainer<byte[], byte[]> container(
            String group, List<String> topics, Map<String, Object> connection) {
        var properties = new ContainerProperties(topics.toArray(String[]::new));
        BatchConsumerAwareMessageListener<byte[], byte[]> publish =
                (records, consumer) -> publish(records, Objects.requireNonNull(consumer));
        properties.setMessageListener(publish);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setPollTimeoutWhilePaused(AGAIN);
        properties.setIdleEventInterval(IDLE.toMillis());
        properties.setAuthExceptionRetryInterval(CLOSE);
        properties.setMicrometerEnabled(false);
        var threads = new SimpleAsyncTaskExecutor(group + "-");
        threads.setDaemon(true);
        properties.setListenerTaskExecutor(threads);
        var made =
                new KafkaMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(
                                settings(group, connection),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer()),
                        properties);
        made.setBeanName(group);
        made.setCommonErrorHandler(new KeptBatch());
        made.setApplicationEventPublisher(this::heard);
        return made;
    }

    private static Map<String, Object> settings(String group, Map<String, Object> connection) {
        Map<String, Object> all = new HashMap<>();
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, ENOUGH_BYTES);
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) PATIENCE.toMillis());
        all.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.putAll(connection);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return all;
    }

    /** Returns at once, also while Kafka or the registry is unreachable. */
    public void start() {
        starter.start();
    }

    private void begin() {
        while (!began()) {
            try {
                Thread.sleep(AGAIN);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private synchronized boolean began() {
        try {
            if (!stopping) {
                prepared.run();
                container.start();
                mended();
            }
            return true;
        } catch (RuntimeException failure) {
            failed(failure);
            return false;
        }
    }

    /** Lets the batch in hand end, within ten seconds. */
    public void stop() {
        stopping = true;
        starter.interrupt();
        CountDownLatch stopped = new CountDownLatch(1);
        synchronized (this) {
            container.stop(stopped::countDown);
        }
        try {
            if (!stopped.await(CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The public stream did not end in time, its batch will come again");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        stream.publish(
                records.stream().flatMap(PublicStreamPublisher::event).toList(), lanes(records));
        observe(consumer);
        mended();
    }

    private static Set<String> lanes(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(PublicStreamPublisher::lane).collect(Collectors.toSet());
    }

    /** Headers that cannot be read name no card: the model sets such a record aside, too. */
    private static Stream<Unpublished.Event> event(ConsumerRecord<byte[], byte[]> record) {
        return Stream.ofNullable(Envelope.of(KafkaLog.event(record)))
                .map(
                        envelope ->
                                new Unpublished.Event(
                                        envelope.aggregateId(), envelope.sequence(), lane(record)));
    }

    private static String lane(ConsumerRecord<?, ?> record) {
        return record.topic() + ":" + record.partition();
    }

    private void heard(Object event) {
        if (event instanceof ListenerContainerIdleEvent idle) {
            Collection<TopicPartition> here = container.getAssignedPartitions();
            if (here == null || here.isEmpty() || failing) {
                return;
            }
            try {
                stream.publish(
                        List.of(),
                        here.stream()
                                .map(each -> each.topic() + ":" + each.partition())
                                .collect(Collectors.toSet()));
                observe(idle.getConsumer());
            } catch (RuntimeException failure) {
                // The next idle moment, or the next batch, tries again.
                LOG.debug("What the public stream has passed cannot be looked at", failure);
            }
        }
    }

    private void observe(Consumer<?, ?> consumer) {
        long events = 0;
        for (TopicPartition partition : consumer.assignment()) {
            events += consumer.currentLag(partition).orElse(0);
        }
        lag.set(events);
    }

    private void failed(Exception failure) {
        if (!failing && !stopping) {
            LOG.warn("The public stream waits", failure);
        }
        failing = true;
    }

    private void mended() {
        if (failing) {
            LOG.info("The public stream goes on");
            failing = false;
        }
    }

    /** The container pauses, polls on, and delivers the same batch again after each poll. */
    private final class KeptBatch implements CommonErrorHandler {

        @Override
        @SuppressWarnings("unchecked") // The records are those that the container polled.
        public <K, V> ConsumerRecords<K, V> handleBatchAndReturnRemaining(
                Exception thrown,
                ConsumerRecords<?, ?> batch,
                Consumer<?, ?> consumer,
                MessageListenerContainer paused,
                Runnable invokeListener) {
            failed(thrown);
            return (ConsumerRecords<K, V>) batch;
        }

        @Override
        public void handleOtherException(
                Exception thrown,
                Consumer<?, ?> consumer,
                MessageListenerContainer polling,
                boolean batchListener) {
            failed(thrown);
        }

        @Override
        public boolean isAckAfterHandle() {
            return false;
        }
    }
}
