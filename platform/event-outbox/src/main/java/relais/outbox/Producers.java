package relais.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The one producer in use. It is replaced when it does not recover by itself, whatever the reason.
 */
final class Producers {
    private final Supplier<? extends Producer<String, byte[]>> source;
    private @Nullable Producer<String, byte[]> current;
    private boolean closed;

    Producers(Supplier<? extends Producer<String, byte[]>> source) {
        this.source = source;
    }

    /**
     * A producer that keeps order and does not repeat ({@code acks=all}, idempotent), sends at
     * once, and gives up on a record after ten seconds: the outbox has it, and starts again from
     * there.
     */
    static Producer<String, byte[]> kafka(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.putAll(properties);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    synchronized Producer<String, byte[]> current() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        Producer<String, byte[]> producer = current;
        if (producer == null) {
            producer = source.get();
            current = producer;
        }
        return producer;
    }

    /** Lets go of the producer in use; the next one is made when it is needed. */
    void renew() {
        release(Duration.ZERO, false);
    }

    void close(Duration limit) {
        release(limit, true);
    }

    private void release(Duration limit, boolean forGood) {
        Producer<String, byte[]> released;
        synchronized (this) {
            released = current;
            current = null;
            closed = closed || forGood;
        }
        if (released != null) {
            released.close(limit);
        }
    }
}
