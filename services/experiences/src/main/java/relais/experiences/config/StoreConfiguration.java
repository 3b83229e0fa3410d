package relais.experiences.config;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.log.EventRecords;
import relais.aggregates.mongo.AggregatesStart;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.reference.ReferenceTerritoryMap;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.experiences.draft.MongoDrafts;
import relais.experiences.experience.ExperienceAvro;
import relais.experiences.experience.MongoContacts;
import relais.experiences.experience.MongoExperiences;
import relais.experiences.file.MongoUploadedFiles;
import relais.outbox.OutboxRelay;
import relais.outbox.StoredAggregates;
import relais.outbox.StoredAggregates.Kind;

/** The collections. Nothing here talks to MongoDB before {@link AggregatesStart}. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoExperiences experiences(
            MongoDatabase database,
            OutboxRelay relay,
            EventSerializer serializer,
            ReferenceTerritoryMap territories) {
        return new MongoExperiences(
                database.getCollection("experiences"),
                relay,
                new EventRecords<>(Topics.EXPERIENCES, ExperienceAvro.language(), serializer),
                territories::reach);
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
    MongoUploadedFiles uploadedFiles(MongoDatabase database) {
        return new MongoUploadedFiles(database.getCollection("files"));
    }

    @Bean
    MongoPartners partners(MongoDatabase database) {
        return new MongoPartners(
                database.getCollection("partners_" + ExperiencesProperties.PARTNERS_MODEL),
                database.getCollection("partners"));
    }
}
