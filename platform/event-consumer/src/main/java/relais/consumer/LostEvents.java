package relais.consumer;

import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Takes in again what a reader's group had committed before its store was lost. Events that cannot
 * be taken in are parked as they would have been, those known are passed over, so that it may be
 * done as often as one likes. For the store of a reader that runs, and is held meanwhile: one that
 * has none yet is filled by an {@link EventReplay}.
 */
public final class LostEvents<E> {

    private final ConsumerSettings settings;
    private final EventConsumer<E> live;
    private final Delivery<E> delivery;
    private final Lock alone;

    LostEvents(ConsumerSettings settings, EventConsumer<E> live, Delivery<E> delivery, Lock alone) {
        this.settings = settings;
        this.live = live;
        this.delivery = delivery;
        this.alone = alone;
    }

    /** The group whose commits say how far it had come. */
    public String group() {
        return settings.group();
    }

    public List<String> topics() {
        return settings.topics();
    }

    /** From now on the reader takes in nothing by itself; a batch under way may still end. */
    public void hold() {
        live.pause();
    }

    /** The reader goes on where it was. */
    public void letGo() {
        live.resume();
    }

    /**
     * Takes in a batch, per partition in the log's order.
     *
     * @throws RuntimeException if it cannot go on, such as when the store is away: the same batch
     *     may come again
     */
    public void takeIn(List<IncomingEvent> batch) {
        alone.lock();
        try {
            delivery.deliver(batch);
        } finally {
            alone.unlock();
        }
    }

    /** Tries what was parked only because what came before it was lost. */
    public void releaseParked() {
        alone.lock();
        try {
            delivery.releaseWaiting(_ -> true);
        } finally {
            alone.unlock();
        }
    }
}
