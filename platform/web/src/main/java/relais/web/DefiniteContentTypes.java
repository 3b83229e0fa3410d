package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A body has one type: a range of types, as {@code Accept} may name, says nothing of how to read
 * it. Spring would match it against what it reads, and then fail to set it as the type of a body.
 */
final class DefiniteContentTypes implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        if (type != null
                && type.indexOf('*') >= 0
                && handler instanceof HandlerMethod method
                && readsABody(method)) {
            throw new HttpMediaTypeNotSupportedException(
                    "A body has one type, not a range of them", supported(method));
        }
        return true;
    }

    private static boolean readsABody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(DefiniteContentTypes::isTheBody);
    }

    private static boolean isTheBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static List<MediaType> supported(HandlerMethod method) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(
                        method.getMethod(), RequestMapping.class);
        return mapping == null || mapping.consumes().length == 0
                ? List.of(MediaType.APPLICATION_JSON)
                : MediaType.parseMediaTypes(List.of(mapping.consumes()));
    }
}
