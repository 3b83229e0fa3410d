package relais.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadataClaimNames;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A stateless OAuth 2.0 resource server. What anyone may GET is listed in {@code
 * relais.web.public-get}; all else needs a token, and roles are checked where the rule is, by
 * {@link Caller#require}.
 */
@AutoConfiguration(
        before = OAuth2ResourceServerAutoConfiguration.class,
        after = WebConventionsAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TokenProperties.class)
class ResourceServerConventionsAutoConfiguration {

    private static final String[] OPERATIONS = {
        "/actuator/health/**", "/openapi", "/openapi/**", "/openapi.yaml"
    };

    /**
     * A page of another site that makes its own name lead here is not answered.
     *
     * @param hosts the names that the service is reached by; none where a proxy sees to that
     */
    @Bean
    HttpFirewall hosts(@Value("${relais.web.hosts}") List<String> hosts) {
        var firewall = new StrictHttpFirewall();
        if (!hosts.isEmpty()) {
            firewall.setAllowedHostnames(hosts::contains);
        }
        return firewall;
    }

    /**
     * The way by {@code /error} would be refused once more: the request has the same name there.
     */
    @Bean
    RequestRejectedHandler refusedRequests(ProblemWriter writer) {
        return (request, response, _) ->
                writer.write(ProblemTranslator.ofStatus(HttpStatus.BAD_REQUEST), request, response);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(OAuth2ResourceServerProperties properties, TokenProperties tokens) {
        OAuth2ResourceServerProperties.Jwt jwt = properties.getJwt();
        String keys = jwt.getJwkSetUri();
        if (keys == null) {
            throw new IllegalStateException(
                    "spring.security.oauth2.resourceserver.jwt.jwk-set-uri is not set");
        }
        return new VerifiedTokens(
                TokenVerification.decoder(keys, jwt.getIssuerUri(), tokens), Clock.systemUTC());
    }

    /** One timing per request is enough: not one per security filter too. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            WebProperties properties,
            OAuth2ResourceServerProperties tokens,
            ProblemWriter writer,
            ObjectProvider<HandlerMapping> mappings,
            @Value("${relais.web.metrics-token}") String metricsToken) {
        var scrapes = new ScrapeToken(metricsToken);
        var problems = new SecurityProblems(writer);
        String[] publicGet = properties.publicGet().toArray(String[]::new);
        String[] publicPost = properties.publicPost().toArray(String[]::new);
        return http
                // A forged form cannot add the Authorization header, and there is no session to
                // ride.
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(publicReads(properties)))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy ->
                                                        policy.policyDirectives(
                                                                "default-src 'none'; frame-ancestors 'none'"))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(
                        requests ->
                                requests
                                        // The request that led here was already let in or refused.
                                        .dispatcherTypeMatchers(
                                                DispatcherType.ASYNC, DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, OPERATIONS)
                                        .permitAll()
                                        // Gauges tell how much there is of what is not public.
                                        .requestMatchers(HttpMethod.GET, ScrapeToken.PATH)
                                        .access(
                                                AuthorizationManagers.anyOf(
                                                        scrapes,
                                                        AuthorityAuthorizationManager.hasRole(
                                                                Role.OPERATOR.name())))
                                        .requestMatchers(HttpMethod.GET, publicGet)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.HEAD, publicGet)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.POST, publicPost)
                                        .permitAll()
                                        .requestMatchers(new UnknownRequests(mappings))
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(problems)
                                        .accessDeniedHandler(problems))
                .oauth2ResourceServer(
                        server ->
                                server.jwt(
                                                jwt ->
                                                        jwt.jwtAuthenticationConverter(
                                                                new CallerTokens()))
                                        .bearerTokenResolver(scrapes.passedOver())
                                        .authenticationEntryPoint(problems)
                                        .accessDeniedHandler(problems)
                                        .protectedResourceMetadata(
                                                metadata ->
                                                        metadata
                                                                .protectedResourceMetadataCustomizer(
                                                                        described ->
                                                                                describe(
                                                                                        described,
                                                                                        tokens
                                                                                                .getJwt())))
                                        .withObjectPostProcessor(onFailure(problems)))
                .build();
    }

    /** Pages of others may read what anyone may read, without the reader's token. */
    private static CorsConfigurationSource publicReads(WebProperties properties) {
        var reads = new CorsConfiguration();
        reads.setAllowedOrigins(properties.corsOrigins());
        reads.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
        reads.setAllowedHeaders(
                List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.IF_NONE_MATCH, "Last-Event-ID"));
        reads.setExposedHeaders(
                List.of(
                        HttpHeaders.ETAG,
                        HttpHeaders.CONTENT_LANGUAGE,
                        HttpHeaders.RETRY_AFTER,
                        CorrelationId.HEADER));
        var source = new UrlBasedCorsConfigurationSource();
        properties.publicGet().forEach(path -> source.registerCorsConfiguration(path, reads));
        return source;
    }

    /**
     * As RFC 9728 has it. By itself Spring claims tokens bound to certificates, which these are
     * not.
     */
    private static void describe(
            OAuth2ProtectedResourceMetadata.Builder described,
            OAuth2ResourceServerProperties.Jwt tokens) {
        String issuer = tokens.getIssuerUri();
        if (issuer != null) {
            described.authorizationServer(issuer);
        }
        described.claims(
                claims ->
                        claims.remove(
                                OAuth2ProtectedResourceMetadataClaimNames
                                        .TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS));
    }

    /** Without this, keys that cannot be fetched would surface as a 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> onFailure(
            SecurityProblems problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problems);
                return filter;
            }
        };
    }
}
