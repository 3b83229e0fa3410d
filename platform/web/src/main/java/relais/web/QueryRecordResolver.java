package relais.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Makes a record of texts, and of lists of texts, from the parameters of a query: one that is not
 * given is null. Spring's data binder does the same, but reads the annotations of the constructor's
 * parameters anew for every request, which is a third of what a list costs. Records with other
 * types are left to it.
 */
final class QueryRecordResolver implements HandlerMethodArgumentResolver {

    private final Map<Class<?>, Constructor<?>> constructors = new ConcurrentHashMap<>();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.isRecord()
                && parameter.getParameterAnnotations().length == 0
                && Arrays.stream(type.getRecordComponents()).allMatch(QueryRecordResolver::isText);
    }

    private static boolean isText(RecordComponent component) {
        return component.getType() == String.class
                || component
                        .getGenericType()
                        .getTypeName()
                        .equals("java.util.List<java.lang.String>");
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Constructor<?> constructor =
                constructors.computeIfAbsent(
                        parameter.getParameterType(), BeanUtils::getResolvableConstructor);
        RecordComponent[] components = constructor.getDeclaringClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String[] given = request.getParameterValues(components[i].getName());
            if (given != null) {
                values[i] = components[i].getType() == List.class ? List.of(given) : given[0];
            }
        }
        return BeanUtils.instantiateClass(constructor, values);
    }
}
