package relais.log.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.RecordPosition;

/**
 * Reads one partition from an offset to another on a thread of its own, and hands over what its
 * reader made of each record, in order. It reads ahead as far as the {@link Merge} lets it.
 *
 * @param <T> what becomes of a record
 */
final class LogPartitionReader<T> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LogPartitionReader.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final LogPartition partition;
    private final long from;
    private final long to;
    private final Consumer<byte[], byte[]> consumer;
    private final Function<ConsumerRecord<byte[], byte[]>, @Nullable T> make;
    private final Merge<T> merge;

    /**
     * @param to the offset at which to end; not read
     * @param make null for a record that is not wanted
     */
    LogPartitionReader(
            LogPartition partition,
            long from,
            long to,
            Consumer<byte[], byte[]> consumer,
            Function<ConsumerRecord<byte[], byte[]>, @Nullable T> make,
            Merge<T> merge) {
        this.partition = partition;
        this.from = from;
        this.to = to;
        this.consumer = consumer;
        this.make = make;
        this.merge = merge;
    }

    @Override
    public void run() {
        try (consumer) {
            read();
            merge.ended(partition);
        } catch (WakeupException | CancellationException closed) {
            LOG.debug("{} is not read any further", partition);
        } catch (KafkaException away) {
            merge.failed(new LogUnavailable("Kafka does not answer: " + away.getMessage(), away));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            merge.failed(failure);
        }
    }

    private void read() throws InterruptedException {
        TopicPartition assigned = new TopicPartition(partition.topic(), partition.partition());
        consumer.assign(List.of(assigned));
        consumer.seek(assigned, from);
        long next = from;
        long heard = System.nanoTime();
        while (next < to) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(assigned);
            if (!records.isEmpty()) {
                handOver(records);
            }
            // Also past what is no record: a transaction's marker has an offset too.
            long position = consumer.position(assigned);
            if (position > next) {
                next = position;
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > KafkaLog.LIMIT.toNanos()) {
                throw new TimeoutException(
                        "Nothing came of " + partition + " from " + next + " on");
            }
        }
    }

    private void handOver(List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        List<Merge.Item<T>> made = new ArrayList<>();
        Instant last = null;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.offset() >= to) {
                break;
            }
            RecordPosition place = KafkaLog.place(record);
            last = place.appendedAt();
            T value = make.apply(record);
            if (value != null) {
                made.add(new Merge.Item<>(place, value, size(record)));
            }
        }
        if (last != null) {
            merge.offer(partition, made, last);
        }
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }
}
