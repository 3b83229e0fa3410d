package relais.feed.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes figures that name the place of the log that they belong to: if the model stood still from
 * before it was counted until after, the figure is exactly of that place. If it moved, it is
 * counted again; under a log that never rests, the figure says between which places it lies.
 *
 * <p>A figure of a place never changes, so it is remembered: anybody who asks the same while the
 * model stands there gets it without a count, and nothing ever has to be taken back.
 */
public final class ProvenFigures {

    private static final Duration PAUSE = Duration.ofMillis(10);

    /** The counts of one question take up to 30 kB. */
    private static final int REMEMBERED = 200;

    private final IntSupplier model;
    private final Supplier<Standing> standing;
    private final Duration patience;
    private final Cache<Place, Proven<?>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Models hold the same at the same place, unless one was put to use by force. */
    private record Place(int model, Standing standing, Object question) {}

    /**
     * @param model the number of the one that is counted
     * @param standing of that model, fresh from its store
     * @param patience how long to wait for the model to stand still, and count again
     */
    public ProvenFigures(IntSupplier model, Supplier<Standing> standing, Duration patience) {
        this.model = model;
        this.standing = standing;
        this.patience = patience;
    }

    /**
     * Counts, perhaps several times, or remembers.
     *
     * @param question all that the figure depends on, other than the model; a value
     * @param figure immutable
     */
    public <T> Proven<T> prove(Object question, Supplier<T> figure) {
        long end = System.nanoTime() + patience.toNanos();
        Proven<T> last = null;
        do {
            int counted = model.getAsInt();
            Standing before = standing.get();
            if (before.isSettled()) {
                var place = new Place(counted, before, question);
                Proven<T> known = recall(place);
                if (known != null) {
                    return known;
                }
                last = count(before, figure);
                if (last.mayReach() == null && model.getAsInt() == counted) {
                    remembered.put(place, last);
                    return last;
                }
            }
        } while (System.nanoTime() < end && pause());
        return last == null ? count(standing.get(), figure) : last;
    }

    /** What was put there for this question is of its type. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable Proven<T> recall(Place place) {
        return (Proven<T>) remembered.getIfPresent(place);
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
