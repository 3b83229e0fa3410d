package relais.experiences.config;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.experiences.adapter.kafka.ExperienceEventRecords;
import relais.experiences.adapter.mongo.MongoContacts;
import relais.experiences.adapter.mongo.MongoDrafts;
import relais.experiences.adapter.mongo.MongoExperiences;
import relais.experiences.adapter.mongo.MongoPartners;
import relais.experiences.adapter.territories.ReferenceTerritoryMap;
import relais.outbox.OutboxRelay;
import relais.outbox.StoredAggregates;
import relais.outbox.StoredAggregates.Kind;

/** The collections. Nothing here talks to MongoDB before {@link ExperiencesStart}. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoExperiences experiences(
            MongoDatabase database,
            OutboxRelay relay,
            ExperienceEventRecords records,
            ReferenceTerritoryMap territories) {
        return new MongoExperiences(
                database.getCollection("experiences"), relay, records, territories::reach);
    }

    @Bean
    StoredAggregates storedAggregates(MongoExperiences experiences) {
        return new StoredAggregates(
                List.of(Kind.published("EXPERIENCE", experiences.aggregates())));
    }

    @Bean
    MongoDrafts drafts(MongoDatabase database) {
        return new MongoDrafts(database.getCollection("drafts"));
    }

    @Bean
    MongoContacts contacts(MongoDatabase database) {
        return new MongoContacts(database.getCollection("contacts"));
    }

    @Bean
    MongoPartners partners(MongoDatabase database) {
        return new MongoPartners(database);
    }
}
