package relais.teststack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues access tokens with the claims of Relais and serves the keys to check them. */
public final class TestIssuer {

    private static final String KEY = "test";
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final RSAKey key = newKey();
    private final RSAKey otherKey = newKey();
    private final String uri;

    private TestIssuer(int port) {
        this.uri = "http://127.0.0.1:" + port;
    }

    static TestIssuer start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server.getAddress().getPort());
            String keys = new JWKSet(issuer.key).toString(true);
            String metadata =
                    """
                    {"issuer":"%s","jwks_uri":"%s","authorization_endpoint":"%s/oauth2/authorize",
                     "token_endpoint":"%s/oauth2/token","response_types_supported":["code"],
                     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                    """
                            .formatted(issuer.uri, issuer.jwksUri(), issuer.uri, issuer.uri);
            server.createContext("/oauth2/jwks", exchange -> answer(exchange, keys));
            server.createContext("/.well-known/", exchange -> answer(exchange, metadata));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The issuer ({@code iss}) of its tokens. */
    public String issuerUri() {
        return uri;
    }

    /** Where its public keys are. */
    public String jwksUri() {
        return uri + "/oauth2/jwks";
    }

    /**
     * @param subject {@code sub}
     * @param partner id of the partner acted for, or null for nobody's
     * @param mandate id of the mandate, or null for none
     * @param roles any of {@code partner}, {@code committee}, {@code analyst}, {@code operator}
     * @return a token valid for one hour
     */
    public String token(
            String subject, @Nullable String partner, @Nullable String mandate, String... roles) {
        return sign(key, Instant.now(), subject, partner, mandate, roles);
    }

    /**
     * @param subject {@code sub}
     * @param partner as for {@link #token}
     * @param mandate as for {@link #token}
     * @param roles as for {@link #token}
     * @return a token that ended an hour ago
     */
    public String expired(
            String subject, @Nullable String partner, @Nullable String mandate, String... roles) {
        return sign(
                key,
                Instant.now().minus(VALIDITY.multipliedBy(2)),
                subject,
                partner,
                mandate,
                roles);
    }

    /**
     * @param subject {@code sub}
     * @param partner as for {@link #token}
     * @param mandate as for {@link #token}
     * @param roles as for {@link #token}
     * @return a token that claims to be signed with this issuer's key and is not
     */
    public String forged(
            String subject, @Nullable String partner, @Nullable String mandate, String... roles) {
        return sign(otherKey, Instant.now(), subject, partner, mandate, roles);
    }

    private String sign(
            RSAKey with,
            Instant issuedAt,
            String subject,
            @Nullable String partner,
            @Nullable String mandate,
            String... roles) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(uri)
                        .subject(subject)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(issuedAt))
                        .expirationTime(Date.from(issuedAt.plus(VALIDITY)))
                        .claim("roles", List.of(roles));
        if (partner != null) {
            claims.claim("partner", partner);
        }
        if (mandate != null) {
            claims.claim("mandate", mandate);
        }
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY).build(),
                        claims.build());
        try {
            token.sign(new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(KEY).algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
