package relais.teststack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Issues access tokens with the claims of Relais and serves the keys to check them. It signs by
 * ES256: with C1 alone, as tests run, a signature by RS256 takes more than ten times as long.
 */
public final class TestIssuer {

    private static final String KEY = "test";
    private static final String AUDIENCE = "relais";
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final ECKey key = newKey();
    private final ECKey otherKey = newKey();
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
                     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["ES256"]}
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
        return sign(key, ACCESS_TOKEN, claims(Instant.now(), subject, partner, mandate, roles));
    }

    /**
     * A token for nobody's partner that says where its bearer gets mail.
     *
     * @param subject as for {@link #token}
     * @param address {@code email}
     * @param verified {@code email_verified}
     * @param roles as for {@link #token}
     * @return a token valid for one hour
     */
    public String tokenOfAddress(
            String subject, String address, boolean verified, String... roles) {
        return sign(
                key,
                ACCESS_TOKEN,
                claims(Instant.now(), subject, null, null, roles)
                        .claim("email", address)
                        .claim("email_verified", verified));
    }

    /**
     * What this issuer signs, or seems to have signed, for the same bearer, and what must let
     * nobody in.
     *
     * @param subject as for {@link #token}
     * @param partner as for {@link #token}
     * @param mandate as for {@link #token}
     * @param roles as for {@link #token}
     * @return tokens by what is wrong with them
     */
    public Map<String, String> refused(
            String subject, @Nullable String partner, @Nullable String mandate, String... roles) {
        Instant now = Instant.now();
        Supplier<JWTClaimsSet.Builder> claims = () -> claims(now, subject, partner, mandate, roles);
        var refused = new LinkedHashMap<String, String>();
        refused.put("no token", "not-a-token");
        refused.put(
                "expired",
                sign(
                        key,
                        ACCESS_TOKEN,
                        claims(
                                now.minus(VALIDITY.multipliedBy(2)),
                                subject,
                                partner,
                                mandate,
                                roles)));
        refused.put("forged", sign(otherKey, ACCESS_TOKEN, claims.get()));
        refused.put("endless", sign(key, ACCESS_TOKEN, claims.get().expirationTime(null)));
        refused.put("for nobody", sign(key, ACCESS_TOKEN, claims.get().audience((String) null)));
        refused.put(
                "for another audience", sign(key, ACCESS_TOKEN, claims.get().audience("other")));
        refused.put("of another type", sign(key, new JOSEObjectType("logout+jwt"), claims.get()));
        refused.put(
                "ID token",
                sign(
                        key,
                        JOSEObjectType.JWT,
                        claims.get().audience("portal").claim("azp", "portal")));
        refused.put(
                "ID token of a client named as the audience",
                sign(key, JOSEObjectType.JWT, claims.get().claim("azp", AUDIENCE)));
        refused.put(
                "ID token bound to an access token",
                sign(
                        key,
                        JOSEObjectType.JWT,
                        claims.get().claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")));
        refused.put(
                "ID token by a claim",
                sign(key, JOSEObjectType.JWT, claims.get().claim("typ", "ID")));
        return refused;
    }

    private JWTClaimsSet.Builder claims(
            Instant issuedAt,
            String subject,
            @Nullable String partner,
            @Nullable String mandate,
            String... roles) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(uri)
                        .subject(subject)
                        .audience(AUDIENCE)
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
        return claims;
    }

    private static String sign(ECKey with, JOSEObjectType type, JWTClaimsSet.Builder claims) {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(KEY).build(),
                        claims.build());
        try {
            token.sign(new ECDSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(KEY)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
