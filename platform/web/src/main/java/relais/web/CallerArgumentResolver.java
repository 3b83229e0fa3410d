package relais.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller its {@link Caller}, an {@code Optional<Caller>} where anyone may call, or its
 * {@link ConditionalCall}.
 */
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return supports(parameter);
    }

    static boolean supports(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Caller.class
                || isConditional(parameter);
    }

    static boolean isConditional(MethodParameter parameter) {
        return parameter.getParameterType() == ConditionalCall.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<Caller> caller =
                CallerTokens.caller(SecurityContextHolder.getContext().getAuthentication());
        if (parameter.getParameterType() == Optional.class) {
            return caller;
        }
        Caller known =
                caller.orElseThrow(
                        () ->
                                Problem.of(HttpStatus.UNAUTHORIZED, "authentication-required")
                                        .withHeader("WWW-Authenticate", "Bearer")
                                        .exception());
        return isConditional(parameter)
                ? new ConditionalCall(request.getHeader(HttpHeaders.IF_MATCH), known)
                : known;
    }
}
