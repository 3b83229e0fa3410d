package relais.notices.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.consumer.EventConsumer;
import relais.notices.address.AddressConfirmation;
import relais.notices.address.MongoAddressChecks;
import relais.notices.address.MongoMailCounts;
import relais.notices.digest.DigestRun;
import relais.notices.digest.MongoDigests;
import relais.notices.follow.MongoFollows;
import relais.notices.follower.MongoFollowers;
import relais.notices.mail.DemonstrationMailbox;
import relais.notices.notice.MongoNotices;
import relais.notices.notice.NoticeStreams;
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

    private static final Duration STREAMS_EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StartSteps steps;
    private final Stores stores;
    private final EventConsumer<?> waiting;
    private final PublicStreamReader stream;
    private final DueNotices due;
    private final AddressConfirmation confirmation;
    private final DigestRun digests;
    private final WebhookRun webhooks;
    private final NoticeStreams streams;
    private final Duration lookEvery;
    private @Nullable RepeatedWork looks;
    private @Nullable RepeatedWork sends;
    private @Nullable RepeatedWork bells;

    /** The collections with indexes. */
    @Component
    record Stores(
            MongoFollowers followers,
            MongoAddressChecks addresses,
            MongoMailCounts mailCounts,
            MongoFollows follows,
            MongoNotices notices,
            MongoDeadlines deadlines,
            MongoDigests digests,
            DemonstrationMailbox mailbox,
            MongoWebhooks webhooks) {

        void ensureIndexes() {
            followers.ensureIndexes();
            addresses.ensureIndexes();
            mailCounts.ensureIndexes();
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
            AddressConfirmation confirmation,
            DigestRun digests,
            WebhookRun webhooks,
            NoticeStreams streams,
            NoticesProperties properties) {
        this.steps = steps;
        this.stores = stores;
        this.waiting = waiting;
        this.stream = stream;
        this.due = due;
        this.confirmation = confirmation;
        this.digests = digests;
        this.webhooks = webhooks;
        this.streams = streams;
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
        bells = RepeatedWork.start("notice-streams", Duration.ZERO, STREAMS_EVERY, streams::look);
    }

    private void look() {
        due.tell();
        confirmation.run();
        digests.run();
    }

    @Override
    protected void close() {
        // What is being handed over is finished: nobody could tell whether it arrived.
        digests.end();
        webhooks.end();
        end(looks);
        end(sends);
        end(bells);
        streams.close();
        stream.stop();
        waiting.stop();
    }

    private static void end(@Nullable RepeatedWork work) {
        if (work != null) {
            work.closeAfterRound(PATIENCE);
        }
    }
}
