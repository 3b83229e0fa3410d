package relais.portal.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A sign-in with the settings that docs/security.md gives for ProConnect. */
class ProConnectTest {

    private static final String PORTAL = "https://relais.example";

    private ProConnect issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new ProConnect();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aPersonIsWhatTheSignedAnswerSays() {
        OidcUser person = signIn(settings(false, List.of()));

        assertThat(person.getSubject()).isEqualTo("s-1");
        assertThat(person.getGivenName()).isEqualTo("Camille");
        assertThat(person.getClaimAsString("siret")).isEqualTo("21250056500016");
    }

    @Test
    void whatIsNotListedIsNotAsked() {
        String uri = request(settings(false, List.of())).getAuthorizationRequestUri();

        assertThat(uri).contains("acr_values=eidas1").doesNotContain("code_challenge");
        assertThat(issuer.authorize(uri)).containsKey("code");
    }

    /** So that the setting is seen to be needed. */
    @Test
    void aProofKeyWouldBeRefused() {
        String uri = request(settings(true, List.of())).getAuthorizationRequestUri();

        assertThat(issuer.authorize(uri)).containsEntry("error", "invalid_request");
    }

    @Test
    void anAnswerOfSomebodyElsesSignatureIsNotBelieved() {
        issuer.forged = true;

        assertThatThrownBy(() -> signIn(settings(false, List.of())))
                .isInstanceOf(OAuth2AuthenticationException.class)
                .hasStackTraceContaining("not to be believed");
    }

    @Test
    void anAnswerForAnotherClientIsNotBelieved() {
        issuer.audience = "another";

        assertThatThrownBy(() -> signIn(settings(false, List.of())))
                .isInstanceOf(OAuth2AuthenticationException.class)
                .hasStackTraceContaining("not to be believed");
    }

    @Test
    void aLowerAssuranceIsRefused() {
        issuer.assurance = "eidas0";

        assertThatThrownBy(() -> signIn(settings(false, List.of())))
                .isInstanceOf(OAuth2AuthenticationException.class)
                .hasMessageContaining("less sure");
    }

    @Test
    void onlyTheNamedIdentityProvidersAreLetIn() {
        assertThat(signIn(settings(false, List.of(issuer.provider))).getSubject()).isEqualTo("s-1");

        assertThatThrownBy(() -> signIn(settings(false, List.of("another"))))
                .isInstanceOf(OAuth2AuthenticationException.class)
                .hasMessageContaining("identity provider");
    }

    private OidcUser signIn(PortalProperties.SignIn settings) {
        var particulars = new IssuerParticulars(settings);
        OAuth2AuthorizationRequest asked = request(settings);
        Map<String, String> back = issuer.authorize(asked.getAuthorizationRequestUri());
        var answered =
                OAuth2AuthorizationResponse.success(requireNonNull(back.get("code")))
                        .redirectUri(requireNonNull(asked.getRedirectUri()))
                        .state(requireNonNull(asked.getState()))
                        .build();
        var provider =
                new OidcAuthorizationCodeAuthenticationProvider(
                        new RestClientAuthorizationCodeTokenResponseClient(), particulars.users());
        provider.setJwtDecoderFactory(particulars.identityTokens());
        Authentication signedIn =
                provider.authenticate(
                        new OAuth2LoginAuthenticationToken(
                                registration(settings),
                                new OAuth2AuthorizationExchange(asked, answered)));
        return (OidcUser) requireNonNull(requireNonNull(signedIn).getPrincipal());
    }

    private static OAuth2AuthorizationRequest request(PortalProperties.SignIn settings) {
        var registrations = new InMemoryClientRegistrationRepository(registration(settings));
        return requireNonNull(
                new IssuerParticulars(settings)
                        .requests(registrations)
                        .resolve(
                                new MockHttpServletRequest("GET", "/oauth2/authorization/relais"),
                                SignInConfiguration.REGISTRATION));
    }

    private static ClientRegistration registration(PortalProperties.SignIn settings) {
        return SignInConfiguration.registration(settings, PORTAL);
    }

    private PortalProperties.SignIn settings(boolean proofKey, List<String> providers) {
        String root = issuer.address();
        return new PortalProperties.SignIn(
                root,
                root + "/authorize",
                root + "/token",
                root + "/jwks",
                root + "/session/end",
                ProConnect.CLIENT,
                ProConnect.SECRET,
                root + "/userinfo",
                List.of("openid", "given_name", "usual_name", "email", "siret", "idp_id"),
                true,
                proofKey,
                "ES256",
                List.of("eidas1"),
                providers);
    }
}
