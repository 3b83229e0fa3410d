package relais.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies access tokens: a signature by one of the issuer's keys with an asymmetric algorithm, the
 * issuer, the times (with the usual minute of tolerance between clocks; a token that never ends is
 * refused), and that it is an access token for this deployment.
 */
final class TokenVerification {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAXIMUM_BYTES = 64 * 1024;

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private TokenVerification() {}

    /** Does no input or output before the first token. */
    static JwtDecoder decoder(String jwkSetUri, @Nullable String issuer, TokenProperties tokens) {
        var retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAXIMUM_BYTES);
        URI uri = URI.create(jwkSetUri);
        return decoder(
                new CachedKeys(
                        () -> JWKSet.parse(retriever.retrieveResource(uri.toURL()).getContent()),
                        System::nanoTime),
                issuer,
                tokens);
    }

    private static JwtDecoder decoder(
            JWKSource<SecurityContext> keys, @Nullable String issuer, TokenProperties tokens) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types()));
        // Spring's validators check the claims, and tell which one is wrong.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(issuer, tokens));
        return decoder;
    }

    /** Those of access tokens, JWT, and none. */
    private static Set<@Nullable JOSEObjectType> types() {
        var types = new HashSet<@Nullable JOSEObjectType>();
        AccessTokenValidator.ACCESS_TOKEN_TYPES.forEach(
                type -> types.add(new JOSEObjectType(type)));
        types.add(JOSEObjectType.JWT);
        types.add(null);
        return types;
    }

    private static OAuth2TokenValidator<Jwt> validator(
            @Nullable String issuer, TokenProperties tokens) {
        var times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        var validators = new ArrayList<OAuth2TokenValidator<Jwt>>();
        validators.add(times);
        validators.add(new AccessTokenValidator(tokens));
        if (issuer != null) {
            validators.add(new JwtIssuerValidator(issuer));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }
}
