package relais.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of tokens that serves its public key over HTTP, on a free port. */
final class TestIdentity implements AutoCloseable {

    static final String ISSUER = "http://issuer.test";

    private final RSAKey key = newKey("k1");
    private final RSAKey foreign = newKey("k1");
    private final HttpServer server = newServer();
    final AtomicInteger fetches = new AtomicInteger();

    TestIdentity() {
        byte[] keys = new JWKSet(key).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/jwks",
                exchange -> {
                    fetches.incrementAndGet();
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
        server.start();
    }

    String jwks() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    String loiret() {
        return sign(key, claims("loiret", Duration.ofHours(1)).build());
    }

    String operator() {
        return sign(
                key,
                claims("exploitation", Duration.ofHours(1))
                        .claim("roles", List.of("operator"))
                        .claim("partner", null)
                        .claim("mandate", null)
                        .build());
    }

    String expired() {
        return sign(key, claims("loiret", Duration.ofHours(-1)).build());
    }

    String forged() {
        return sign(foreign, claims("loiret", Duration.ofHours(1)).build());
    }

    String ofAnotherIssuer() {
        return sign(key, claims("loiret", Duration.ofHours(1)).issuer("http://other").build());
    }

    String endless() {
        return sign(key, claims("loiret", Duration.ofHours(1)).expirationTime(null).build());
    }

    String forAnotherAudience() {
        return sign(key, claims("loiret", Duration.ofHours(1)).audience("portal").build());
    }

    String idToken() {
        return sign(
                key,
                claims("loiret", Duration.ofHours(1)).claim("at_hash", "77QmUPtjPfzWtF2A").build());
    }

    /** From now on nobody answers; tokens can still be signed. */
    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }

    private static JWTClaimsSet.Builder claims(String account, Duration validity) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(account)
                .audience("relais")
                .issueTime(Date.from(now.minus(Duration.ofHours(2))))
                .expirationTime(Date.from(now.plus(validity)))
                .claim("partner", "p-departement-45")
                .claim("mandate", "m-loiret")
                .claim("roles", List.of("partner", "something-else"));
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
