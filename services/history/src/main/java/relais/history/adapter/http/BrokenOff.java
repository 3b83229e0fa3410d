package relais.history.adapter.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import relais.web.ClientGone;

/**
 * Breaks the connection of a download that failed on the way. Its answer has begun, so no problem
 * can be told any more, and if it ended in order a part would pass for the whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BrokenOff extends OncePerRequestFilter {

    private static final String CAUSE = BrokenOff.class.getName();

    /**
     * To be called before the failure is thrown on. What has not begun can still be told as a
     * problem, and a reader who left needs to be told nothing.
     */
    static void mark(HttpServletRequest request, HttpServletResponse response, Throwable cause) {
        if (response.isCommitted() && !ClientGone.isBehind(cause)) {
            request.setAttribute(CAUSE, cause);
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(CAUSE) instanceof Throwable cause) {
            // Tomcat closes at once what fails after its answer began.
            throw new IOException("The download broke off", cause);
        }
    }
}
