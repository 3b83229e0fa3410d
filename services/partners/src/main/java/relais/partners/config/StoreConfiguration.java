package relais.partners.config;

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
import relais.outbox.OutboxRelay;
import relais.partners.adapter.kafka.PartnerEventRecords;
import relais.partners.adapter.mongo.MongoClaims;
import relais.partners.adapter.mongo.MongoPartners;
import relais.partners.adapter.mongo.MongoPersons;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/** The collections. Nothing here talks to MongoDB before {@link PartnersStart}. */
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

    /**
     * In place of Boot's own, which lists every database of the server: a service may know but its
     * own, and {@code ping} is understood by every MongoDB.
     */
    @Bean
    HealthIndicator mongoHealthContributor(MongoDatabase database) {
        Document ping = new Document("ping", 1);
        return () -> {
            try {
                database.runCommand(ping);
                return Health.up().build();
            } catch (MongoException e) {
                return Health.down(e).build();
            }
        };
    }

    @Bean
    MongoDatabase database(MongoClient client, PartnersProperties properties) {
        return client.getDatabase(properties.database());
    }

    @Bean
    MongoPartners partners(
            MongoDatabase database,
            OutboxRelay relay,
            PartnerEventRecords records,
            Territories territories) {
        return new MongoPartners(
                database.getCollection("partners"),
                relay,
                records,
                territory -> territories.reach(TerritoryId.parse(territory)));
    }

    @Bean
    MongoClaims claims(MongoDatabase database) {
        return new MongoClaims(database.getCollection("claims"));
    }

    @Bean
    MongoPersons persons(MongoDatabase database) {
        return new MongoPersons(database.getCollection("persons"));
    }
}
