package relais.identity;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Puts {@code partner}, {@code mandate} and {@code roles} into access and ID tokens, whether the
 * account came as a client or as a user of the portal. An access token is for the services, not for
 * the client that asked for it, and says so by its audience and its type (RFC 9068).
 */
record AccountClaims(IdentityProperties properties)
        implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext context) {
        if (context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
            context.getJwsHeader().type("at+jwt");
            context.getClaims()
                    .audience(properties.audiences())
                    .claim("client_id", context.getRegisteredClient().getClientId());
        }
        Authentication bearer = context.getPrincipal();
        if (bearer != null) {
            properties.account(bearer.getName()).ifPresent(account -> add(account, context));
        }
    }

    private static void add(IdentityProperties.Account account, JwtEncodingContext context) {
        JwtClaimsSet.Builder claims = context.getClaims();
        claims.claim("roles", account.roles());
        claims.claim("mandate", account.mandate());
        if (account.partner() != null) {
            claims.claim("partner", account.partner());
        }
    }
}
