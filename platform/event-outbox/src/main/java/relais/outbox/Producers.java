package relais.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerProducerListener;

/**
 * The Kafka client's settings: keeps order and does not repeat ({@code acks=all}, idempotent),
 * sends at once, and gives up on a record after ten seconds: the outbox has it, and starts again
 * from there.
 */
final class Producers {

    private Producers() {}

    /**
     * Makes one producer when the first record leaves, and another one after a reset; each is
     * measured by Kafka's own meters while it is open.
     */
    static DefaultKafkaProducerFactory<String, byte[]> factory(
            Map<String, Object> properties, MeterRegistry meters) {
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.putAll(properties);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        var factory =
                new DefaultKafkaProducerFactory<>(
                        all, new StringSerializer(), new ByteArraySerializer());
        // A sender waits for Kafka's answer: a producer that is closed has nothing in hand.
        factory.setPhysicalCloseTimeout(0);
        factory.addListener(new MicrometerProducerListener<>(meters));
        return factory;
    }
}
