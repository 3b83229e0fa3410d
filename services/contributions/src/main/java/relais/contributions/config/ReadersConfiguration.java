package relais.contributions.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
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
@Import({ReadersConfiguration.Making.class, ReadersConfiguration.Readers.class})
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

    /** {@link AggregatesStart} starts and stops it, as the two others. */
    @Bean(destroyMethod = "")
    EventConsumer<PartnerFact> partnerReader(
            Making making, EventDeserializer deserializer, MongoPartners partners) {
        return making.reader(
                PARTNERS, Topics.PARTNERS, new PartnerReplicaHandler(deserializer, partners));
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
                        experiences,
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

    /** All of them, by the names that operators know. */
    record Readers(
            EventConsumer<PartnerFact> partners,
            EventConsumer<ExperienceFact> experiences,
            EventConsumer<OwnEvent> own) {

        void forEach(BiConsumer<String, EventConsumer<?>> each) {
            each.accept(PARTNERS, partners);
            each.accept(EXPERIENCES, experiences);
            each.accept(OWN, own);
        }
    }

    @Bean
    ParkedSources parkedSources(Readers readers) {
        List<ParkedSources.Source> sources = new ArrayList<>();
        readers.forEach(
                (name, reader) -> sources.add(new ParkedSources.Source(name, reader.parked())));
        return new ParkedSources(sources);
    }

    /** Part of readiness. */
    @Bean
    CompositeHealthContributor readersHealthContributor(Readers readers) {
        Map<String, HealthIndicator> health = new LinkedHashMap<>();
        readers.forEach((name, reader) -> health.put(name, new ConsumerHealthIndicator(reader)));
        return CompositeHealthContributor.fromMap(health);
    }
}
