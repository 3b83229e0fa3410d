package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Says which language an answer is in, if its controller asks for the reader's. */
final class LocalisedAnswers implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && asksForTheLanguage(method)) {
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Languages.of(request).getLanguage());
        }
        return true;
    }

    private static boolean asksForTheLanguage(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type -> type == Locale.class);
    }
}
