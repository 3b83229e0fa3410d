package relais.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import relais.portal.call.MissingParts;
import relais.portal.call.Service;

/**
 * A page that lacks a part says so to machines too: {@code Relais-Missing} names the services that
 * did not answer, and the status is 503, so that a monitor sees it and no cache keeps it. A part of
 * a page that a script asks for keeps its status, or the script would not show what it says.
 */
public final class DegradedPages implements HandlerInterceptor {

    private static final String MISSING = "Relais-Missing";
    private static final String ASKED_BY_A_SCRIPT = "HX-Request";
    private static final String RETRY_AFTER_SECONDS = "10";

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        Set<Service> missing = MissingParts.ofThisRequest();
        if (missing.isEmpty() || page == null || isRedirect(page)) {
            return;
        }
        response.setHeader(
                MISSING, missing.stream().map(Service::key).collect(Collectors.joining(", ")));
        boolean isWhole = request.getHeader(ASKED_BY_A_SCRIPT) == null;
        if (isWhole && response.getStatus() == HttpServletResponse.SC_OK) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
    }

    private static boolean isRedirect(ModelAndView page) {
        String view = page.getViewName();
        return view != null && view.startsWith("redirect:");
    }
}
