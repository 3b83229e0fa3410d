package relais.notices.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import relais.consumer.EventConsumer;
import relais.notices.digest.DigestRun;
import relais.notices.digest.MongoDigests;
import relais.notices.follow.MongoFollows;
import relais.notices.follower.MongoFollowers;
import relais.notices.mail.DemonstrationMailbox;
import relais.notices.notice.MongoNotices;
import relais.notices.notice.PublicStreamReader;
import relais.notices.waiting.DueNotices;
import relais.notices.waiting.MongoDeadlines;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/** Indexes are there before the first request; then the log is read, and what is due is done. */
@Component
final class NoticesStart extends ServiceStart {

    private static final Logger log = LoggerFactory.getLogger(NoticesStart.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final StartSteps steps;
    private final Stores stores;
    private final EventConsumer<?> waiting;
    private final PublicStreamReader stream;
    private final DueNotices due;
    private final DigestRun digests;
    private final Duration lookEvery;
    private @Nullable Thread looks;
    private volatile boolean closed;

    /** The collections with indexes. */
    @Component
    record Stores(
            MongoFollowers followers,
            MongoFollows follows,
            MongoNotices notices,
            MongoDeadlines deadlines,
            MongoDigests digests,
            DemonstrationMailbox mailbox) {

        void ensureIndexes() {
            followers.ensureIndexes();
            follows.ensureIndexes();
            notices.ensureIndexes();
            deadlines.ensureIndexes();
            digests.ensureIndexes();
            mailbox.ensureIndexes();
        }
    }

    NoticesStart(
            StartSteps steps,
            Stores stores,
            EventConsumer<?> waiting,
            PublicStreamReader stream,
            DueNotices due,
            DigestRun digests,
            NoticesProperties properties) {
        this.steps = steps;
        this.stores = stores;
        this.waiting = waiting;
        this.stream = stream;
        this.due = due;
        this.digests = digests;
        this.lookEvery = properties.lookEvery();
    }

    @Override
    protected void open() {
        closed = false;
        steps.createIndexes(stores::ensureIndexes);
        waiting.start();
        stream.start();
        looks = Thread.ofVirtual().name("notices-due").start(this::look);
    }

    private void look() {
        boolean away = false;
        while (!closed) {
            try {
                due.tell();
                digests.run();
                away = false;
            } catch (RuntimeException failure) {
                // The next look may do; one line is enough for as long as it lasts.
                if (!away && !closed) {
                    log.warn("What is due cannot be done now", failure);
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
            try {
                thread.join(CLOSING);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        stream.stop();
        waiting.stop();
    }
}
