package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id that ties together everything one request causes: the log lines of each service, the
 * events (header {@code ce_correlationid}) and the problem that the caller may report.
 */
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";

    /** The key in the logging context (MDC). */
    public static final String KEY = "correlationId";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private CorrelationId() {}

    /** That of the request this thread serves; a new one outside of a request. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    /** The sender's own id if it is safe to log and to pass on, else a new one. */
    static String accept(@Nullable String header) {
        return header != null && ACCEPTED.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }

    /**
     * That of a request, also where its thread no longer has a logging context (Tomcat's error
     * pages). A request that never reached the filter gets its id here.
     */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof String id) {
            return id;
        }
        String id = accept(request.getHeader(HEADER));
        request.setAttribute(KEY, id);
        return id;
    }
}
