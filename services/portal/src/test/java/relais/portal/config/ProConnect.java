package relais.portal.config;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is particular to ProConnect, as its guide for service providers has it: it takes the
 * parameters that it lists and refuses others, wants the secret in the body, signs by ES256, and
 * answers what it knows of a person as a signed JWT; its ID token says next to nothing.
 */
final class ProConnect implements AutoCloseable {

    static final String CLIENT = "relais";
    static final String SECRET = "secret of relais";

    private static final Set<String> AT_THE_DOOR =
            Set.of(
                    "response_type",
                    "client_id",
                    "redirect_uri",
                    "scope",
                    "state",
                    "nonce",
                    "acr_values",
                    "claims",
                    "prompt",
                    "login_hint",
                    "idp_hint");
    private static final Set<String> FOR_TOKENS =
            Set.of("grant_type", "code", "redirect_uri", "client_id", "client_secret");

    private final HttpServer server;
    private final ECKey key = key();
    private final ECKey otherKey = key();
    private String nonce = "";

    String assurance = "eidas1";
    String provider = "71144ab3-ee1a-4401-b7b3-79b44f7daeeb";
    String audience = CLIENT;
    boolean forged;

    ProConnect() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/token", this::token);
        server.createContext("/api/v2/userinfo", this::userInfo);
        server.createContext(
                "/api/v2/jwks",
                exchange ->
                        answer(exchange, 200, "application/json", new JWKSet(key).toString(true)));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2";
    }

    /** Comes back with a code, or with the error of the parameter that is not listed. */
    Map<String, String> authorize(String uri) {
        Map<String, String> asked = parameters(uri.substring(uri.indexOf('?') + 1));
        if (!AT_THE_DOOR.containsAll(asked.keySet())) {
            return Map.of("error", "invalid_request");
        }
        nonce = asked.getOrDefault("nonce", "");
        return Map.of("code", "c-1");
    }

    private void token(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> form = parameters(new String(body, StandardCharsets.UTF_8));
        if (!FOR_TOKENS.equals(form.keySet()) || !SECRET.equals(form.get("client_secret"))) {
            answer(exchange, 400, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        String identity = sign(key, claims().claim("nonce", nonce).claim("acr", assurance).build());
        answer(
                exchange,
                200,
                "application/json",
                """
                {"access_token":"opaque","token_type":"Bearer","expires_in":60,"id_token":"%s"}
                """
                        .formatted(identity));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        if (!"Bearer opaque".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "application/json", "{}");
            return;
        }
        JWTClaimsSet person =
                claims().audience(audience)
                        .claim("given_name", "Camille")
                        .claim("usual_name", "Martin")
                        .claim("siret", "21250056500016")
                        .claim("idp_id", provider)
                        .build();
        answer(exchange, 200, "application/jwt", sign(forged ? otherKey : key, person));
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("s-1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String sign(ECKey with, JWTClaimsSet claims) {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(), claims);
        try {
            token.sign(new ECDSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
