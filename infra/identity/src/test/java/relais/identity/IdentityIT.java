package relais.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private static Path home;
    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        identity = new RunningIdentity(home);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @ParameterizedTest
    @CsvSource({
        "loiret, partner, p-departement-45, m-loiret",
        "besancon, partner, p-commune-25056, m-besancon",
        "grand-est, partner, p-region-44, m-grand-est",
        "academie-orleans-tours, partner, p-academie-18, m-academie-18",
        "comite, committee, p-mene, m-comite",
        "amf, partner, p-amf, m-amf",
        "amrf, partner, p-amrf, m-amrf",
        "adf, partner, p-adf, m-adf",
        "arf, partner, p-arf, m-arf",
        "cdc, partner, p-cdc, m-cdc",
        "villes-internet, partner, p-villes-internet, m-villes-internet",
        "numerique, partner, p-numerique, m-numerique",
        "analyste, analyst, , m-analyste",
        "exploitation, operator, , m-exploitation"
    })
    void eachAccountGetsATokenThatSaysWhoItIs(
            String account, String role, @Nullable String partner, String mandate)
            throws ParseException, JOSEException {
        SignedJWT token = accessToken(identity.token(account, account + "-demo"));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(isSignedBy(identity, token)).isTrue();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(RunningIdentity.ISSUER);
        assertThat(claims.getSubject()).isEqualTo(account);
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(claims.getAudience()).containsExactly("relais");
        assertThat(claims.getStringClaim("client_id")).isEqualTo(account);
        assertThat(claims.getStringListClaim("roles")).containsExactly(role);
        assertThat(claims.getStringClaim("partner")).isEqualTo(partner);
        assertThat(claims.getStringClaim("mandate")).isEqualTo(mandate);
        assertThat(
                        Duration.between(
                                claims.getIssueTime().toInstant(),
                                claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aWrongSecretAndAnUnknownAccountAreRefused() {
        assertThat(identity.token("loiret", "wrong").statusCode()).isEqualTo(401);
        assertThat(identity.token("nobody", "nobody-demo").statusCode()).isEqualTo(401);
        assertThat(identity.token("portal", "wrong").statusCode()).isEqualTo(401);
        assertThat(identity.token("portal", "portal-demo").body()).contains("unauthorized_client");
    }

    @Test
    void theKeySetHoldsNoPrivatePart() throws ParseException {
        JWKSet keys = JWKSet.parse(identity.get("/oauth2/jwks").body());

        assertThat(keys.getKeys()).hasSize(1);
        assertThat(keys.getKeys().getFirst().isPrivate()).isFalse();
    }

    @Test
    void theKeySurvivesARestartInAFileOfItsOwnerOnly(@TempDir Path ownHome)
            throws ParseException, JOSEException, IOException {
        SignedJWT token;
        try (var first = new RunningIdentity(ownHome)) {
            token = accessToken(first.token("loiret", "loiret-demo"));
        }
        Path file = ownHome.resolve("identity/signing-key.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        try (var second = new RunningIdentity(ownHome)) {
            assertThat(isSignedBy(second, token)).isTrue();
        }
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(ownHome.resolve("identity"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void itIsReadyAndDescribesItself() {
        assertThat(identity.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        JsonNode metadata = json(identity.get("/.well-known/openid-configuration"));
        assertThat(metadata.path("issuer").asString()).isEqualTo(RunningIdentity.ISSUER);
        assertThat(metadata.path("jwks_uri").asString())
                .isEqualTo(RunningIdentity.ISSUER + "/oauth2/jwks");
    }

    @Test
    void aPersonSignsInThroughThePortalWithPkce() throws ParseException, JOSEException {
        String verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
        String redirect = "http://localhost:8080/login/oauth2/code/relais";
        String authorize =
                "/oauth2/authorize?response_type=code&client_id=portal&scope=openid%20profile&state=s"
                        + "&code_challenge_method=S256&code_challenge="
                        + challenge(verifier)
                        + "&redirect_uri="
                        + URLEncoder.encode(redirect, StandardCharsets.UTF_8);

        assertThat(location(identity.get(authorize))).endsWith("/login");
        String csrf = find("name=\"_csrf\"[^>]*value=\"([^\"]+)\"", identity.get("/login").body());
        assertThat(location(signIn("comite", "wrong", csrf))).endsWith("/login?error");
        csrf = find("name=\"_csrf\"[^>]*value=\"([^\"]+)\"", identity.get("/login").body());
        assertThat(location(signIn("comite", "comite-demo", csrf))).contains("/oauth2/authorize");
        String code = find("[?&]code=([^&]+)", location(identity.get(authorize)));

        HttpResponse<String> stolen = exchange(code, redirect, verifier + "x");
        assertThat(stolen.statusCode()).isEqualTo(400);
        HttpResponse<String> tokens = exchange(code, redirect, verifier);

        SignedJWT access = accessToken(tokens);
        assertThat(isSignedBy(identity, access)).isTrue();
        assertThat(access.getJWTClaimsSet().getSubject()).isEqualTo("comite");
        assertThat(access.getJWTClaimsSet().getStringListClaim("roles"))
                .isEqualTo(List.of("committee"));
        assertThat(access.getJWTClaimsSet().getAudience()).containsExactly("relais");
        assertThat(access.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo("portal");
        SignedJWT id = SignedJWT.parse(json(tokens).path("id_token").asString());
        assertThat(id.getJWTClaimsSet().getStringClaim("mandate")).isEqualTo("m-comite");
        assertThat(id.getJWTClaimsSet().getAudience()).containsExactly("portal");
        assertThat(json(tokens).has("refresh_token")).as("of a public client").isFalse();

        String again = find("[?&]code=([^&]+)", location(identity.get(authorize)));
        var form =
                Map.of(
                        "grant_type", "authorization_code",
                        "code", again,
                        "redirect_uri", redirect,
                        "code_verifier", verifier);
        String renewal =
                json(identity.token("portal", "portal-demo", form))
                        .path("refresh_token")
                        .asString();
        var renewed =
                identity.token(
                        "portal",
                        "portal-demo",
                        Map.of("grant_type", "refresh_token", "refresh_token", renewal));
        assertThat(accessToken(renewed).getJWTClaimsSet().getStringClaim("mandate"))
                .isEqualTo("m-comite");
    }

    private static HttpResponse<String> signIn(String user, String password, String csrf) {
        return identity.post(
                "/login", Map.of("username", user, "password", password, "_csrf", csrf));
    }

    private static HttpResponse<String> exchange(String code, String redirect, String verifier) {
        return identity.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "portal",
                        "code", code,
                        "redirect_uri", redirect,
                        "code_verifier", verifier));
    }

    private static SignedJWT accessToken(HttpResponse<String> response) throws ParseException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SignedJWT.parse(json(response).path("access_token").asString());
    }

    private static boolean isSignedBy(RunningIdentity issuer, SignedJWT token)
            throws ParseException, JOSEException {
        JWKSet keys = JWKSet.parse(issuer.get("/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none, but " + response);
    }

    private static String find(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
