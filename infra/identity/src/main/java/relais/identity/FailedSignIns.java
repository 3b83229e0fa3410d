package relais.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Somebody who was wrong about name or password tries again with the name that they typed. */
final class FailedSignIns implements AuthenticationFailureHandler {

    private static final String TYPED = FailedSignIns.class.getName() + ".typed";
    private static final int LONGEST = 100;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException because)
            throws IOException {
        remember(request);
        response.sendRedirect(SignInPage.PATH + "?error");
    }

    /** Keeps the name that was typed for the page that comes next. */
    static void remember(HttpServletRequest request) {
        String name = request.getParameter("username");
        if (name != null) {
            request.getSession()
                    .setAttribute(TYPED, name.substring(0, Math.min(name.length(), LONGEST)));
        }
    }

    /** The name that was typed before a failure; once. */
    static String typed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        @Nullable String name = session == null ? null : (String) session.getAttribute(TYPED);
        if (session == null || name == null) {
            return "";
        }
        session.removeAttribute(TYPED);
        return name;
    }

    /** A page that was open for longer than its session is shown anew, with a word about it. */
    static final class Expired implements AccessDeniedHandler {

        private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

        @Override
        public void handle(
                HttpServletRequest request,
                HttpServletResponse response,
                AccessDeniedException because)
                throws IOException, ServletException {
            if (because instanceof CsrfException
                    && request.getRequestURI().equals(SignInPage.PATH)) {
                response.sendRedirect(SignInPage.PATH + "?expired");
            } else {
                others.handle(request, response, because);
            }
        }
    }
}
