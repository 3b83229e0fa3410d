package relais.web;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the index that lets old reservations expire, once the service starts. Reservations are
 * right without it, so a database that is not there yet does not keep the service from starting;
 * the next start tries again.
 */
final class IdempotencyIndexes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyIndexes.class);

    private final IdempotencyKeys keys;
    private volatile boolean running;

    IdempotencyIndexes(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public void start() {
        try {
            keys.createIndexes();
        } catch (MongoException e) {
            log.warn("Idempotency keys will not expire before the next start: {}", e.toString());
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
}
