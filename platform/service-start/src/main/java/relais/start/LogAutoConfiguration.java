package relais.start;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;

/** The ways to the log and from it, as far as they are the same for every service. */
@AutoConfiguration(after = StartAutoConfiguration.class)
@EnableConfigurationProperties({KafkaProperties.class, RegistryProperties.class})
class LogAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SchemaRegistry schemaRegistry(RegistryProperties registry) {
        return new ConfluentSchemaRegistry(registry.connection());
    }

    /** Part of readiness: without its schemas the service could not write a single event. */
    @Bean
    @ConditionalOnBean(EventSerializer.class)
    HealthIndicator schemasHealthIndicator(EventSerializer serializer) {
        return () -> (serializer.isResolved() ? Health.up() : Health.down()).build();
    }

    /** For a service that writes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(OutboxRelay.class)
    static class Outbox {

        /** The service's {@link ServiceStart} starts and closes it. */
        @Bean(destroyMethod = "")
        @ConditionalOnMissingBean
        OutboxRelay outboxRelay(
                KafkaProperties kafka,
                MeterRegistry meters,
                ObjectProvider<ObservationRegistry> observations,
                Clock clock) {
            return new OutboxRelay(
                    kafka.connection(),
                    meters,
                    observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                    clock,
                    OutboxSettings.defaults());
        }
    }
}
