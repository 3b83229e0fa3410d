package relais.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** One aggregate on its way. */
    private static final class Sending {
        private final Outbox.Unsent unsent;
        private final long until;
        private @Nullable Future<?> underWay;
        private int taken;
        private boolean stopped;

        /**
         * @param until nothing more is sent after it, by {@link System#nanoTime}
         */
        Sending(Outbox.Unsent unsent, long until) {
            this.unsent = unsent;
            this.until = until;
        }

        boolean mayGoOn() {
            return !stopped && System.nanoTime() - until < 0;
        }

        boolean goesOn() {
            return taken < unsent.records().size() && mayGoOn();
        }
    }

    /** Until when something is sent that is taken from now on, by {@link System#nanoTime}. */
    long sendsUntil() {
        return System.nanoTime() + lease.toNanos() / 2;
    }

    /** Sends what was just written; what was written as taken without asking for it again. */
    void publishHints(Outbox outbox, Collection<PublishQueue.Hint> hints) {
        boolean blocked = outbox.circuit().isOpen();
        List<Sending> sendings = new ArrayList<>();
        for (PublishQueue.Hint hint : hints) {
            Claim claim = hint.claim();
            if (claim == null) {
                if (!blocked) {
                    take(outbox, hint.id(), sendings);
                }
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
        send(outbox, sendings);
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
        return send(outbox, sendings);
    }

    private void take(Outbox outbox, String id, List<Sending> sendings) {
        // Counted from before it is taken, so that the lease is never thought to be longer.
        long until = sendsUntil();
        outbox.take(id, clock.instant(), lease)
                .ifPresent(unsent -> sendings.add(new Sending(unsent, until)));
    }

    private boolean send(Outbox outbox, List<Sending> sendings) {
        @Nullable Throwable away = null;
        List<Sending> inHand = sendings;
        while (!inHand.isEmpty()) {
            while (away == null && inHand.stream().anyMatch(Sending::goesOn)) {
                away = sendNextOfEach(outbox, inHand);
            }
            if (away != null) {
                outbox.circuit().open(away, clock.instant());
            }
            inHand = settle(outbox, inHand, away == null);
        }
        return away == null;
    }

    private @Nullable Throwable sendNextOfEach(Outbox outbox, List<Sending> sendings) {
        @Nullable Throwable away = null;
        for (Sending sending : sendings) {
            if (away == null && sending.goesOn()) {
                try {
                    sending.underWay =
                            kafka.send(sending.unsent.records().get(sending.taken).message());
                } catch (RuntimeException failure) {
                    away = failed(outbox, sending, failure);
                }
            }
        }
        for (Sending sending : sendings) {
            Throwable failure = await(sending);
            if (failure != null) {
                Throwable cause = failed(outbox, sending, failure);
                away = away == null ? cause : away;
            }
        }
        return away;
    }

    private @Nullable Throwable await(Sending sending) {
        Future<?> underWay = sending.underWay;
        if (underWay == null) {
            return null;
        }
        sending.underWay = null;
        try {
            underWay.get(lease.toMillis() / 2, TimeUnit.MILLISECONDS);
            sending.taken++;
            return null;
        } catch (ExecutionException failure) {
            return failure;
        } catch (TimeoutException late) {
            return late;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return closing;
        }
    }

    /** Returns the failure if it concerns more than this record. */
    private @Nullable Throwable failed(Outbox outbox, Sending sending, Throwable thrown) {
        sending.stopped = true;
        Throwable failure = ofKafka(thrown);
        if (failure instanceof InterruptException) {
            Thread.currentThread().interrupt();
        }
        if (!isOfTheRecord(failure)) {
            return failure;
        }
        outbox.circuit().setAside(sending.unsent.id(), failure, clock.instant());
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

    /** Gives each back but those of which there is more to send, which are returned. */
    private List<Sending> settle(Outbox outbox, List<Sending> sendings, boolean kafkaIsThere) {
        if (sendings.isEmpty()) {
            return List.of();
        }
        List<Outbox.Sent> sent = new ArrayList<>();
        for (Sending sending : sendings) {
            sent.add(
                    new Outbox.Sent(
                            sending.unsent, sending.taken, kafkaIsThere && sending.mayGoOn()));
        }
        Set<String> kept = outbox.settle(sent);
        List<Sending> more = new ArrayList<>();
        for (Sending sending : sendings) {
            Outbox.Unsent read = sending.unsent;
            if (sending.taken > 0 && sending.taken == read.records().size()) {
                outbox.circuit().accepted(read.id());
                meters.published(outbox, Duration.between(read.since(), clock.instant()));
            }
            if (kept.contains(read.id())) {
                outbox.unsent(read)
                        .ifPresent(unsent -> more.add(new Sending(unsent, sending.until)));
            }
        }
        return more;
    }
}
