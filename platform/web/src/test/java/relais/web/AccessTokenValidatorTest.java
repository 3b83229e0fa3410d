package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;

class AccessTokenValidatorTest {

    private static final String ANOTHER_AUDIENCE = "The token is for another audience";
    private static final String NOT_ADMITTED = "The token is of a client that is not admitted";
    private static final String ID_TOKEN = "An ID token is not an access token";

    private List<String> audiences = List.of("relais");
    private List<String> clients = List.of();

    @Test
    void takesATokenThatNamesOneOfTheAudiences() {
        assertThat(faults(token -> token)).isEmpty();
        assertThat(faults(token -> token.audience(List.of("account", "relais")))).isEmpty();
        audiences = List.of("relais", "relais-preprod");
        assertThat(faults(token -> token.audience(List.of("relais-preprod")))).isEmpty();
    }

    @Test
    void refusesATokenForAnotherAudienceOrForNone() {
        assertThat(faults(token -> token.audience(List.of("portal"))))
                .containsExactly(ANOTHER_AUDIENCE);
        assertThat(faults(token -> token.claims(claims -> claims.remove("aud"))))
                .containsExactly(ANOTHER_AUDIENCE);
    }

    @Test
    void refusesATokenWhoseAudienceIsItsOwnClient() {
        audiences = List.of("portal");
        assertThat(faults(token -> token.audience(List.of("portal")).claim("azp", "portal")))
                .containsExactly(ID_TOKEN);
        assertThat(
                        faults(
                                token ->
                                        token.header("typ", "at+jwt")
                                                .audience(List.of("portal"))
                                                .claim("azp", "portal")))
                .as("said to be an access token")
                .isEmpty();
    }

    @Test
    void refusesATokenThatIsBoundToAnAccessToken() {
        assertThat(faults(token -> token.claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")))
                .containsExactly(ID_TOKEN);
    }

    @Test
    void goesByTheKindThatAClaimNames() {
        assertThat(faults(token -> token.claim("typ", "ID"))).containsExactly(ID_TOKEN);
        assertThat(faults(token -> token.claim("typ", "Refresh"))).containsExactly(ID_TOKEN);
        assertThat(faults(token -> token.claim("typ", "Bearer").claim("azp", "relais"))).isEmpty();
    }

    @Test
    void takesTheTokensOfAdmittedClientsOnlyIfTheyAreListed() {
        clients = List.of("portal");
        assertThat(faults(token -> token.claim("azp", "portal"))).isEmpty();
        assertThat(faults(token -> token.claim("client_id", "portal"))).isEmpty();
        assertThat(faults(token -> token.claim("azp", "elsewhere").claim("client_id", "portal")))
                .containsExactly(NOT_ADMITTED);
        assertThat(faults(token -> token)).containsExactly(NOT_ADMITTED);
    }

    private List<String> faults(UnaryOperator<Jwt.Builder> change) {
        Jwt.Builder token =
                Jwt.withTokenValue("t")
                        .header("alg", "RS256")
                        .audience(List.of("relais"))
                        .subject("someone");
        return new AccessTokenValidator(new TokenProperties(audiences, clients))
                .validate(change.apply(token).build()).getErrors().stream()
                        .map(OAuth2Error::getDescription)
                        .toList();
    }
}
