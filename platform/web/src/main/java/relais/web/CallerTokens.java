package relais.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the caller from the claims {@code partner}, {@code roles} and {@code mandate}. */
final class CallerTokens implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final int ACTOR_HEX_DIGITS = 16;

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        Caller caller = caller(jwt);
        List<SimpleGrantedAuthority> authorities =
                caller.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList();
        return new JwtAuthenticationToken(jwt, authorities, caller.actor());
    }

    /** The caller of an authenticated request; empty for an anonymous one. */
    static Optional<Caller> caller(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of(caller(token.getToken()))
                : Optional.empty();
    }

    private static Caller caller(Jwt jwt) {
        String mandate = text(jwt, "mandate");
        return new Caller(mandate == null ? actor(jwt) : mandate, text(jwt, "partner"), roles(jwt));
    }

    private static Set<Role> roles(Jwt jwt) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        // An issuer that is not ours may put something else there: then there is no role to grant.
        if (jwt.getClaims().get("roles") instanceof List<?> names) {
            for (Object name : names) {
                Role.ofClaim(String.valueOf(name)).ifPresent(roles::add);
            }
        }
        return roles;
    }

    private static @Nullable String text(Jwt jwt, String claim) {
        return jwt.getClaims().get(claim) instanceof String text && !text.isBlank() ? text : null;
    }

    /** Whoever has no mandate still needs a stable name in the log that is not the person's. */
    private static String actor(Jwt jwt) {
        String who = jwt.getClaimAsString("iss") + "|" + jwt.getSubject();
        return "m-" + Sha256.hex(who.getBytes(UTF_8)).substring(0, ACTOR_HEX_DIGITS);
    }
}
