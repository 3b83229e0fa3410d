package relais.outbox;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One aggregate whose records are on their way. */
final class Sending {

    /** How a record leaves. */
    @FunctionalInterface
    interface Way {
        Future<?> send(ProducerRecord<String, byte[]> message);
    }

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

    /** Further records of the same aggregate, which was not given back in between. */
    Sending next(Outbox.Unsent more) {
        return new Sending(more, until);
    }

    Outbox.Unsent unsent() {
        return unsent;
    }

    boolean mayGoOn() {
        return !stopped && System.nanoTime() - until < 0;
    }

    boolean goesOn() {
        return taken < unsent.records().size() && mayGoOn();
    }

    /** Whether Kafka has all of it that was read. */
    boolean isWhole() {
        return taken == unsent.records().size();
    }

    boolean isBegun() {
        return taken > 0;
    }

    void stop() {
        stopped = true;
    }

    void sendNext(Way way) {
        underWay = way.send(unsent.records().get(taken).message());
    }

    /**
     * Waits for Kafka's answer.
     *
     * @return why the record is not there; null if it is, or none was sent
     */
    @Nullable Throwable await(long millis) {
        Future<?> sent = underWay;
        if (sent == null) {
            return null;
        }
        underWay = null;
        try {
            sent.get(millis, TimeUnit.MILLISECONDS);
            taken++;
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

    /**
     * What became of it.
     *
     * @param kafkaIsThere whether more can be sent
     */
    Outbox.Sent sent(boolean kafkaIsThere) {
        return new Outbox.Sent(unsent, taken, kafkaIsThere && mayGoOn());
    }
}
