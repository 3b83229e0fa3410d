package relais.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * Publishes what the aggregates of its collections have not sent.
 *
 * <p>A command's write tells it the aggregate's id and key. One of several threads, always the same
 * for one key, reads the document, unless it is new and comes with its records, sends its whole
 * outbox in order and removes what Kafka acknowledged: within a process, what one key stands for
 * leaves in the order of the writes. Nothing of this happens on the command's own thread, so that
 * an absent Kafka neither fails nor slows a command. Being told is only a shortcut: a sweeper finds
 * in MongoDB whatever is left.
 *
 * <p>Safe with any number of instances: an aggregate's records have one sender at a time, so that
 * each leaves once, but for those of a sender that died before it removed them.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxSettings settings;
    private final Clock clock;
    private final OutboxMeters meters;
    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final List<PublishQueue> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Publication publication;
    private final Sweeper sweeper;
    private volatile boolean running;

    /**
     * Touches no network before {@link #start}.
     *
     * @param properties for the producer, at least {@code bootstrap.servers}; they win over the
     *     defaults (no linger, 2 s to find the topic, 10 s to deliver), except that it is always
     *     idempotent with {@code acks=all}
     * @param observations records each send of an event whose request is traced, as {@code
     *     spring.kafka.template}
     * @param clock gives the time since which records wait
     */
    public OutboxRelay(
            Map<String, Object> properties,
            MeterRegistry meters,
            ObservationRegistry observations,
            Clock clock,
            OutboxSettings settings) {
        this.settings = settings;
        this.clock = clock;
        this.meters = new OutboxMeters(meters, clock);
        this.producers = Producers.factory(properties, meters);
        publication =
                new Publication(
                        new Senders(producers, observations), this.meters, clock, settings.lease());
        for (int i = 0; i < settings.queues(); i++) {
            queues.add(new PublishQueue(publication, settings.queueCapacity(), settings.batch()));
        }
        sweeper = new Sweeper(outboxes, publication, producers, this.meters, settings, clock);
    }

    /** A relay that nobody observes. */
    public static OutboxRelay toKafka(
            Map<String, Object> properties,
            MeterRegistry meters,
            Clock clock,
            OutboxSettings settings) {
        return new OutboxRelay(properties, meters, ObservationRegistry.NOOP, clock, settings);
    }

    /**
     * Starts publishing, at first what an earlier process left; returns at once, also while Kafka
     * is away.
     */
    public synchronized void start() {
        if (running || !threads.isEmpty()) {
            throw new IllegalStateException("a relay starts once");
        }
        running = true;
        for (int i = 0; i < queues.size(); i++) {
            threads.add(Thread.ofVirtual().name("outbox-" + i).start(queues.get(i)));
        }
        threads.add(Thread.ofVirtual().name("outbox-sweeper").start(sweeper));
    }

    /** Whether Kafka takes no records of one of its collections. */
    boolean isBlocked() {
        return outboxes.stream().anyMatch(outbox -> outbox.circuit().isOpen());
    }

    /**
     * Publishes what it received, then stops; within the settings' limit. What is left waits in
     * MongoDB.
     */
    @Override
    public synchronized void close() {
        if (!running) {
            return;
        }
        running = false;
        queues.forEach(PublishQueue::close);
        sweeper.close();
        long end = System.nanoTime() + settings.closeLimit().toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    log.info(
                            "{} did not finish in time, what it has not sent waits in MongoDB",
                            thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException hurried) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
        producers.destroy();
    }

    Clock clock() {
        return clock;
    }

    OutboxSettings settings() {
        return settings;
    }

    void serve(Outbox outbox) {
        meters.register(outbox);
        outboxes.add(outbox);
    }

    /** Whether what is written now would be sent at once. */
    boolean hasRoom(Outbox outbox, String key) {
        return running && !outbox.circuit().isOpen() && queue(key).hasRoom();
    }

    /** For a new aggregate that is about to be written as taken at that time. */
    Claim claim(long version, Instant now, List<Outbox.Numbered> records) {
        return new Claim(version, now, publication.sendsUntil(), records);
    }

    /** An aggregate has something to send. Never blocks, never fails. */
    void written(PublishQueue.Hint hint, String key) {
        // What was written as taken has to be given back if it cannot be sent.
        if (running && (hint.claim() != null || !hint.outbox().circuit().isOpen())) {
            queue(key).offer(hint);
        }
    }

    private PublishQueue queue(String key) {
        return queues.get(Math.floorMod(key.hashCode(), queues.size()));
    }
}
