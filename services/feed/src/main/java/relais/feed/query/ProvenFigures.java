package relais.feed.query;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes figures that name the place of the log that they belong to: if the model stood still from
 * before it was counted until after, the figure is exactly of that place. If it moved, it is
 * counted again; under a log that never rests, the figure says between which places it lies.
 */
public final class ProvenFigures {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Supplier<Standing> standing;
    private final Duration patience;

    /**
     * @param standing of the model that is counted, fresh from its store
     * @param patience how long to wait for the model to stand still, and count again
     */
    public ProvenFigures(Supplier<Standing> standing, Duration patience) {
        this.standing = standing;
        this.patience = patience;
    }

    /** Counts, perhaps several times. */
    public <T> Proven<T> prove(Supplier<T> figure) {
        long end = System.nanoTime() + patience.toNanos();
        Proven<T> last = null;
        do {
            Standing before = standing.get();
            if (before.isSettled()) {
                last = count(before, figure);
                if (last.mayReach() == null) {
                    return last;
                }
            }
        } while (System.nanoTime() < end && pause());
        return last == null ? count(standing.get(), figure) : last;
    }

    private <T> Proven<T> count(Standing before, Supplier<T> figure) {
        T value = figure.get();
        Standing after = standing.get();
        boolean stoodStill =
                before.isSettled() && after.isSettled() && before.proof().equals(after.proof());
        return new Proven<>(
                value,
                before.proof(),
                stoodStill ? null : after.reach(),
                Math.max(before.waiting(), after.waiting()));
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
