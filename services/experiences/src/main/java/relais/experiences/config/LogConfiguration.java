package relais.experiences.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.consumer.ConsumerSettings;
import relais.consumer.EventConsumer;
import relais.consumer.ParkedEvents;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.experiences.adapter.kafka.ExperienceEventRecords;
import relais.experiences.adapter.kafka.PartnerReplicaHandler;
import relais.experiences.adapter.mongo.MongoPartners;
import relais.experiences.domain.PartnerFact;
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
    ExperienceEventRecords experienceEventRecords(EventSerializer serializer) {
        return new ExperienceEventRecords(serializer);
    }

    /** {@link ExperiencesStart} starts and stops it. */
    @Bean(destroyMethod = "")
    EventConsumer<PartnerFact> partnerConsumer(
            ExperiencesProperties properties,
            KafkaProperties kafka,
            SchemaRegistry registry,
            MongoDatabase database,
            MongoPartners partners,
            MeterRegistry meters,
            Clock clock) {
        return new EventConsumer<>(
                ConsumerSettings.of(
                                properties.partnersGroup(),
                                List.of(Topics.PARTNERS),
                                kafka.connection())
                        .withParkedCollection("parked_" + MongoPartners.MODEL),
                database,
                new PartnerReplicaHandler(new EventDeserializer(registry), partners.replica()),
                meters,
                clock);
    }

    @Bean
    ParkedEvents parkedEvents(EventConsumer<PartnerFact> consumer) {
        return consumer.parked();
    }

    /** Part of readiness. */
    @Bean
    HealthIndicator partnersHealthIndicator(EventConsumer<PartnerFact> consumer) {
        return new ConsumerHealthIndicator(consumer);
    }
}
