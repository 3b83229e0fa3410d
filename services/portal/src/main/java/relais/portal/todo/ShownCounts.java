package relais.portal.todo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page shows of what waits for its reader, as {@code ${shownCounts}}: asked for
 * while the page is made, and left out if it has not come when the page is there, but for a moment:
 * nobody waits for a count. The script of the page asks again for what is missing.
 */
public final class ShownCounts {

    private final Supplier<CompletableFuture<Counts>> ask;
    private final long until;
    private @Nullable CompletableFuture<Counts> asked;
    private @Nullable Counts counts;
    private boolean looked;

    private ShownCounts(Supplier<CompletableFuture<Counts>> ask, Duration patience) {
        this.ask = ask;
        this.until = System.nanoTime() + patience.toNanos();
    }

    /** Of a page that is being made now. */
    static ShownCounts begun(Supplier<CompletableFuture<Counts>> ask, Duration patience) {
        var shown = new ShownCounts(ask, patience);
        shown.asked = ask.get();
        return shown;
    }

    /** Of what may become a page: asked for if it does. */
    static ShownCounts ifShown(Supplier<CompletableFuture<Counts>> ask, Duration patience) {
        return new ShownCounts(ask, patience);
    }

    static ShownCounts known(Counts counts) {
        return ifShown(() -> CompletableFuture.completedFuture(counts), Duration.ZERO);
    }

    public boolean isKnown() {
        return counts() != null;
    }

    public Count of(String section) {
        Counts known = counts();
        return known == null ? Count.NOTHING : known.of(section);
    }

    public Count all() {
        Counts known = counts();
        return known == null ? Count.NOTHING : known.all();
    }

    private @Nullable Counts counts() {
        if (!looked) {
            looked = true;
            CompletableFuture<Counts> pending = asked == null ? ask.get() : asked;
            counts = wait(pending, until - System.nanoTime());
        }
        return counts;
    }

    private static @Nullable Counts wait(CompletableFuture<Counts> pending, long nanos) {
        try {
            return pending.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException notInTime) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
