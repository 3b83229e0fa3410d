package relais.identity;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The protocol's endpoints, the sign-in form, and the health that the launcher waits for. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IssuerConfiguration.class);

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, configurer -> configurer.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling ->
                                handling.defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint(SignInPage.PATH),
                                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, IdentityProperties properties) {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/actuator/health/**",
                                                "/error",
                                                SignInPage.PATH,
                                                "/assets/**")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .formLogin(
                        form ->
                                form.loginPage(SignInPage.PATH)
                                        .failureHandler(new FailedSignIns())
                                        .defaultSuccessUrl(properties.portal().home()))
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(new FailedSignIns.Expired()))
                .headers(headers -> headers(headers, properties.portal()))
                .build();
    }

    /**
     * Nothing inline, nothing from elsewhere. Signing in is a form whose answer leads back to the
     * portal, which browsers count as a form action.
     */
    private static void headers(
            HeadersConfigurer<HttpSecurity> headers, IdentityProperties.Portal portal) {
        String origins =
                portal.redirectUris().stream()
                        .map(URI::create)
                        .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                        .distinct()
                        .collect(Collectors.joining(" "));
        headers.contentSecurityPolicy(
                        policy ->
                                policy.policyDirectives(
                                        String.join(
                                                "; ",
                                                "default-src 'none'",
                                                "style-src 'self'",
                                                "img-src 'self'",
                                                "font-src 'self'",
                                                "form-action 'self' " + origins,
                                                "base-uri 'none'",
                                                "frame-ancestors 'none'")))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    @Bean
    SignInAttempts signInAttempts() {
        return new SignInAttempts(InstantSource.system());
    }

    /**
     * A page of another site that makes its own name lead here is not answered.
     *
     * @param hosts the names that the issuer is reached by; none where a proxy sees to that
     */
    @Bean
    HttpFirewall hosts(@Value("${relais.identity.hosts}") List<String> hosts) {
        var firewall = new StrictHttpFirewall();
        if (!hosts.isEmpty()) {
            firewall.setAllowedHostnames(hosts::contains);
        }
        return firewall;
    }

    /** Before the security chain, which compares secrets. */
    @Bean
    FilterRegistrationBean<SignInAttemptsFilter> slowing(SignInAttempts attempts) {
        var registration = new FilterRegistrationBean<>(new SignInAttemptsFilter(attempts));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    SigningKey signingKey(IdentityProperties properties) {
        return new SigningKey(properties.keyFile());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accountClaims(IdentityProperties properties) {
        return new AccountClaims(properties);
    }

    @Bean
    OAuth2AuthorizationService signIns() {
        return new SignIns();
    }

    /** Before the process says that it is ready: a key that cannot be kept must show at once. */
    @Bean
    ApplicationRunner keyBeforeTraffic(SigningKey key) {
        return _ -> {
            key.keys();
            log.warn("The accounts of this issuer have public secrets: for this machine only");
        };
    }
}
