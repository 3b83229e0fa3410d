package relais.experiences.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.consumer.ConsumerHealth;
import relais.consumer.ConsumerSettings;
import relais.consumer.EventConsumer;
import relais.consumer.ParkedEvents;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.experiences.adapter.kafka.ExperienceEventRecords;
import relais.experiences.adapter.kafka.PartnerReplicaHandler;
import relais.experiences.application.Partners;
import relais.experiences.domain.PartnerFact;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;

/**
 * The ways to the log and from it. Relay and consumer own their Kafka clients, so that Boot's own
 * Kafka beans are switched off and only its properties are used.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    KafkaProperties.class,
    ExperiencesProperties.class,
    RegistryProperties.class
})
class LogConfiguration {

    @Bean
    SchemaRegistry schemaRegistry(RegistryProperties registry) {
        return new ConfluentSchemaRegistry(registry.url());
    }

    @Bean
    EventSerializer eventSerializer(SchemaRegistry registry) {
        return new EventSerializer(registry, Topics.EXPERIENCES, EventSchemas.experiences());
    }

    @Bean
    ExperienceEventRecords experienceEventRecords(EventSerializer serializer) {
        return new ExperienceEventRecords(serializer);
    }

    /** {@link ExperiencesStart} starts and closes it. */
    @Bean(destroyMethod = "")
    OutboxRelay outboxRelay(KafkaProperties kafka, MeterRegistry meters, Clock clock) {
        return OutboxRelay.toKafka(
                kafka.buildProducerProperties(), meters, clock, OutboxSettings.defaults());
    }

    /** {@link ExperiencesStart} starts and stops it. */
    @Bean(destroyMethod = "")
    EventConsumer<PartnerFact> partnerConsumer(
            ExperiencesProperties properties,
            KafkaProperties kafka,
            SchemaRegistry registry,
            MongoDatabase database,
            Partners partners,
            MeterRegistry meters,
            Clock clock) {
        return new EventConsumer<>(
                ConsumerSettings.of(
                        properties.consumerGroup(),
                        List.of(Topics.PARTNERS),
                        kafka.buildConsumerProperties()),
                database,
                new PartnerReplicaHandler(new EventDeserializer(registry), partners),
                meters,
                clock);
    }

    @Bean
    ParkedEvents parkedEvents(EventConsumer<PartnerFact> consumer) {
        return consumer.parked();
    }

    /** Part of readiness: without its schemas the service could not write a single event. */
    @Bean
    HealthIndicator schemasHealthIndicator(EventSerializer serializer) {
        return () -> (serializer.isResolved() ? Health.up() : Health.down()).build();
    }

    /**
     * Part of readiness: running is enough. While Kafka is away, what the replica knows already is
     * good to decide with.
     */
    @Bean
    HealthIndicator partnersHealthIndicator(EventConsumer<PartnerFact> consumer) {
        return () -> {
            ConsumerHealth health = consumer.health();
            Health.Builder answer = health.running() ? Health.up() : Health.down();
            if (health.pausedBecause() != null) {
                answer.withDetail("pausedBecause", health.pausedBecause());
            }
            return answer.withDetail("lag", health.lag())
                    .withDetail("parked", health.parked())
                    .build();
        };
    }
}
