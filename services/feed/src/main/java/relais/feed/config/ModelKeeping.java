package relais.feed.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.feed.adapter.kafka.KafkaGroups;
import relais.feed.rebuild.ModelKeeper;
import relais.start.ServiceStart;

/**
 * Looks after the models for as long as the service runs. A store that is away at the start is
 * waited for: the service is up meanwhile, and says that it is not ready.
 */
final class ModelKeeping extends ServiceStart {

    private static final Logger LOG = LoggerFactory.getLogger(ModelKeeping.class);

    private final ModelKeeper keeper;
    private final ModelReaders readers;
    private final KafkaGroups groups;
    private final Duration lookEvery;
    private @Nullable Thread looks;
    private volatile boolean closed;

    ModelKeeping(ModelKeeper keeper, ModelReaders readers, KafkaGroups groups, Duration lookEvery) {
        this.keeper = keeper;
        this.readers = readers;
        this.groups = groups;
        this.lookEvery = lookEvery;
    }

    @Override
    protected void open() {
        closed = false;
        keeper.open();
        looks = Thread.ofVirtual().name("feed-models").start(this::look);
    }

    private void look() {
        boolean away = false;
        while (!closed) {
            try {
                keeper.look();
                away = false;
            } catch (RuntimeException failure) {
                // The next look may do; one line is enough for as long as it lasts.
                if (!away && !closed) {
                    LOG.warn("The models cannot be looked after", failure);
                }
                away = true;
            }
            try {
                Thread.sleep(lookEvery);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    @Override
    protected void close() {
        closed = true;
        Thread thread = looks;
        if (thread != null) {
            thread.interrupt();
            join(thread);
        }
        keeper.close();
        readers.close();
        groups.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
