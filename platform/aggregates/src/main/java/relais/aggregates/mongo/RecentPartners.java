package relais.aggregates.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
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
    private final Cache<PartnerId, Partner> found;

    /**
     * @param nanoTime from a fixed point, as {@link System#nanoTime()}
     */
    RecentPartners(Function<PartnerId, Optional<Partner>> replica, LongSupplier nanoTime) {
        this.replica = replica;
        this.found =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(KEPT)
                        .ticker(nanoTime::getAsLong)
                        .build();
    }

    Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(found.get(id, key -> replica.apply(key).orElse(null)));
    }

    void forget(PartnerId id) {
        found.invalidate(id);
    }
}
