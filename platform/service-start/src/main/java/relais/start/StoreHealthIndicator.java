package relais.start;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the service's own database answers. In place of Boot's own, which lists every database of
 * the server: a service may know but its own, and {@code ping} is understood by every MongoDB.
 */
final class StoreHealthIndicator implements HealthIndicator {
    private final MongoDatabase database;

    StoreHealthIndicator(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        } catch (MongoException e) {
            return Health.down(e).build();
        }
    }
}
