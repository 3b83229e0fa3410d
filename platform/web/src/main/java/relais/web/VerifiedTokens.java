package relais.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a moment which tokens were found to be good, so that a signature is verified once a
 * minute and not with every call. What is refused is not remembered.
 *
 * <p>A key that the issuer withdraws is honoured for {@link CachedKeys#FRESH} and {@link #KEPT}
 * together at most, and a token as long as it says, with the usual tolerance between clocks.
 */
final class VerifiedTokens implements JwtDecoder {

    static final Duration KEPT = Duration.ofMinutes(1);

    /** Of {@code JwtTimestampValidator}. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** About 5 kB each. */
    static final int MOST = 2_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Verified> verified =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
                    return size() > MOST;
                }
            };

    VerifiedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    private record Verified(Jwt token, Instant until) {}

    @Override
    public Jwt decode(String token) {
        Instant now = clock.instant();
        Verified known = recall(token);
        if (known != null && now.isBefore(known.until())) {
            return known.token();
        }
        Jwt decoded = decoder.decode(token);
        Instant ends = decoded.getExpiresAt();
        if (ends != null) {
            Instant kept = now.plus(KEPT);
            Instant good = ends.plus(TOLERANCE);
            remember(token, new Verified(decoded, good.isBefore(kept) ? good : kept));
        }
        return decoded;
    }

    private @Nullable Verified recall(String token) {
        synchronized (verified) {
            return verified.get(token);
        }
    }

    private void remember(String token, Verified now) {
        synchronized (verified) {
            // Put at the end, as what was verified last.
            verified.remove(token);
            verified.put(token, now);
        }
    }
}
