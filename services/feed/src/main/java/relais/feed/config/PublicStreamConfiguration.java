package relais.feed.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerProducerListener;
import relais.consumer.ParkedEvents;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.feed.adapter.kafka.PublicStream;
import relais.feed.adapter.kafka.PublicStreamPublisher;
import relais.feed.adapter.mongo.MongoUnpublished;
import relais.feed.adapter.mongo.SearchKeys;
import relais.feed.query.Activities;
import relais.feed.query.Cards;
import relais.start.KafkaProperties;
import relais.start.ServiceStart;
import relais.territories.Territories;

/** The way out: from the read model to the public stream. */
@Configuration(proxyBeanMethods = false)
class PublicStreamConfiguration {

    /** What waits to be sent: Kafka's own 32 MB would be a good part of the service's heap. */
    private static final int BUFFER_BYTES = 4 * 1024 * 1024;

    /** Sends in order and does not repeat; gives up on a record after ten seconds. */
    @Bean
    DefaultKafkaProducerFactory<String, byte[]> publicStreamProducers(
            KafkaProperties kafka, MeterRegistry meters) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.putAll(kafka.connection());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        var factory =
                new DefaultKafkaProducerFactory<>(
                        settings, new StringSerializer(), new ByteArraySerializer());
        factory.setPhysicalCloseTimeout(1);
        factory.addListener(new MicrometerProducerListener<>(meters));
        return factory;
    }

    @Bean
    KafkaTemplate<String, byte[]> publicStreamTemplate(
            DefaultKafkaProducerFactory<String, byte[]> publicStreamProducers) {
        var template = new KafkaTemplate<>(publicStreamProducers);
        // The reader has the log line, one for all records.
        template.setProducerListener(null);
        return template;
    }

    @Bean
    ServiceStart publicStreamKeeping(
            FeedProperties properties,
            KafkaProperties kafka,
            KafkaTemplate<String, byte[]> template,
            SchemaRegistry registry,
            MongoDatabase database,
            Cards cards,
            Activities activities,
            Supplier<ParkedEvents> parked,
            Territories territories,
            MeterRegistry meters,
            Clock clock) {
        var keys = new SearchKeys(territories);
        EventSerializer entries = serializer(registry, Topics.PUBLIC_ACTIVITIES);
        EventSerializer shown = serializer(registry, Topics.PUBLIC_CARDS);
        var stream =
                new PublicStream(
                        cards,
                        activities,
                        new MongoUnpublished(database),
                        card -> !parked.get().find(card).isEmpty(),
                        keys::reach,
                        new PublicStream.Sending(entries, shown, template::send));
        var reader =
                new PublicStreamPublisher(
                        properties.group() + ".public",
                        ProjectionConfiguration.TOPICS,
                        kafka.connection(),
                        stream,
                        () -> {
                            entries.resolve();
                            shown.resolve();
                        },
                        meters,
                        clock);
        return new ServiceStart() {
            @Override
            protected void open() {
                if (properties.publicStream()) {
                    reader.start();
                }
            }

            @Override
            protected void close() {
                if (properties.publicStream()) {
                    reader.stop();
                }
            }
        };
    }

    private static EventSerializer serializer(SchemaRegistry registry, String topic) {
        return new EventSerializer(
                registry, topic, EventSchemas.publicStream().getOrDefault(topic, List.of()));
    }
}
