package relais.contributions.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
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
import relais.consumer.EventHandler;
import relais.contributions.known.ExperienceFact;
import relais.contributions.known.ExperienceReplicaHandler;
import relais.contributions.known.MongoExperiences;
import relais.contributions.reaction.OwnEvent;
import relais.contributions.reaction.OwnEventHandler;
import relais.contributions.reaction.ReactionPositions;
import relais.contributions.reaction.Reactions;
import relais.events.EventDeserializer;
import relais.events.Topics;
import relais.start.ConsumerHealthIndicator;
import relais.start.KafkaProperties;

/**
 * The readers of the log, one for each topic. They wait for different things: an experience's
 * change that cannot be told to a contribution yet must not keep a partner's suspension from being
 * known, and neither of them the other.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContributionsProperties.class)
class ReadersConfiguration {

    static final String PARTNERS = "partners";
    static final String EXPERIENCES = "experiences";
    static final String OWN = "contributions";

    static final String ANSWERED_EXPERIENCES = "answeredExperiences";
    static final String ANSWERED_OWN = "answeredContributions";

    /** Makes a reader that parks apart from the others. */
    record Making(
            ContributionsProperties properties,
            KafkaProperties kafka,
            MongoDatabase database,
            MeterRegistry meters,
            Clock clock) {

        <E> EventConsumer<E> reader(String name, String topic, EventHandler<E> handler) {
            ConsumerSettings settings =
                    ConsumerSettings.of(
                                    properties.consumerGroup() + "-" + name,
                                    List.of(topic),
                                    kafka.connection())
                            .withParkedCollection("parked_" + name);
            return new EventConsumer<>(settings, database, handler, meters, clock);
        }
    }

    @Bean
    Making making(
            ContributionsProperties properties,
            KafkaProperties kafka,
            MongoDatabase database,
            MeterRegistry meters,
            Clock clock) {
        return new Making(properties, kafka, database, meters, clock);
    }

    /** {@link AggregatesStart} starts and stops it, as the two others. */
    @Bean(destroyMethod = "")
    EventConsumer<PartnerFact> partnerReader(
            Making making, EventDeserializer deserializer, MongoPartners partners) {
        return making.reader(
                PARTNERS,
                Topics.PARTNERS,
                new PartnerReplicaHandler(deserializer, partners.replica()));
    }

    @Bean(destroyMethod = "")
    EventConsumer<ExperienceFact> experienceReader(
            Making making,
            EventDeserializer deserializer,
            MongoExperiences experiences,
            Reactions reactions,
            MongoDatabase database) {
        return making.reader(
                EXPERIENCES,
                Topics.EXPERIENCES,
                new ExperienceReplicaHandler(
                        deserializer,
                        experiences.replica(),
                        reactions,
                        new ReactionPositions(database.getCollection(ANSWERED_EXPERIENCES))));
    }

    @Bean(destroyMethod = "")
    EventConsumer<OwnEvent> ownReader(
            Making making,
            EventDeserializer deserializer,
            Reactions reactions,
            MongoDatabase database) {
        return making.reader(
                OWN,
                Topics.CONTRIBUTIONS,
                new OwnEventHandler(
                        deserializer,
                        reactions,
                        new ReactionPositions(database.getCollection(ANSWERED_OWN))));
    }

    @Bean
    ParkedSources parkedSources(
            EventConsumer<PartnerFact> partners,
            EventConsumer<ExperienceFact> experiences,
            EventConsumer<OwnEvent> own) {
        return new ParkedSources(
                List.of(
                        new ParkedSources.Source(PARTNERS, partners.parked()),
                        new ParkedSources.Source(EXPERIENCES, experiences.parked()),
                        new ParkedSources.Source(OWN, own.parked())));
    }

    /** Part of readiness. */
    @Bean
    CompositeHealthContributor readersHealthContributor(
            EventConsumer<PartnerFact> partners,
            EventConsumer<ExperienceFact> experiences,
            EventConsumer<OwnEvent> own) {
        Map<String, HealthIndicator> readers = new LinkedHashMap<>();
        readers.put(PARTNERS, new ConsumerHealthIndicator(partners));
        readers.put(EXPERIENCES, new ConsumerHealthIndicator(experiences));
        readers.put(OWN, new ConsumerHealthIndicator(own));
        return CompositeHealthContributor.fromMap(readers);
    }
}
