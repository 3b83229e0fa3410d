package relais.notices.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, address by address and in order: an address that does not take a message gets
 * no other before it has. Each message is sent at least once, under the same id.
 */
@Component
public final class WebhookRun {

    private static final Logger log = LoggerFactory.getLogger(WebhookRun.class);

    /** The pauses that Standard Webhooks recommend; the last one again until the day is over. */
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10));

    /** Messages to one address in a turn; the others' turns come in between. */
    private static final int IN_A_TURN = 20;

    /** Addresses served at once. */
    private static final int AT_ONCE = 8;

    private static final int ROUNDS = 10;

    /** Dead addresses are counted up to it. */
    private static final int MOST_DEAD = 10_000;

    /** Longer than a turn may take. */
    private static final Duration TURN = Duration.ofMinutes(10);

    /** How soon to look again at an address for which nothing waits. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final MongoWebhooks webhooks;
    private final MongoWebhookMessages messages;
    private final WebhookSender sender;
    private final WebhookReplay replay;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile boolean ending;

    WebhookRun(
            MongoWebhooks webhooks,
            MongoWebhookMessages messages,
            WebhookSender sender,
            WebhookReplay replay,
            MeterRegistry meters,
            Clock clock) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.sender = sender;
        this.replay = replay;
        this.meters = meters;
        this.clock = clock;
        // A rate is known from the first of its kind on only if its counter was there before.
        counter(true);
        counter(false);
        Gauge.builder("relais.notices.webhooks.dead", () -> webhooks.countDead(MOST_DEAD))
                .description("Addresses that took nothing for a day, to which nothing is sent")
                .register(meters);
    }

    /** Sends the message that is in hand, and begins no other. */
    public void end() {
        ending = true;
    }

    /** Sends what is due now; any number of processes may do so at once. */
    public void run() {
        for (int round = 0; round < ROUNDS && !ending; round++) {
            List<Webhook> taken = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Instant now = clock.instant();
                Optional<Webhook> next = webhooks.take(now, now.plus(TURN));
                if (next.isEmpty()) {
                    break;
                }
                taken.add(next.get());
            }
            if (taken.isEmpty()) {
                return;
            }
            serve(taken);
        }
    }

    private void serve(List<Webhook> taken) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> turns = new ArrayList<>();
            taken.forEach(webhook -> turns.add(threads.submit(() -> turn(webhook))));
        }
    }

    private void turn(Webhook webhook) {
        try {
            if (webhook.replayFrom() != null) {
                replay.read(webhook, webhook.replayFrom());
            }
            for (WebhookMessage message : messages.pending(webhook.id(), IN_A_TURN)) {
                if (ending) {
                    // Another process goes on at once.
                    break;
                }
                if (!send(webhook, message)) {
                    return;
                }
            }
            boolean more = messages.countPending(webhook.id(), 1) > 0;
            Instant now = clock.instant();
            webhooks.rest(webhook, more ? now : now.plus(REST));
        } catch (RuntimeException failure) {
            // Whoever looks after the end of the turn tries again.
            log.warn("A turn of a webhook broke off: {}", failure.toString());
        }
    }

    /** Whether the next message may be sent. */
    private boolean send(Webhook webhook, WebhookMessage message) {
        Instant now = clock.instant();
        WebhookSender.Sent sent = sender.send(webhook, message, now);
        messages.tried(message, sent.status(), sent.problem().isEmpty(), now);
        counter(sent.problem().isEmpty()).increment();
        if (sent.problem().isEmpty()) {
            webhooks.taken(webhook, now);
            return true;
        }
        Duration pause = PAUSES.get(Math.min(webhook.failures(), PAUSES.size() - 1));
        webhooks.failed(webhook, sent.problem().get(), now, now.plus(pause));
        log.info(
                "Webhook {} did not take a message, try {}: {}",
                webhook.id(),
                message.tries() + 1,
                sent.problem().get());
        return false;
    }

    private Counter counter(boolean taken) {
        return meters.counter("relais.notices.webhooks", "outcome", taken ? "taken" : "failed");
    }
}
