package relais.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line per request: method, path, status, milliseconds, correlation id. Never the query: what
 * people search for, and an address someone put there, stay out of the log. The probes of an
 * orchestrator, every few seconds, are logged at DEBUG.
 */
final class AccessLogFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger("relais.web.access");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new AtTheEnd(request, response, start));
            } else {
                // What escapes the chain becomes a 500 only after this filter, in Tomcat.
                write(request, failed ? 500 : response.getStatus(), start);
            }
        }
    }

    private static void write(HttpServletRequest request, int status, long start) {
        String path = request.getRequestURI();
        long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Level level = path.startsWith("/actuator") ? Level.DEBUG : Level.INFO;
        String method = Words.excerpt(request.getMethod());
        String shown = Words.excerpt(path);
        // The thread that ends an asynchronous answer may have no logging context.
        try (var _ = MDC.putCloseable(CorrelationId.KEY, CorrelationId.of(request))) {
            log.atLevel(level)
                    .addKeyValue("method", method)
                    .addKeyValue("path", shown)
                    .addKeyValue("status", status)
                    .addKeyValue("ms", ms)
                    .log("{} {} {}", method, shown, status);
        }
    }

    private record AtTheEnd(HttpServletRequest request, HttpServletResponse response, long start)
            implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            write(request, response.getStatus(), start);
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
