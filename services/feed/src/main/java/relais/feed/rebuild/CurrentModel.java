package relais.feed.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import relais.feed.query.NoModel;

/**
 * Which model serves, as one process knows it, and how all of them change over at once.
 *
 * <p>A pointer that was read is believed for {@link #BELIEVED} at most, and not at all while a
 * switch is going on: then every reader looks. Whoever begins a switch and waits for that long
 * therefore knows that no process serves, and none writes to, the model that is being replaced
 * without knowing of the switch; and that the one write that completes it is seen by all of them.
 */
public final class CurrentModel {

    /** How long a pointer that was read is good. */
    static final Duration BELIEVED = Duration.ofMillis(500);

    /** After that a switch is taken for dead: whoever began it gives up before. */
    static final Duration LONGEST_SWITCH = Duration.ofSeconds(20);

    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Models models;
    private final LongSupplier nanos;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable View view;
    private volatile @Nullable Seen switching;

    public CurrentModel(Models models, LongSupplier nanos) {
        this.models = models;
        this.nanos = nanos;
    }

    private record View(Optional<Pointer> pointer, long readAt) {}

    private record Seen(String token, long since) {}

    /** Looks now; empty if no model serves. */
    public Optional<Pointer> look() {
        long readAt = nanos.getAsLong();
        Optional<Pointer> pointer = models.pointer();
        remember(new View(pointer, readAt));
        if (pointer.isPresent()) {
            settled.countDown();
        }
        return pointer;
    }

    /** The start has found that there is no model yet: readers need not wait for its first look. */
    void settle() {
        settled.countDown();
    }

    /**
     * The number of the model to read from.
     *
     * @throws NoModel if there is none
     */
    public int serving() {
        Optional<Pointer> pointer = current();
        if (pointer.isEmpty() && settled.getCount() > 0) {
            pointer = afterTheFirstLook();
        }
        return pointer.map(Pointer::serving).orElseThrow(NoModel::new);
    }

    /** Whether this model serves, as far as is known here. Costs nothing. */
    public boolean serves(int number) {
        View known = view;
        return known != null
                && known.pointer().filter(pointer -> pointer.serving() == number).isPresent();
    }

    /**
     * Returns when this model may be written to: at once, unless it is being replaced. To be asked
     * before anything is written that readers could see.
     */
    public void awaitTurn(int number) {
        while (current()
                .filter(pointer -> pointer.serving() == number && isSwitching(pointer))
                .isPresent()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while a model was switched", stopping);
            }
        }
    }

    private Optional<Pointer> current() {
        View known = view;
        if (known != null && isGood(known)) {
            return known.pointer();
        }
        // Who comes meanwhile waits for the same look.
        looking.lock();
        try {
            View meanwhile = view;
            return meanwhile != null && isGood(meanwhile) ? meanwhile.pointer() : look();
        } finally {
            looking.unlock();
        }
    }

    private boolean isGood(View known) {
        return nanos.getAsLong() - known.readAt() <= BELIEVED.toNanos()
                && known.pointer().filter(this::isSwitching).isEmpty();
    }

    /** Not one whose author died in it: that ends by itself, by this process's own clock. */
    private boolean isSwitching(Pointer pointer) {
        Pointer.Switching now = pointer.switching();
        if (now == null) {
            return false;
        }
        Seen seen = switching;
        if (seen == null || !seen.token().equals(now.token())) {
            seen = new Seen(now.token(), nanos.getAsLong());
            switching = seen;
        }
        return nanos.getAsLong() - seen.since() < LONGEST_SWITCH.toNanos();
    }

    /** A look that began earlier never takes the place of one that began later. */
    private synchronized void remember(View next) {
        View known = view;
        if (known == null || next.readAt() >= known.readAt()) {
            view = next;
        }
    }

    private Optional<Pointer> afterTheFirstLook() {
        try {
            if (!settled.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                settled.countDown();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return look();
    }
}
