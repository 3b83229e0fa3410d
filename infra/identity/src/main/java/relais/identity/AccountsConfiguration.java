package relais.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * Each account is a client for programs and a user for people; the portal is a client of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class AccountsConfiguration {

    static final String PORTAL = "portal";

    @Bean
    RegisteredClientRepository clients(IdentityProperties properties) {
        List<RegisteredClient> clients = new ArrayList<>();
        properties.accounts().keySet().forEach(name -> clients.add(account(name, properties)));
        clients.add(portal(properties));
        return new InMemoryRegisteredClientRepository(clients);
    }

    @Bean
    UserDetailsService users(IdentityProperties properties) {
        List<UserDetails> users = new ArrayList<>();
        properties.accounts().forEach((name, account) -> users.add(user(name, account)));
        return new InMemoryUserDetailsManager(users);
    }

    private static UserDetails user(String name, IdentityProperties.Account account) {
        return User.withUsername(name)
                .password(IdentityProperties.secret(name))
                .roles(account.roles().toArray(String[]::new))
                .build();
    }

    @Bean
    PasswordEncoder secrets() {
        return new PublicSecrets();
    }

    private static RegisteredClient account(String name, IdentityProperties properties) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(IdentityProperties.secret(name))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens(properties))
                .build();
    }

    private static RegisteredClient portal(IdentityProperties properties) {
        return RegisteredClient.withId(PORTAL)
                .clientId(PORTAL)
                .clientSecret(IdentityProperties.secret(PORTAL))
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // For who comes with the secret; a public client gets none.
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(properties.portal().redirectUris()))
                .postLogoutRedirectUris(
                        uris -> uris.addAll(properties.portal().postLogoutRedirectUris()))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .tokenSettings(tokens(properties))
                .build();
    }

    private static TokenSettings tokens(IdentityProperties properties) {
        return TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenLifetime())
                .refreshTokenTimeToLive(properties.sessionLifetime())
                .build();
    }
}
