package relais.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Derives the {@link QueryParameters} of each controller method from its own parameters, which are
 * {@code @RequestParam} or records bound from the query, and checks every request against them.
 */
final class StrictQueryParameters implements HandlerInterceptor {

    private static final Set<Class<?>> ELSEWHERE =
            Set.of(
                    RequestBody.class,
                    PathVariable.class,
                    RequestHeader.class,
                    CookieValue.class,
                    RequestAttribute.class);

    private final Map<Method, QueryParameters> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                // Without a query, asking for parameters would only parse a form in the body.
                && request.getQueryString() != null
                && isOfAService(method)) {
            known.computeIfAbsent(method.getMethod(), _ -> parametersOf(method))
                    .check(request.getParameterMap());
        }
        return true;
    }

    /** Actuator and OpenAPI pages are not ours to be strict about. */
    private static boolean isOfAService(HandlerMethod method) {
        String name = method.getBeanType().getName();
        return !name.startsWith("org.springframework.") && !name.startsWith("org.springdoc.");
    }

    private static QueryParameters parametersOf(HandlerMethod method) {
        Set<String> once = new LinkedHashSet<>();
        Set<String> repeatable = new LinkedHashSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                (isMany(type) ? repeatable : once).add(name(annotation, parameter));
            } else if (isBoundFromTheQuery(parameter, type)) {
                for (RecordComponent component : type.getRecordComponents()) {
                    (isMany(component.getType()) ? repeatable : once).add(component.getName());
                }
            }
        }
        return new QueryParameters(once, repeatable);
    }

    /**
     * A record that no annotation takes from elsewhere; {@link Caller} comes from the token, {@link
     * ConditionalCall} with a header.
     */
    private static boolean isBoundFromTheQuery(MethodParameter parameter, Class<?> type) {
        return type.isRecord()
                && !CallerArgumentResolver.supports(parameter)
                && Stream.of(parameter.getParameterAnnotations())
                        .map(Annotation::annotationType)
                        .noneMatch(ELSEWHERE::contains);
    }

    private static boolean isMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }

    private static String name(RequestParam annotation, MethodParameter parameter) {
        return annotation.name().isEmpty()
                ? String.valueOf(parameter.getParameterName())
                : annotation.name();
    }
}
