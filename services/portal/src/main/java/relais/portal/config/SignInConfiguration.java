package relais.portal.config;

import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.util.StringUtils;
import relais.portal.account.MongoSessions;
import relais.portal.account.OneRenewal;
import relais.portal.account.OwnRenewals;
import relais.portal.account.Renewals;
import relais.portal.account.SharedRenewals;
import relais.portal.account.Tokens;

/** The portal as a client of the issuer, and where tokens are kept: in the session. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SignInConfiguration.class);

    /** Also in the address that the issuer sends people back to. */
    static final String REGISTRATION = "relais";

    @Bean
    ClientRegistrationRepository clientRegistrations(PortalProperties properties) {
        return new InMemoryClientRegistrationRepository(
                registration(properties.signIn(), properties.address()));
    }

    @Bean
    OAuth2AuthorizationRequestResolver authorizationRequests(
            ClientRegistrationRepository registrations, PortalProperties properties) {
        return new IssuerParticulars(properties.signIn()).requests(registrations);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> identityTokens(PortalProperties properties) {
        return new IssuerParticulars(properties.signIn()).identityTokens();
    }

    @Bean
    OAuth2UserService<OidcUserRequest, OidcUser> users(PortalProperties properties) {
        return new IssuerParticulars(properties.signIn()).users();
    }

    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    Renewals renewals(ObjectProvider<MongoSessions> shared) {
        MongoSessions sessions = shared.getIfAvailable();
        if (sessions == null) {
            log.info("Sessions are this process's own: nobody is signed in at another instance");
            return new OwnRenewals();
        }
        return new SharedRenewals(sessions);
    }

    @Bean
    Tokens tokens(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository kept,
            Renewals renewals,
            Clock clock) {
        OAuth2AuthorizedClientProvider issuer =
                OAuth2AuthorizedClientProviderBuilder.builder()
                        .refreshToken(
                                refresh -> refresh.clockSkew(OneRenewal.BEFOREHAND).clock(clock))
                        .build();
        var clients = new DefaultOAuth2AuthorizedClientManager(registrations, kept);
        clients.setAuthorizedClientProvider(new OneRenewal(issuer, renewals, clock));
        return new Tokens(clients, kept, REGISTRATION, clock);
    }

    static ClientRegistration registration(PortalProperties.SignIn signIn, String portal) {
        Map<String, Object> metadata =
                StringUtils.hasText(signIn.endSessionUri())
                        ? Map.of("end_session_endpoint", signIn.endSessionUri())
                        : Map.of();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(signIn.clientId())
                .clientSecret(signIn.clientSecret())
                .clientAuthenticationMethod(authentication(signIn))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(portal + "/login/oauth2/code/" + REGISTRATION)
                .scope(signIn.scopes())
                .issuerUri(signIn.issuer())
                .authorizationUri(signIn.authorizationUri())
                .tokenUri(signIn.tokenUri())
                .jwkSetUri(signIn.keysUri())
                .userInfoUri(signIn.userInfoUri())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(metadata)
                // Proof of possession of the code, whether or not there is a secret.
                .clientSettings(
                        ClientRegistration.ClientSettings.builder()
                                .requireProofKey(signIn.proofKey())
                                .build())
                .clientName("Relais")
                .build();
    }

    private static ClientAuthenticationMethod authentication(PortalProperties.SignIn signIn) {
        if (!StringUtils.hasText(signIn.clientSecret())) {
            return ClientAuthenticationMethod.NONE;
        }
        return signIn.secretInBody()
                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }
}
