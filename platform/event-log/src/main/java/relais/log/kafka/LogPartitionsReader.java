package relais.log.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.RecordPosition;

/**
 * Reads some partitions with one consumer, each from an offset to another, and hands over what
 * becomes of each record, in order. A partition that is as far ahead as the {@link Merge} lets it
 * is paused.
 *
 * @param <T> what becomes of a record
 */
final class LogPartitionsReader<T> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LogPartitionsReader.class);
    private static final Duration POLL = Duration.ofMillis(250);

    /**
     * Offsets of one partition.
     *
     * @param to excluded
     */
    record Range(long from, long to) {}

    /** A partition that is not read to its end. */
    private static final class Unread {
        final LogPartition partition;
        final long to;
        long next;

        Unread(LogPartition partition, Range range) {
            this.partition = partition;
            this.to = range.to();
            this.next = range.from();
        }
    }

    private final Map<TopicPartition, Unread> unread = new HashMap<>();
    private final LogConsumers consumers;
    private final Consumer<byte[], byte[]> consumer;
    private final KafkaLog.Make<T> make;
    private final Merge<T> merge;

    /** Whether the consumer is no longer this reader's. */
    private boolean done;

    /** Whether it was woken: if it had not noticed, it would wake at its next use. */
    private boolean woken;

    LogPartitionsReader(
            SortedMap<LogPartition, Range> ranges,
            LogConsumers consumers,
            KafkaLog.Make<T> make,
            Merge<T> merge) {
        ranges.forEach(
                (partition, range) ->
                        unread.put(
                                new TopicPartition(partition.topic(), partition.partition()),
                                new Unread(partition, range)));
        this.consumers = consumers;
        this.consumer = consumers.take();
        this.make = make;
        this.merge = merge;
    }

    @Override
    public void run() {
        try {
            read();
        } catch (WakeupException | CancellationException closed) {
            LOG.debug("{} are not read any further", unread.keySet());
        } catch (KafkaException away) {
            merge.failed(new LogUnavailable("Kafka does not answer: " + away.getMessage(), away));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            merge.failed(failure);
        } finally {
            end();
        }
    }

    /** Has it read no further, from another thread. */
    synchronized void stop() {
        if (!done) {
            woken = true;
            consumer.wakeup();
        }
    }

    private void end() {
        boolean usable;
        synchronized (this) {
            done = true;
            usable = unread.isEmpty() && !woken;
        }
        if (usable) {
            consumers.giveBack(consumer);
        } else {
            consumer.close();
        }
    }

    private void read() throws InterruptedException {
        consumer.assign(unread.keySet());
        unread.forEach((assigned, partition) -> consumer.seek(assigned, partition.next));
        long silent = 0;
        while (!unread.isEmpty()) {
            pauseWhatIsFarAhead();
            long asked = System.nanoTime();
            var records = consumer.poll(POLL);
            for (TopicPartition assigned : records.partitions()) {
                Unread partition = unread.get(assigned);
                if (partition != null) {
                    handOver(partition, records.records(assigned));
                }
            }
            silent = moveOn() ? 0 : silent + System.nanoTime() - asked;
            if (silent > KafkaLog.LIMIT.toNanos()) {
                throw new TimeoutException("Nothing more came of " + unread.keySet());
            }
        }
    }

    /** Waits while all are. */
    private void pauseWhatIsFarAhead() throws InterruptedException {
        Set<LogPartition> ahead =
                merge.awaitRoom(unread.values().stream().map(each -> each.partition).toList());
        List<TopicPartition> paused = new ArrayList<>();
        List<TopicPartition> wanted = new ArrayList<>();
        unread.forEach(
                (assigned, each) ->
                        (ahead.contains(each.partition) ? paused : wanted).add(assigned));
        consumer.pause(paused);
        consumer.resume(wanted);
    }

    private void handOver(Unread partition, List<ConsumerRecord<byte[], byte[]>> records) {
        List<Merge.Item<T>> made = new ArrayList<>();
        RecordPosition last = null;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.offset() >= partition.to) {
                break;
            }
            last = KafkaLog.place(partition.partition, record);
            T value = make.apply(last, record);
            if (value != null) {
                made.add(new Merge.Item<>(last, value, size(record)));
            }
        }
        if (last != null) {
            merge.offer(partition.partition, made, last.appendedAt());
        }
    }

    /** Whether any partition has come further; those that are read to their end are let go. */
    private boolean moveOn() {
        boolean moved = false;
        for (Map.Entry<TopicPartition, Unread> each : List.copyOf(unread.entrySet())) {
            TopicPartition assigned = each.getKey();
            Unread partition = each.getValue();
            // Also past what is no record: a transaction's marker has an offset too.
            long position = consumer.position(assigned);
            moved |= position > partition.next;
            partition.next = position;
            if (position >= partition.to) {
                merge.ended(partition.partition);
                unread.remove(assigned);
                consumer.pause(Set.of(assigned));
            }
        }
        return moved;
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }
}
