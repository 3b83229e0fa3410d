package relais.contributions.config;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import relais.contributions.adapter.mongo.message.MongoPostingRate;

/**
 * Makes the index that lets old counts expire, once the service starts. Counts are right without
 * it, so that a failure does not keep the service from starting; the next start tries again.
 */
@Component
final class RecentPostsExpiry implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecentPostsExpiry.class);

    private final MongoPostingRate rate;
    private volatile boolean running;

    RecentPostsExpiry(MongoPostingRate rate) {
        this.rate = rate;
    }

    @Override
    public void start() {
        try {
            rate.ensureIndexes();
        } catch (MongoException e) {
            log.warn("Counts of posts will not expire before the next start: {}", e.toString());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After what waits for the database, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }
}
