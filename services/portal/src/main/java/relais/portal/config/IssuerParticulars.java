package relais.portal.config;

import java.util.List;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestTemplate;

/**
 * In what an issuer may differ from the usual: how it signs, what it is asked for beside a person's
 * name, who may vouch for the person, and how surely.
 */
record IssuerParticulars(PortalProperties.SignIn signIn) {

    /** Asks for the assurance that this deployment wants, and for nothing that is not listed. */
    OAuth2AuthorizationRequestResolver requests(ClientRegistrationRepository registrations) {
        var requests =
                new DefaultOAuth2AuthorizationRequestResolver(
                        registrations,
                        DefaultOAuth2AuthorizationRequestResolver
                                .DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        if (!signIn.assurances().isEmpty()) {
            String wanted = String.join(" ", signIn.assurances());
            requests.setAuthorizationRequestCustomizer(
                    request ->
                            request.additionalParameters(
                                    parameters -> parameters.put("acr_values", wanted)));
        }
        return requests;
    }

    JwtDecoderFactory<ClientRegistration> identityTokens() {
        var tokens = new OidcIdTokenDecoderFactory();
        tokens.setJwsAlgorithmResolver(_ -> algorithm());
        return tokens;
    }

    /** Who signed in, if the deployment takes the identity provider and the assurance. */
    OAuth2UserService<OidcUserRequest, OidcUser> users() {
        var answers = new RestTemplate();
        answers.getMessageConverters().addFirst(new SignedUserInfo(userInfoTokens()));
        answers.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var asked = new DefaultOAuth2UserService();
        asked.setRestOperations(answers);
        var users = new OidcUserService();
        users.setOauth2UserService(asked);
        users.setRetrieveUserInfo(_ -> StringUtils.hasText(signIn.userInfoUri()));
        return request -> accepted(users.loadUser(request));
    }

    private OidcUser accepted(OidcUser user) {
        String provider = user.getClaimAsString("idp_id");
        if (!signIn.identityProviders().isEmpty()
                && (provider == null || !signIn.identityProviders().contains(provider))) {
            throw refused("The identity provider is not one of this deployment");
        }
        String assurance = user.getIdToken().getAuthenticationContextClass();
        if (!signIn.assurances().isEmpty()
                && (assurance == null || !signIn.assurances().contains(assurance))) {
            throw refused("The identity is less sure than this deployment wants it");
        }
        return user;
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(
                new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED, why, null), why);
    }

    private JwtDecoder userInfoTokens() {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(signIn.keysUri()).jwsAlgorithm(algorithm()).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(),
                        new JwtIssuerValidator(signIn.issuer()),
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                audience ->
                                        audience != null && audience.contains(signIn.clientId()))));
        return decoder;
    }

    private SignatureAlgorithm algorithm() {
        SignatureAlgorithm known = SignatureAlgorithm.from(signIn.algorithm());
        if (known == null) {
            throw new IllegalArgumentException(
                    "relais.portal.sign-in.algorithm is "
                            + signIn.algorithm()
                            + ", and must be RS256 or ES256");
        }
        return known;
    }
}
