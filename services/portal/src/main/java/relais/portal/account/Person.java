package relais.portal.account;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who is signed in, as the issuer's ID token says.
 *
 * @param partner the partner the person acts for, if any
 * @param mandate in whose name the person acts, if any
 * @param roles among {@code partner}, {@code committee}, {@code analyst}, {@code operator}
 */
public record Person(
        String name, @Nullable String partner, @Nullable String mandate, List<String> roles) {

    public static @Nullable Person of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof OidcUser user
                ? of(user)
                : null;
    }

    private static Person of(OidcUser user) {
        List<String> roles = user.getClaimAsStringList("roles");
        String preferred = user.getPreferredUsername();
        return new Person(
                preferred == null ? user.getName() : preferred,
                user.getClaimAsString("partner"),
                user.getClaimAsString("mandate"),
                roles == null
                        ? List.of()
                        : roles.stream().map(role -> role.toLowerCase(Locale.ROOT)).toList());
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
