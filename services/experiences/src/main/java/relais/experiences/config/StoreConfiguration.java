package relais.experiences.config;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.experiences.adapter.kafka.ExperienceEventRecords;
import relais.experiences.adapter.mongo.MongoContacts;
import relais.experiences.adapter.mongo.MongoDrafts;
import relais.experiences.adapter.mongo.MongoExperiences;
import relais.experiences.adapter.mongo.MongoPartners;
import relais.experiences.adapter.territories.ReferenceTerritoryMap;
import relais.outbox.OutboxRelay;

/** The collections. Nothing here talks to MongoDB before {@link ExperiencesStart}. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** A caller waits for a server that is away, but not for ever; then it is told to come back. */
    private static final int SERVER_WITHIN_SECONDS = 3;

    private static final int ANSWER_WITHIN_SECONDS = 10;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaits() {
        return settings ->
                settings.applyToClusterSettings(
                                cluster ->
                                        cluster.serverSelectionTimeout(
                                                SERVER_WITHIN_SECONDS, TimeUnit.SECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(
                                                        SERVER_WITHIN_SECONDS, TimeUnit.SECONDS)
                                                .readTimeout(
                                                        ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, ExperiencesProperties properties) {
        return client.getDatabase(properties.database());
    }

    /** Part of readiness. */
    @Bean
    HealthIndicator storeHealthIndicator(MongoDatabase database) {
        return () -> {
            try {
                database.runCommand(new Document("ping", 1));
                return Health.up().build();
            } catch (MongoException e) {
                return Health.down(e).build();
            }
        };
    }

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
    MongoDrafts drafts(MongoDatabase database) {
        return new MongoDrafts(database.getCollection("drafts"));
    }

    @Bean
    MongoContacts contacts(MongoDatabase database) {
        return new MongoContacts(database.getCollection("contacts"));
    }

    @Bean
    MongoPartners partners(MongoDatabase database) {
        return new MongoPartners(database.getCollection("partners"));
    }
}
