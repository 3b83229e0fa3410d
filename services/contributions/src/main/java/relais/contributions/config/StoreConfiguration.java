package relais.contributions.config;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.contributions.adapter.mongo.MongoAggregates;
import relais.contributions.adapter.mongo.MongoCards;
import relais.contributions.adapter.mongo.MongoExperiences;
import relais.contributions.adapter.mongo.MongoPartners;

/**
 * What the service knows of others. Nothing here talks to MongoDB before {@link
 * ContributionsStart}.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoPartners partners(MongoDatabase database) {
        return new MongoPartners(database.getCollection("partners"));
    }

    @Bean
    MongoExperiences experiences(MongoDatabase database) {
        return new MongoExperiences(database.getCollection("experiences"));
    }

    @Bean
    MongoCards cards(
            MongoPartners partners,
            MongoExperiences experiences,
            ObjectProvider<MongoAggregates<?, ?>> aggregates) {
        return new MongoCards(partners, experiences, aggregates.stream().toList());
    }
}
