package relais.notices.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
import relais.start.RepeatedWork;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/** Indexes are there before the first request; then the log is read, and what is due is done. */
@Component
final class NoticesStart extends ServiceStart {

    private final StartSteps steps;
    private final Stores stores;
    private final EventConsumer<?> waiting;
    private final PublicStreamReader stream;
    private final DueNotices due;
    private final DigestRun digests;
    private final WebhookRun webhooks;
    private final Duration lookEvery;
    private @Nullable RepeatedWork looks;
    private @Nullable RepeatedWork sends;

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
        steps.createIndexes(stores::ensureIndexes);
        waiting.start();
        stream.start();
        looks = RepeatedWork.start("notices-due", Duration.ZERO, lookEvery, this::look);
        // By itself: an address that answers slowly holds up no digest.
        sends = RepeatedWork.start("webhooks-due", Duration.ZERO, lookEvery, webhooks::run);
    }

    private void look() {
        due.tell();
        digests.run();
    }

    @Override
    protected void close() {
        end(looks);
        end(sends);
        stream.stop();
        waiting.stop();
    }

    private static void end(@Nullable RepeatedWork work) {
        if (work != null) {
            work.close();
        }
    }
}
