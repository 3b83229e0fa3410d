package relais.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses with 429 and {@code Retry-After} who comes more often than the limit has it. */
final class RateLimitFilter extends OncePerRequestFilter {

    private final TokenBuckets buckets;
    private final Function<HttpServletRequest, @Nullable String> counted;
    private final RequestRefusal refusal;
    private final LongAdder refused = new LongAdder();

    /**
     * @param counted whom a request counts for; null for nobody
     */
    RateLimitFilter(
            TokenBuckets buckets,
            Function<HttpServletRequest, @Nullable String> counted,
            RequestRefusal refusal) {
        this.buckets = buckets;
        this.counted = counted;
        this.refusal = refusal;
    }

    /** Probes and measurements are not refused for anybody's sake. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String who = counted.apply(request);
        Duration wait = who == null ? Duration.ZERO : buckets.take(who);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        refused.increment();
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        refusal.write(request, response);
    }

    /** How many were refused since the start. */
    double refused() {
        return refused.sum();
    }
}
