package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets Prometheus read measurements, and nothing else, by a secret of the deployment: an account of
 * the issuer that may read them would be an operator, and may do what operators do.
 */
final class ScrapeToken implements AuthorizationManager<RequestAuthorizationContext> {

    static final String PATH = "/actuator/prometheus";

    private final byte[] header;
    private final boolean isSet;

    /**
     * @param token blank for none
     */
    ScrapeToken(String token) {
        this.header = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.isSet = !token.isBlank();
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> caller,
            RequestAuthorizationContext context) {
        return new AuthorizationDecision(isIn(context.getRequest()));
    }

    /** It is none of the issuer's, so nobody is to verify it as such. */
    BearerTokenResolver passedOver() {
        var usual = new DefaultBearerTokenResolver();
        return request -> isIn(request) ? null : usual.resolve(request);
    }

    private boolean isIn(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return isSet
                && given != null
                && HttpMethod.GET.matches(request.getMethod())
                && PATH.equals(request.getServletPath())
                && MessageDigest.isEqual(header, given.getBytes(StandardCharsets.UTF_8));
    }
}
