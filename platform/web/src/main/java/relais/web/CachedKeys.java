package relais.web;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys: fetched when the first token comes, kept, and used on while the issuer
 * is down. A token with an unknown key id makes them be fetched again, since issuers change keys,
 * but not more often than every {@link #PAUSE}: forged key ids must not turn into a storm on the
 * issuer.
 */
final class CachedKeys implements JWKSource<SecurityContext> {

    /** Where keys come from; bounded in time. */
    @FunctionalInterface
    interface Source {
        JWKSet fetch() throws IOException, ParseException;
    }

    /** Nanoseconds from a fixed point, as {@link System#nanoTime()}. */
    @FunctionalInterface
    interface Ticker {
        long nanos();
    }

    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** As long as there are no keys at all, as when the issuer starts after us. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(CachedKeys.class);

    private final Source source;
    private final Ticker ticker;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile @Nullable Fetched fetched;

    /** What the last attempts brought. Guarded by {@link #fetching} for writing. */
    private record Fetched(@Nullable JWKSet keys, long keysAt, long triedAt) {}

    CachedKeys(Source source, Ticker ticker) {
        this.source = source;
        this.ticker = ticker;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        Fetched now = fetched;
        if (now == null || now.keys() == null || isOlder(now.keysAt(), FRESH)) {
            now = fetchAgain(now);
        }
        List<JWK> found = select(selector, now);
        if (!found.isEmpty()) {
            return found;
        }
        return select(selector, fetchAgain(now));
    }

    private static List<JWK> select(JWKSelector selector, Fetched fetched)
            throws KeySourceException {
        if (fetched.keys() == null) {
            throw new KeySourceException("The issuer's keys cannot be fetched", null);
        }
        return selector.select(fetched.keys());
    }

    /**
     * One thread fetches; those that waited for it take what it got. An attempt, whether it worked
     * or not, is followed by a pause.
     */
    private Fetched fetchAgain(@Nullable Fetched seen) {
        fetching.lock();
        try {
            Fetched last = fetched;
            if (last != null && (isNewer(last, seen) || !isOlder(last.triedAt(), pause(last)))) {
                return last;
            }
            Fetched next = attempt(last);
            fetched = next;
            return next;
        } finally {
            fetching.unlock();
        }
    }

    private Fetched attempt(@Nullable Fetched last) {
        try {
            JWKSet keys = source.fetch();
            long at = ticker.nanos();
            return new Fetched(keys, at, at);
        } catch (IOException | ParseException e) {
            long at = ticker.nanos();
            log.warn("The issuer's keys cannot be fetched: {}", e.toString());
            return last == null
                    ? new Fetched(null, at, at)
                    : new Fetched(last.keys(), last.keysAt(), at);
        }
    }

    private static boolean isNewer(Fetched last, @Nullable Fetched seen) {
        return seen == null || last.triedAt() != seen.triedAt();
    }

    private static Duration pause(Fetched last) {
        return last.keys() == null ? FIRST_PAUSE : PAUSE;
    }

    private boolean isOlder(long nanos, Duration age) {
        return ticker.nanos() - nanos > age.toNanos();
    }
}
