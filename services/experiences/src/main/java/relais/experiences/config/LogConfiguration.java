package relais.experiences.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.http.ParkedSources;
import relais.aggregates.log.PartnerReplicaHandler;
import relais.aggregates.mongo.AggregatesStart;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.partner.PartnerFact;
import relais.consumer.ConsumerSettings;
import relais.consumer.EventConsumer;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.start.ConsumerHealthIndicator;
import relais.start.KafkaProperties;

/** The ways to the log and from it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExperiencesProperties.class)
class LogConfiguration {

    @Bean
    EventSerializer eventSerializer(SchemaRegistry registry) {
        return new EventSerializer(registry, Topics.EXPERIENCES, EventSchemas.experiences());
    }

    @Bean
    EventDeserializer eventDeserializer(SchemaRegistry registry) {
        return new EventDeserializer(registry);
    }

    /** {@link AggregatesStart} starts and stops it. */
    @Bean(destroyMethod = "")
    EventConsumer<PartnerFact> partnerConsumer(
            ExperiencesProperties properties,
            KafkaProperties kafka,
            EventDeserializer deserializer,
            MongoDatabase database,
            MongoPartners partners,
            MeterRegistry meters,
            Clock clock) {
        return new EventConsumer<>(
                ConsumerSettings.of(
                                properties.partnersGroup(),
                                List.of(Topics.PARTNERS),
                                kafka.connection())
                        .withParkedCollection("parked_" + ExperiencesProperties.PARTNERS_MODEL),
                database,
                new PartnerReplicaHandler(deserializer, partners),
                meters,
                clock);
    }

    @Bean
    ParkedSources parkedSources(EventConsumer<PartnerFact> partners) {
        return new ParkedSources(List.of(new ParkedSources.Source("partners", partners.parked())));
    }

    /** Part of readiness. */
    @Bean
    HealthIndicator partnersHealthIndicator(EventConsumer<PartnerFact> consumer) {
        return new ConsumerHealthIndicator(consumer);
    }
}
