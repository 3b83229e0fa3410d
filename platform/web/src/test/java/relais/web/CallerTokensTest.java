package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTokensTest {

    @Test
    void rolesOfOtherSystemsAreIgnored() {
        assertThat(caller(Map.of("roles", List.of("operator", "admin", 7))).roles())
                .containsExactly(Role.OPERATOR);
    }

    @Test
    void claimsOfAnUnexpectedTypeGrantNothing() {
        for (Object odd : List.of("operator", 7, Map.of("operator", true))) {
            assertThat(caller(Map.of("roles", odd)).roles()).isEmpty();
        }
        assertThat(caller(Map.of("partner", 7, "mandate", List.of("m-x"))).partnerId()).isNull();
        assertThat(caller(Map.of("partner", " ")).partnerId()).isNull();
    }

    @Test
    void theActorIsTheMandateOrElseAStableDigestOfTheSubject() {
        assertThat(caller(Map.of("mandate", "m-loiret")).actor()).isEqualTo("m-loiret");
        // printf 'http://issuer.test|someone' | sha256sum
        assertThat(caller(Map.of("x", "y")).actor()).isEqualTo("m-a0c9d36014b08e6b");
    }

    @Test
    void rolesAreAuthoritiesToo() {
        AbstractAuthenticationToken token =
                new CallerTokens().convert(jwt(Map.of("roles", List.of("committee"))));

        assertThat(token.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_COMMITTEE");
    }

    @Test
    void anyoneElseIsNoCaller() {
        assertThat(CallerTokens.caller(null)).isEmpty();
    }

    @Test
    void requiresOneOfTheRoles() {
        var caller = new Caller("m-1", null, Set.of(Role.ANALYST));

        caller.require(Role.OPERATOR, Role.ANALYST);
        assertThatThrownBy(() -> caller.require(Role.OPERATOR))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status().value()).isEqualTo(403));
        assertThatThrownBy(caller::requirePartner)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo("partner-required"));
    }

    private static Caller caller(Map<String, Object> claims) {
        return CallerTokens.caller(new CallerTokens().convert(jwt(claims))).orElseThrow();
    }

    private static Jwt jwt(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .issuer("http://issuer.test")
                .subject("someone")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
