package relais.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where Tomcat sends what failed outside of Spring MVC: a filter, the firewall, {@code sendError}.
 */
@Controller
record ProblemErrorController(ProblemResolver problems, ProblemWriter writer)
        implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            problems.answer(request, response, thrown);
            return;
        }
        // Someone who asks for this page finds that there is none.
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        writer.write(ProblemTranslator.ofStatus(HttpStatusCode.valueOf(status)), request, response);
    }
}
