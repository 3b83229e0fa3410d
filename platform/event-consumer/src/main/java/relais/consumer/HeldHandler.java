package relais.consumer;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A handler that can be held: while it is, every batch fails in passing, so that its readers pause,
 * stay in their group and keep the batch in hand.
 */
final class HeldHandler<E> implements EventHandler<E> {

    private static final class Held extends TransientFailure {
        Held() {
            super("held while the store is restored from the log", null);
        }
    }

    private final EventHandler<E> handler;
    private volatile boolean held;

    HeldHandler(EventHandler<E> handler) {
        this.handler = handler;
    }

    void hold(boolean now) {
        held = now;
    }

    @Override
    public boolean wants(Map<String, String> headers) {
        return handler.wants(headers);
    }

    @Override
    public E decode(IncomingEvent event) {
        return handler.decode(event);
    }

    @Override
    public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
        if (held) {
            throw new Held();
        }
        return handler.versionsOf(aggregateIds);
    }

    @Override
    public void handle(List<HandledEvent<E>> batch) {
        if (held) {
            throw new Held();
        }
        handler.handle(batch);
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return failure instanceof Held || handler.isTransient(failure);
    }
}
