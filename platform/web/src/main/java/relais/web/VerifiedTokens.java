package relais.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
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
    private final Cache<String, Jwt> verified;

    VerifiedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfter(Expiry.<String, Jwt>writing((_, token) -> kept(token)))
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null) {
            return known;
        }
        Jwt decoded = decoder.decode(token);
        if (decoded.getExpiresAt() != null) {
            verified.put(token, decoded);
        }
        return decoded;
    }

    private Duration kept(Jwt token) {
        Instant ends = Objects.requireNonNull(token.getExpiresAt());
        Duration good = Duration.between(clock.instant(), ends.plus(TOLERANCE));
        return good.compareTo(KEPT) < 0 ? good : KEPT;
    }
}
