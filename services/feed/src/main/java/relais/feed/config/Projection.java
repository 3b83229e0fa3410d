package relais.feed.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.consumer.EventConsumer;
import relais.feed.adapter.mongo.MongoModel;
import relais.feed.projection.FeedEvent;
import relais.start.ServiceStart;

/**
 * Opens the read model, then reads the log. A store that is away at the start is waited for: the
 * service is up meanwhile, and says that it is not ready.
 */
final class Projection extends ServiceStart {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final MongoModel model;
    private final EventConsumer<FeedEvent> consumer;
    private @Nullable Thread starter;
    private volatile boolean closed;

    Projection(MongoModel model, EventConsumer<FeedEvent> consumer) {
        this.model = model;
        this.consumer = consumer;
    }

    @Override
    protected void open() {
        closed = false;
        starter = Thread.ofVirtual().name("feed-projection").start(this::openModel);
    }

    private void openModel() {
        boolean away = false;
        while (!closed) {
            try {
                model.open();
                startConsumer();
                return;
            } catch (RuntimeException failure) {
                // The next try may do; one line is enough for as long as it lasts.
                if (!away) {
                    LOG.warn("The projection waits for its store", failure);
                }
                away = true;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private synchronized void startConsumer() {
        if (!closed) {
            consumer.start();
        }
    }

    @Override
    protected void close() {
        synchronized (this) {
            closed = true;
        }
        Thread thread = starter;
        if (thread != null) {
            thread.interrupt();
        }
        consumer.stop();
    }
}
