package relais.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.consumer.AsyncFetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.Fetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.StreamableKafkaMessageSource;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.serialization.json.JacksonSerializer;
import org.bson.Document;
import relais.events.EventDeserializer;

/**
 * The read model of {@link UsualListener} as a projection of Axon Framework: a tracking processor
 * over its Kafka extension, a segment for each thread, and its tokens in the same store, one for
 * each batch of {@value #BATCH} (Axon's own choice is one for each event). Its newer, pooled
 * processor leaves events out where that extension reads several partitions at once: it passes over
 * what its token covers, and the extension sorts events by time after it gave each a token.
 */
final class AxonProcessor {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int BATCH = 100;

    private final Map<String, Object> kafka;
    private final List<String> topics;
    private final EventDeserializer deserializer;
    private final MongoDatabase store;

    AxonProcessor(
            Map<String, Object> kafka,
            List<String> topics,
            EventDeserializer deserializer,
            MongoDatabase store) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put("enable.auto.commit", false);
        this.topics = topics;
        this.deserializer = deserializer;
        this.store = store;
    }

    /**
     * How long a new processor takes from the first event that it is handed to the last.
     *
     * @param name of the processor, and of the collection it writes to
     */
    Duration measure(String name, int events, int threads) throws InterruptedException {
        var projection = new Projection(store.getCollection(name), events);
        Fetcher<String, byte[], KafkaEventMessage> fetcher =
                AsyncFetcher.<String, byte[], KafkaEventMessage>builder().build();
        TrackingEventProcessor processor =
                TrackingEventProcessor.builder()
                        .name(name)
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder()
                                        .eventHandlers(projection)
                                        .listenerInvocationErrorHandler(
                                                PropagatingErrorHandler.instance())
                                        .build())
                        .errorHandler(PropagatingErrorHandler.instance())
                        .messageSource(source(fetcher))
                        .tokenStore(tokens())
                        .transactionManager(NoTransactionManager.instance())
                        .trackingEventProcessorConfiguration(
                                TrackingEventProcessorConfiguration.forParallelProcessing(threads)
                                        .andBatchSize(BATCH)
                                        .andInitialTrackingToken(
                                                StreamableMessageSource::createTailToken))
                        .build();
        processor.start();
        try {
            return projection.await();
        } finally {
            processor.shutDown();
            fetcher.shutdown();
        }
    }

    private StreamableKafkaMessageSource<String, byte[]> source(
            Fetcher<String, byte[], KafkaEventMessage> fetcher) {
        return StreamableKafkaMessageSource.<String, byte[]>builder()
                .topics(topics)
                .fetcher(fetcher)
                .consumerFactory(
                        _ ->
                                new KafkaConsumer<>(
                                        kafka,
                                        new StringDeserializer(),
                                        new ByteArrayDeserializer()))
                .messageConverter(new Converter(deserializer))
                .serializer(JacksonSerializer.defaultSerializer())
                .build();
    }

    private MongoTokenStore tokens() {
        return MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder().mongoDatabase(store).build())
                .serializer(JacksonSerializer.defaultSerializer())
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    private record Converter(EventDeserializer deserializer)
            implements KafkaMessageConverter<String, byte[]> {

        @Override
        public Optional<EventMessage<?>> readKafkaMessage(ConsumerRecord<String, byte[]> event) {
            SpecificRecord payload = deserializer.deserialize(event.value());
            String type = UsualListener.header(event.headers(), "ce_type");
            String subject = UsualListener.header(event.headers(), "ce_subject");
            long sequence = Long.parseLong(UsualListener.header(event.headers(), "ce_sequence"));
            return Optional.of(
                    new GenericDomainEventMessage<>(
                            type,
                            subject,
                            sequence,
                            payload,
                            Map.of("type", type, "subject", subject, "sequence", sequence)));
        }

        @Override
        public ProducerRecord<String, byte[]> createKafkaMessage(
                EventMessage<?> event, String topic) {
            throw new UnsupportedOperationException("it publishes nothing");
        }
    }

    /** One update for each event, as any projection of Axon's guides. */
    static final class Projection {

        private final MongoCollection<Document> documents;
        private final CountDownLatch left;
        private final AtomicLong first = new AtomicLong();

        Projection(MongoCollection<Document> documents, int events) {
            this.documents = documents;
            this.left = new CountDownLatch(events);
        }

        @EventHandler
        void on(
                SpecificRecord event,
                @MetaDataValue("subject") String subject,
                @MetaDataValue("type") String type,
                @MetaDataValue("sequence") Long sequence) {
            first.compareAndSet(0, System.nanoTime());
            UsualListener.update(documents, (GenericRecord) event, subject, type, sequence);
            left.countDown();
        }

        Duration await() throws InterruptedException {
            if (!left.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " events are left");
            }
            return Duration.ofNanos(System.nanoTime() - first.get());
        }
    }
}
