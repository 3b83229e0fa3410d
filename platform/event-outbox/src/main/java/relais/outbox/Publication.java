package relais.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * Sends the whole outbox of some aggregates, each in its order, and removes what Kafka has
 * acknowledged.
 *
 * <p>A record leaves only when the one before it in its aggregate is acknowledged: if Kafka fails
 * in between, no later record can overtake. Different aggregates are sent side by side. Two
 * publications of one aggregate at once, here or in another process, repeat records but never
 * reorder their first appearance, since both start at the oldest unsent.
 */
final class Publication {
    /** Above the producer's own delivery timeout, which is what normally ends the waiting. */
    private static final Duration ACK_LIMIT = Duration.ofSeconds(15);

    private final Producers producers;
    private final OutboxMeters meters;
    private final Clock clock;

    Publication(Producers producers, OutboxMeters meters, Clock clock) {
        this.producers = producers;
        this.meters = meters;
        this.clock = clock;
    }

    /** One aggregate on its way. */
    private static final class Sending {
        private final Outbox.Unsent unsent;
        private @Nullable Future<RecordMetadata> underWay;
        private int taken;
        private boolean stopped;

        Sending(Outbox.Unsent unsent) {
            this.unsent = unsent;
        }

        boolean goesOn() {
            return !stopped && taken < unsent.records().size();
        }
    }

    /** Returns whether Kafka took everything, except what it refused for the record's own sake. */
    boolean publish(Outbox outbox, Collection<String> ids) {
        List<Sending> sendings = new ArrayList<>();
        outbox.unsent(ids).forEach(unsent -> sendings.add(new Sending(unsent)));
        @Nullable Throwable away = null;
        while (away == null && sendings.stream().anyMatch(Sending::goesOn)) {
            away = sendNextOfEach(outbox, sendings);
        }
        if (away != null) {
            outbox.flow().block(away, clock.instant());
        }
        for (Sending sending : sendings) {
            settle(outbox, sending);
        }
        return away == null;
    }

    private @Nullable Throwable sendNextOfEach(Outbox outbox, List<Sending> sendings) {
        Producer<String, byte[]> producer;
        try {
            producer = producers.current();
        } catch (KafkaException | IllegalStateException failure) {
            return failure; // No broker's name resolves, or the relay is closed.
        }
        @Nullable Throwable away = null;
        for (Sending sending : sendings) {
            if (away == null && sending.goesOn()) {
                try {
                    sending.underWay =
                            producer.send(sending.unsent.records().get(sending.taken).message());
                } catch (KafkaException | IllegalStateException failure) {
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

    private static @Nullable Throwable await(Sending sending) {
        Future<RecordMetadata> underWay = sending.underWay;
        if (underWay == null) {
            return null;
        }
        sending.underWay = null;
        try {
            underWay.get(ACK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            sending.taken++;
            return null;
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            return cause == null ? failure : cause;
        } catch (TimeoutException late) {
            return late;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return closing;
        }
    }

    /** Returns the failure if it concerns more than this record. */
    private @Nullable Throwable failed(Outbox outbox, Sending sending, Throwable failure) {
        sending.stopped = true;
        if (failure instanceof InterruptException) {
            Thread.currentThread().interrupt();
        }
        if (!isOfTheRecord(failure)) {
            return failure;
        }
        outbox.flow().setAside(sending.unsent.id(), failure, clock.instant());
        return null;
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

    private void settle(Outbox outbox, Sending sending) {
        if (sending.taken == 0) {
            return;
        }
        outbox.remove(sending.unsent, sending.taken);
        if (sending.taken == sending.unsent.records().size()) {
            outbox.flow().accepted(sending.unsent.id());
            meters.published(outbox, Duration.between(sending.unsent.since(), clock.instant()));
        }
    }
}
