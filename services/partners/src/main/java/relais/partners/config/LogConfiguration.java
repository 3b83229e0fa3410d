package relais.partners.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;
import relais.partners.adapter.kafka.PartnerEventRecords;

/**
 * The way to the log. The relay owns its producer, so that Boot's own Kafka beans are switched off
 * and only its properties are used: {@code spring.kafka.*} sets the producer up as anywhere else.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    KafkaProperties.class,
    PartnersProperties.class,
    RegistryProperties.class
})
class LogConfiguration {

    @Bean
    EventSerializer eventSerializer(RegistryProperties registry) {
        return new EventSerializer(
                new ConfluentSchemaRegistry(registry.url()),
                Topics.PARTNERS,
                EventSchemas.partners());
    }

    @Bean
    PartnerEventRecords partnerEventRecords(EventSerializer serializer) {
        return new PartnerEventRecords(serializer);
    }

    /** {@link PartnersStart} starts and closes it. */
    @Bean(destroyMethod = "")
    OutboxRelay outboxRelay(KafkaProperties kafka, MeterRegistry meters, Clock clock) {
        return OutboxRelay.toKafka(
                kafka.buildProducerProperties(), meters, clock, OutboxSettings.defaults());
    }

    /** Part of readiness: without its schemas the service could not write a single event. */
    @Bean
    HealthIndicator schemasHealthIndicator(EventSerializer serializer) {
        return () -> (serializer.isResolved() ? Health.up() : Health.down()).build();
    }
}
