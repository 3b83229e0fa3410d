package relais.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;

/**
 * Tells an access token for this deployment from what else the issuer signs with the same keys:
 * tokens for other audiences, of other clients, and ID tokens, which tell a client who signed in
 * and grant nothing.
 */
record AccessTokenValidator(TokenProperties properties) implements OAuth2TokenValidator<Jwt> {

    /** RFC 9068 gives access tokens a type of their own; other issuers say JWT, or nothing. */
    static final Set<String> ACCESS_TOKEN_TYPES = Set.of("at+jwt", "application/at+jwt");

    /** OpenID Connect Core 3.1.3.6 and 3.3.2.11: only an ID token is bound to these. */
    private static final List<String> ONLY_IN_ID_TOKENS = List.of("at_hash", "c_hash", "s_hash");

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String fault = fault(token);
        return fault == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(BearerTokenErrors.invalidToken(fault));
    }

    private @Nullable String fault(Jwt token) {
        List<String> audience = token.getAudience();
        if (audience == null || audience.stream().noneMatch(properties.audiences()::contains)) {
            return "The token is for another audience";
        }
        String client = client(token);
        if (!properties.clients().isEmpty()
                && (client == null || !properties.clients().contains(client))) {
            return "The token is of a client that is not admitted";
        }
        return isIdToken(token, audience, client) ? "An ID token is not an access token" : null;
    }

    private static boolean isIdToken(Jwt token, List<String> audience, @Nullable String client) {
        if (ACCESS_TOKEN_TYPES.contains(String.valueOf(token.getHeaders().get("typ")))) {
            return false;
        }
        // Keycloak says in a claim what kind of token it is.
        if (token.getClaims().get("typ") instanceof String kind) {
            return !kind.equals("Bearer");
        }
        // An ID token is for the client that asked for it; an access token is for a service.
        return ONLY_IN_ID_TOKENS.stream().anyMatch(token::hasClaim)
                || (client != null && audience.contains(client));
    }

    private static @Nullable String client(Jwt token) {
        Object azp = token.getClaims().getOrDefault("azp", token.getClaims().get("client_id"));
        return azp instanceof String client ? client : null;
    }
}
