package relais.portal.todo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * When somebody last sent a form, in their session, so that any instance knows that counts from
 * before are no longer theirs.
 */
public record LatestChange(Clock clock) implements HandlerInterceptor {

    private static final String ATTRIBUTE = LatestChange.class.getName();

    static Instant of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Instant at
                ? at
                : Instant.EPOCH;
    }

    /** Before the answer goes: the next page may be asked for at once. */
    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        HttpSession session = request.getSession(false);
        if (request.getMethod().equals(HttpMethod.POST.name()) && session != null) {
            session.setAttribute(ATTRIBUTE, clock.instant());
        }
    }
}
