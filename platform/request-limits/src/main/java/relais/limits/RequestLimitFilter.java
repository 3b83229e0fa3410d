package relais.limits;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses with 503 and {@code Retry-After} what is beyond the limits. It never waits: on virtual
 * threads nothing else would bound how many wait.
 */
final class RequestLimitFilter extends OncePerRequestFilter {

    /** What a body counts for whose length nobody told: the usual limit of one. */
    private static final long UNTOLD_BYTES = 256 * 1024;

    private final RequestsInHand inHand;
    private final RequestLimits limits;
    private final List<PathPattern> apart;
    private final List<PathPattern> operations;
    private final RequestRefusal refusal;

    RequestLimitFilter(RequestsInHand inHand, RequestLimits limits, RequestRefusal refusal) {
        this.inHand = inHand;
        this.limits = limits;
        this.apart = patterns(limits.apart());
        this.operations = patterns(limits.operations());
        this.refusal = refusal;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isOne(request, apart);
    }

    private static List<PathPattern> patterns(List<String> texts) {
        return texts.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    private static boolean isOne(HttpServletRequest request, List<PathPattern> patterns) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestsInHand.Place place =
                isOne(request, operations)
                        ? inHand.takeForManagement()
                        : inHand.take(bodyBytes(request));
        if (place == null) {
            refuse(request, response);
            return;
        }
        boolean later = false;
        Waiting.isIn(place);
        try {
            chain.doFilter(request, response);
            later = request.isAsyncStarted();
        } finally {
            Waiting.isInNone();
            if (later) {
                request.getAsyncContext().addListener(new AtTheEnd(place));
            } else {
                place.release();
            }
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, limits.retryAfter().toSeconds())));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        refusal.write(request, response);
    }

    private static long bodyBytes(HttpServletRequest request) {
        long told = request.getContentLengthLong();
        if (told >= 0) {
            return told;
        }
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : UNTOLD_BYTES;
    }

    private record AtTheEnd(RequestsInHand.Place place) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            place.release();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
