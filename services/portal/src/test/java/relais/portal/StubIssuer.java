package relais.portal;

import com.nimbusds.jose.JOSEException;
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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The part of an OpenID Connect issuer that talks to the portal itself: it gives tokens for any
 * code. The part that talks to a browser is played by the test.
 */
final class StubIssuer implements AutoCloseable {

    /**
     * Somebody who can sign in.
     *
     * @param partner they act for; null for none
     */
    record Account(
            String name, List<String> roles, @Nullable String partner, @Nullable String mandate) {

        static final Account TOWN =
                new Account("besancon", List.of("partner"), "p-commune-25056", "m-besancon");
        static final Account COMMITTEE =
                new Account("comite", List.of("committee"), "p-mene", "m-comite");
        static final Account ANALYST =
                new Account("analyste", List.of("analyst"), null, "m-analyste");
        static final Account OPERATOR =
                new Account("exploitation", List.of("operator"), null, "m-exploitation");

        /** Of a partner of its own, which no other test has said anything about. */
        static Account of(String partner) {
            return new Account(partner, List.of("partner"), partner, "m-" + partner);
        }
    }

    private final HttpServer server;
    private final ECKey key;
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();

    /** Refresh tokens that were shown: each is for one use. */
    private final Set<String> refreshed = ConcurrentHashMap.newKeySet();

    private volatile String nonce = "";
    private volatile String accessToken = "";
    private volatile String refreshToken = "";
    private volatile int lifetime = 3600;
    private volatile int status = 200;
    private volatile Account account = Account.TOWN;

    StubIssuer() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", this::token);
        server.createContext("/oauth2/jwks", this::keys);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What the next token request is answered with. */
    void give(String newAccessToken, int seconds, String newRefreshToken) {
        accessToken = newAccessToken;
        lifetime = seconds;
        refreshToken = newRefreshToken;
        status = 200;
    }

    /** Who signs in from now on. */
    void expect(Account next) {
        refreshed.clear();
        account = next;
    }

    void refuse() {
        status = 400;
    }

    /** Of the authorization request that the browser carried. */
    void expectNonce(String sent) {
        nonce = sent;
    }

    /** The form of each token request. */
    List<Map<String, String>> requests() {
        return requests;
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&", -1)) {
            int at = field.indexOf('=');
            fields.put(
                    field.substring(0, at),
                    URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
        }
        requests.add(fields);
        String shown = fields.get("refresh_token");
        if (shown != null) {
            answerSlowly();
        }
        if (status != 200 || (shown != null && !refreshed.add(shown))) {
            send(exchange, status, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String refresh =
                refreshToken.isEmpty() ? "" : "\"refresh_token\": \"" + refreshToken + "\", ";
        send(
                exchange,
                200,
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d, %s\"id_token\": \"%s\"}"
                        .formatted(accessToken, lifetime, refresh, idToken()));
    }

    /** So that whoever else wants the same asks before this one is answered. */
    private void answerSlowly() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String idToken() {
        Instant now = Instant.now();
        Account person = account;
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(),
                        new JWTClaimsSet.Builder()
                                .issuer(address())
                                .subject(person.name())
                                .audience("portal")
                                .claim("nonce", nonce)
                                .claim("roles", person.roles())
                                .claim("partner", person.partner())
                                .claim("mandate", person.mandate())
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plusSeconds(600)))
                                .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private void keys(HttpExchange exchange) throws IOException {
        send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
