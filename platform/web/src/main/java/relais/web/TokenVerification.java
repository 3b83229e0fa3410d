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
 * issuer, and the times (with the usual minute of tolerance between clocks).
 */
final class TokenVerification {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAXIMUM_BYTES = 64 * 1024;

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    /** RFC 9068 gives access tokens a type of their own; most issuers say JWT, or nothing. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private TokenVerification() {}

    /** Does no input or output before the first token. */
    static JwtDecoder decoder(String jwkSetUri, @Nullable String issuer) {
        var retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAXIMUM_BYTES);
        URI uri = URI.create(jwkSetUri);
        return decoder(
                new CachedKeys(
                        () -> JWKSet.parse(retriever.retrieveResource(uri.toURL()).getContent()),
                        System::nanoTime),
                issuer);
    }

    static JwtDecoder decoder(JWKSource<SecurityContext> keys, @Nullable String issuer) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        // Spring's validators check the claims, and tell which one is wrong.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(issuer));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(@Nullable String issuer) {
        var times = new JwtTimestampValidator();
        return issuer == null
                ? times
                : new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(issuer));
    }
}
