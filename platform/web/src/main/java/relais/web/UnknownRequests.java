package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Requests that nothing answers: an unknown path, or a method that its path does not know. No token
 * opens them, so that none is asked for; they are answered 404 and 405. The page that the container
 * leads to after an error is no path of the service's.
 */
final class UnknownRequests implements RequestMatcher {

    private final Supplier<List<HandlerMapping>> mappings;

    /**
     * @param mappings looked up with the first request, once: a look-up costs as much as what is
     *     then done with them
     */
    UnknownRequests(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = SingletonSupplier.of(() -> mappings.stream().toList());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        if (request.getServletPath().equals("/error")) {
            return true;
        }
        for (HandlerMapping mapping : mappings.get()) {
            if (answers(mapping, request)) {
                return false;
            }
        }
        return true;
    }

    private static boolean answers(HandlerMapping mapping, HttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException e) {
            return false;
        } catch (Exception oneThatAsksForAnotherBody) {
            return true;
        }
    }
}
