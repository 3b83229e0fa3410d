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
import relais.notices.webhook.MongoWebhooks;
import relais.notices.webhook.WebhookRun;
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
    private final WebhookRun webhooks;
    private final Duration lookEvery;
    private @Nullable Thread looks;
    private @Nullable Thread sends;
    private volatile boolean closed;

    /** The collections with indexes. */
    @Component
    record Stores(
            MongoFollowers followers,
            MongoFollows follows,
            MongoNotices notices,
            MongoDeadlines deadlines,
            MongoDigests digests,
            DemonstrationMailbox mailbox,
            MongoWebhooks webhooks) {

        void ensureIndexes() {
            followers.ensureIndexes();
            follows.ensureIndexes();
            notices.ensureIndexes();
            deadlines.ensureIndexes();
            digests.ensureIndexes();
            mailbox.ensureIndexes();
            webhooks.ensureIndexes();
        }
    }

    NoticesStart(
            StartSteps steps,
            Stores stores,
            EventConsumer<?> waiting,
            PublicStreamReader stream,
            DueNotices due,
            DigestRun digests,
            WebhookRun webhooks,
            NoticesProperties properties) {
        this.steps = steps;
        this.stores = stores;
        this.waiting = waiting;
        this.stream = stream;
        this.due = due;
        this.digests = digests;
        this.webhooks = webhooks;
        this.lookEvery = properties.lookEvery();
    }

    @Override
    protected void open() {
        closed = false;
        steps.createIndexes(stores::ensureIndexes);
        waiting.start();
        stream.start();
        looks = Thread.ofVirtual().name("notices-due").start(() -> repeat(this::look));
        // By itself: an address that answers slowly holds up no digest.
        sends = Thread.ofVirtual().name("webhooks-due").start(() -> repeat(webhooks::run));
    }

    private void look() {
        due.tell();
        digests.run();
    }

    private void repeat(Runnable work) {
        boolean away = false;
        while (!closed) {
            try {
                work.run();
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
        end(looks);
        end(sends);
        stream.stop();
        waiting.stop();
    }

    private static void end(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(CLOSING);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
