package relais.aggregates.mongo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;

/**
 * Partners as the replica had them a moment ago, so that those who post much are not looked up at
 * every post. What this process learns of a partner is found at once; what another one learns,
 * which is late already by its way through the log, {@link #KEPT} later at most. A partner that is
 * not known is asked for every time.
 */
final class RecentPartners {

    static final Duration KEPT = Duration.ofSeconds(1);

    private static final int MOST = 1_000;

    private final Function<PartnerId, Optional<Partner>> replica;
    private final LongSupplier nanoTime;
    private final Map<PartnerId, Found> found =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<PartnerId, Found> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * @param nanoTime from a fixed point, as {@link System#nanoTime()}
     */
    RecentPartners(Function<PartnerId, Optional<Partner>> replica, LongSupplier nanoTime) {
        this.replica = replica;
        this.nanoTime = nanoTime;
    }

    private record Found(Partner partner, long at) {}

    Optional<Partner> find(PartnerId id) {
        // Before the question: what is answered may be as old as that.
        long now = nanoTime.getAsLong();
        Found recent = recall(id);
        if (recent != null && now - recent.at() < KEPT.toNanos()) {
            return Optional.of(recent.partner());
        }
        Optional<Partner> partner = replica.apply(id);
        partner.ifPresent(known -> remember(id, new Found(known, now)));
        return partner;
    }

    void forget(PartnerId id) {
        synchronized (found) {
            found.remove(id);
        }
    }

    private @Nullable Found recall(PartnerId id) {
        synchronized (found) {
            return found.get(id);
        }
    }

    private void remember(PartnerId id, Found now) {
        synchronized (found) {
            found.put(id, now);
        }
    }
}
