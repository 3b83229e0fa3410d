package relais.start;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/** A service's own database, with bounded waits. */
@AutoConfiguration(
        before = {MongoAutoConfiguration.class, MongoHealthContributorAutoConfiguration.class})
@ConditionalOnProperty("relais.store.database")
@EnableConfigurationProperties(StoreProperties.class)
@PropertySource("classpath:relais/start/defaults.properties")
class StoreAutoConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaits(StoreProperties store) {
        long server = store.serverWithin().toMillis();
        long answer = store.answerWithin().toMillis();
        return settings ->
                settings.applyToClusterSettings(
                                cluster -> cluster.serverSelectionTimeout(server, MILLISECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(server, MILLISECONDS)
                                                .readTimeout(answer, MILLISECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, StoreProperties store) {
        return client.getDatabase(store.database());
    }

    /**
     * Whether the service's own database answers. In place of Boot's own, which lists every
     * database of the server: a service may know but its own, and {@code ping} is understood by
     * every MongoDB.
     */
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
}
