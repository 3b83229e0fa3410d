package relais.portal.config;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.servlet.LocaleResolver;
import relais.portal.account.LostSession;
import relais.portal.account.Tokens;
import relais.portal.account.VisitFilter;
import relais.portal.form.KeptForms;

/** What anyone may see, who must sign in, and what a browser is allowed to do with a page. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Pages for those who are signed in: a desk is one pattern more. */
    private static final String[] MEMBERS = {
        "/account",
        "/sign-in",
        "/desk/**",
        "/suivis/**",
        "/avis/**",
        "/webhooks",
        "/courrier-de-demonstration"
    };

    /** Behind links of mails, whose tokens prove enough: whoever has none can do nothing there. */
    private static final String[] LINKS_OF_MAILS = {"/desabonnement", "/confirmation"};

    /** Neither scripts nor forms: a piece is read, and its links lead to the portal. */
    private static final String EMBEDDED_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " form-action 'none'; base-uri 'none'; frame-ancestors *";

    private static final String HEALTH = "/actuator/health/**";
    private static final String GAUGES = "/actuator/prometheus";

    /**
     * Small pages that other sites show within their own: they know nobody, so that nothing can be
     * done in them, and nothing else of a page's policy is loosened for them.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain embedded(
            HttpSecurity http,
            PortalProperties properties,
            Tokens tokens,
            LocaleResolver languages) {
        return http.securityMatcher("/embed/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new VisitFilter(tokens, languages), AuthorizationFilter.class)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(
                        headers -> {
                            headers(headers, properties);
                            headers.contentSecurityPolicy(
                                            policy -> policy.policyDirectives(EMBEDDED_POLICY))
                                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
                        })
                .build();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            PortalProperties properties,
            ClientRegistrationRepository registrations,
            Tokens tokens,
            LostSession lostSession,
            LocaleResolver languages) {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, HEALTH)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, GAUGES)
                                        .access(withToken(properties.metricsToken()))
                                        .requestMatchers("/actuator/**")
                                        .denyAll()
                                        .requestMatchers(MEMBERS)
                                        .authenticated()
                                        .anyRequest()
                                        .permitAll())
                // Who follows one, a mail program at times, has no session to ride.
                .csrf(csrf -> csrf.ignoringRequestMatchers(LINKS_OF_MAILS))
                .addFilterBefore(new VisitFilter(tokens, languages), AuthorizationFilter.class)
                .oauth2Login(login -> login.loginPage("/sign-in").failureUrl("/sign-in/failed"))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(lostSession)
                                        .accessDeniedHandler(lostSession))
                .logout(
                        logout ->
                                logout.logoutUrl("/sign-out")
                                        .logoutSuccessHandler(
                                                toIssuer(registrations, properties.address())))
                .headers(headers -> headers(headers, properties))
                .build();
    }

    /**
     * A page of another site that makes its own name lead here is not answered.
     *
     * @param hosts the names that the portal is reached by; none where a proxy sees to that
     */
    @Bean
    HttpFirewall hosts(@Value("${relais.portal.hosts}") List<String> hosts) {
        var firewall = new StrictHttpFirewall();
        if (!hosts.isEmpty()) {
            firewall.setAllowedHostnames(hosts::contains);
        }
        return firewall;
    }

    /**
     * Somebody who measures the portal has no session: they bring a token, without which nobody
     * may.
     */
    private static AuthorizationManager<RequestAuthorizationContext> withToken(String token) {
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return (_, context) -> {
            String brought = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
            return new AuthorizationDecision(
                    !token.isBlank()
                            && brought != null
                            && MessageDigest.isEqual(
                                    wanted, brought.getBytes(StandardCharsets.UTF_8)));
        };
    }

    @Bean
    KeptForms keptForms(ObjectProvider<SessionRepository<? extends Session>> sessions) {
        return new KeptForms(
                sessions.getIfAvailable(() -> new MapSessionRepository(new ConcurrentHashMap<>())));
    }

    @Bean
    LostSession lostSession(KeptForms forms, PortalProperties properties) {
        return new LostSession(
                new LoginUrlAuthenticationEntryPoint(
                        "/oauth2/authorization/" + SignInConfiguration.REGISTRATION),
                forms,
                URI.create(properties.address()));
    }

    private static void headers(
            HeadersConfigurer<HttpSecurity> headers, PortalProperties properties) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(properties)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy ->
                                policy.policy(
                                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    /**
     * Nothing inline, nothing from elsewhere. {@code data:} is for the small icons of the style
     * sheet; signing out is a form whose answer leads to the issuer, which browsers count as a form
     * action.
     */
    private static String policy(PortalProperties properties) {
        URI issuer = URI.create(properties.signIn().issuer());
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "form-action 'self' " + issuer.getScheme() + "://" + issuer.getRawAuthority(),
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    private static LogoutSuccessHandler toIssuer(
            ClientRegistrationRepository registrations, String portal) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(portal + "/");
        return handler;
    }
}
