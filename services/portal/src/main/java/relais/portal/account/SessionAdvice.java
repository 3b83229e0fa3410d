package relais.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import relais.portal.call.SignInAgain;

/**
 * A token that a service refuses is of no use to anybody: its session ends, and the same page is
 * read anew without it. What somebody was sending is not sent again by itself: it is kept, they
 * sign in, and come back to the page.
 */
@ControllerAdvice
record SessionAdvice(LostSession lostSession) {

    private static final LogoutHandler SIGN_OUT = new SecurityContextLogoutHandler();

    @ExceptionHandler(SignInAgain.class)
    String readAnew(HttpServletRequest request, HttpServletResponse response) {
        SIGN_OUT.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        if (!request.getMethod().equals("GET")) {
            return "redirect:" + lostSession.wayBack(request);
        }
        String query = request.getQueryString();
        return "redirect:"
                + Paths.local(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
