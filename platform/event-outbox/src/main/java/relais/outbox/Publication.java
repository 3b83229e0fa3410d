package relais.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;

/**
 * Sends the whole outbox of some aggregates, each in its order, and removes what Kafka has
 * acknowledged.
 *
 * <p>A record leaves only when the one before it in its aggregate is acknowledged: if Kafka fails
 * in between, no later record can overtake. Different aggregates are sent side by side. An
 * aggregate is taken before anything of it is sent, so that there is one publication of it at a
 * time, here and in all processes; what is written meanwhile by whomever, this one sends too.
 *
 * <p>A sender that died holds what it had taken until its lease is over; then its records may leave
 * twice, in their order.
 */
final class Publication {
    private final Senders kafka;
    private final OutboxMeters meters;
    private final Clock clock;
    private final Duration lease;

    /**
     * @param lease how long a taken aggregate is this process's alone. A record is sent in the
     *     first half of it only, and waited for half of it at most: by default longer than the
     *     producer's own delivery timeout, which is what normally ends the waiting
     */
    Publication(Senders kafka, OutboxMeters meters, Clock clock, Duration lease) {
        this.kafka = kafka;
        this.meters = meters;
        this.clock = clock;
        this.lease = lease;
    }

    /** Until when something is sent that is taken from now on, by {@link System#nanoTime}. */
    long sendsUntil() {
        return System.nanoTime() + lease.toNanos() / 2;
    }

    /**
     * Sends what was just written; what was written as taken without asking for it again.
     *
     * @param unsettled what this sender has sent before and not given back yet, by id; what is
     *     wholly sent now comes to it, and may be given back later with what follows
     */
    void publishHints(
            Outbox outbox, Collection<PublishQueue.Hint> hints, Map<String, Sending> unsettled) {
        boolean blocked = outbox.circuit().isOpen();
        boolean elsewhere = false;
        List<Sending> sendings = new ArrayList<>();
        for (PublishQueue.Hint hint : hints) {
            Claim claim = hint.claim();
            if (claim == null) {
                elsewhere |= !blocked && !goOn(outbox, hint.id(), unsettled, sendings);
            } else if (blocked || System.nanoTime() - claim.until() >= 0) {
                outbox.giveBack(hint.id(), claim);
            } else {
                sendings.add(
                        new Sending(
                                new Outbox.Unsent(
                                        hint.id(),
                                        claim.version(),
                                        claim.since(),
                                        claim.since(),
                                        claim.records()),
                                claim.until()));
            }
        }
        boolean kafkaIsThere = sendAll(outbox, sendings);
        List<Sending> now = new ArrayList<>();
        for (Sending sending : sendings) {
            accepted(outbox, sending);
            if (sending.isWhole()) {
                unsettled.put(sending.unsent().id(), sending);
            } else {
                now.add(sending);
            }
        }
        if (elsewhere || !kafkaIsThere) {
            now.addAll(unsettled.values());
            unsettled.clear();
        }
        settleAndSendOn(outbox, now, kafkaIsThere);
    }

    /**
     * Gives back what was sent before, and sends what has come to it meanwhile.
     *
     * @param unsettled by id; empty afterwards, also if that fails
     */
    void settle(Outbox outbox, Map<String, Sending> unsettled) {
        List<Sending> sent = List.copyOf(unsettled.values());
        unsettled.clear();
        settleAndSendOn(outbox, sent, !outbox.circuit().isOpen());
    }

    /**
     * Goes on with an aggregate that has changed.
     *
     * @return whether it is this sender's now; false if somebody has it, who may be the same one
     */
    private boolean goOn(
            Outbox outbox, String id, Map<String, Sending> unsettled, List<Sending> sendings) {
        Sending before = unsettled.get(id);
        if (before == null || !before.mayGoOn()) {
            return take(outbox, id, sendings);
        }
        unsettled.remove(id);
        Optional<Outbox.Unsent> more = outbox.goOn(before.sent(true));
        more.ifPresent(unsent -> sendings.add(before.next(unsent)));
        return more.isPresent() || take(outbox, id, sendings);
    }

    /**
     * Sends what nobody else is sending.
     *
     * @return whether Kafka took everything, except what it refused for the record's own sake
     */
    boolean publish(Outbox outbox, Collection<String> ids) {
        List<Sending> sendings = new ArrayList<>();
        for (String id : ids) {
            take(outbox, id, sendings);
        }
        boolean kafkaIsThere = sendAll(outbox, sendings);
        sendings.forEach(sending -> accepted(outbox, sending));
        return settleAndSendOn(outbox, sendings, kafkaIsThere);
    }

    private boolean take(Outbox outbox, String id, List<Sending> sendings) {
        // Counted from before it is taken, so that the lease is never thought to be longer.
        long until = sendsUntil();
        Optional<Outbox.Unsent> taken = outbox.take(id, clock.instant(), lease);
        taken.ifPresent(unsent -> sendings.add(new Sending(unsent, until)));
        return taken.isPresent();
    }

    /** Whether Kafka is there. */
    private boolean sendAll(Outbox outbox, List<Sending> sendings) {
        @Nullable Throwable away = null;
        while (away == null && sendings.stream().anyMatch(Sending::goesOn)) {
            away = sendNextOfEach(outbox, sendings);
        }
        if (away != null) {
            outbox.circuit().open(away, clock.instant());
        }
        return away == null;
    }

    private @Nullable Throwable sendNextOfEach(Outbox outbox, List<Sending> sendings) {
        @Nullable Throwable away = null;
        for (Sending sending : sendings) {
            if (away == null && sending.goesOn()) {
                try {
                    sending.sendNext(kafka::send);
                } catch (RuntimeException failure) {
                    away = failed(outbox, sending, failure);
                }
            }
        }
        for (Sending sending : sendings) {
            Throwable failure = sending.await(lease.toMillis() / 2);
            if (failure != null) {
                Throwable cause = failed(outbox, sending, failure);
                away = away == null ? cause : away;
            }
        }
        return away;
    }

    /** Returns the failure if it concerns more than this record. */
    private @Nullable Throwable failed(Outbox outbox, Sending sending, Throwable thrown) {
        sending.stop();
        Throwable failure = ofKafka(thrown);
        if (failure instanceof InterruptException) {
            Thread.currentThread().interrupt();
        }
        if (!isOfTheRecord(failure)) {
            return failure;
        }
        outbox.circuit().setAside(sending.unsent().id(), failure, clock.instant());
        return null;
    }

    /** What Kafka's own client says, without what Spring and the future have put around it. */
    private static Throwable ofKafka(Throwable thrown) {
        @Nullable Throwable cause = thrown.getCause();
        boolean wraps = thrown instanceof ExecutionException || thrown instanceof KafkaException;
        return wraps && cause != null ? ofKafka(cause) : thrown;
    }

    private static boolean isOfTheRecord(Throwable failure) {
        return switch (failure) {
            case RecordTooLargeException _,
                    RecordBatchTooLargeException _,
                    SerializationException _ ->
                    true;
            case InvalidTopicException _, TopicAuthorizationException _ -> true;
            default -> false;
        };
    }

    private boolean settleAndSendOn(Outbox outbox, List<Sending> sendings, boolean kafkaIsThere) {
        boolean there = kafkaIsThere;
        List<Sending> inHand = sendings;
        while (!inHand.isEmpty()) {
            inHand = settle(outbox, inHand, there);
            there = sendAll(outbox, inHand) && there;
            inHand.forEach(sending -> accepted(outbox, sending));
        }
        return there;
    }

    /** Gives each back but those of which there is more to send, which are returned. */
    private static List<Sending> settle(
            Outbox outbox, List<Sending> sendings, boolean kafkaIsThere) {
        Map<String, Outbox.Unsent> left =
                outbox.settle(
                        sendings.stream().map(sending -> sending.sent(kafkaIsThere)).toList());
        List<Sending> more = new ArrayList<>();
        for (Sending sending : sendings) {
            Outbox.Unsent unsent = left.get(sending.unsent().id());
            if (unsent != null) {
                more.add(sending.next(unsent));
            }
        }
        return more;
    }

    private void accepted(Outbox outbox, Sending sending) {
        if (!sending.isBegun() || !sending.isWhole()) {
            return;
        }
        Outbox.Unsent read = sending.unsent();
        outbox.circuit().accepted(read.id());
        meters.published(outbox, Duration.between(read.since(), clock.instant()));
    }
}
