package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class TokenVerificationIT {

    @Test
    void aServiceStartsWithoutTheIssuerAndSaysSoUntilItHasSeenItsKeys() throws Exception {
        var identity = new TestIdentity();
        identity.stop();
        try (ConfigurableApplicationContext service = start(identity)) {
            HttpResponse<String> answer = me(service, identity.loiret());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(answer.body()).contains("identity-unavailable");
        }
    }

    @Test
    void tokensAreStillVerifiedWhileTheIssuerIsDown() throws Exception {
        try (var identity = new TestIdentity();
                ConfigurableApplicationContext service = start(identity)) {
            assertThat(identity.fetches).as("nothing is fetched at start").hasValue(0);
            assertThat(me(service, identity.loiret()).statusCode()).isEqualTo(200);
            identity.stop();

            assertThat(me(service, identity.loiret()).statusCode()).isEqualTo(200);
            assertThat(me(service, identity.operator()).statusCode()).isEqualTo(200);
            assertThat(me(service, identity.forged()).statusCode()).isEqualTo(401);
            assertThat(identity.fetches).hasValue(1);
        }
    }

    @Test
    void withoutAListOfPublicPathsNothingIsPublic() throws Exception {
        try (var identity = new TestIdentity();
                ConfigurableApplicationContext service = start(identity)) {
            for (String path : List.of("/public/who", "/me")) {
                assertThat(get(service, path, null).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(get(service, "/actuator/health", null).statusCode()).isEqualTo(200);
            assertThat(get(service, "/public/who", identity.loiret()).statusCode()).isEqualTo(200);
        }
    }

    private static ConfigurableApplicationContext start(TestIdentity identity) {
        return new SpringApplicationBuilder(TestService.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + TestIdentity.ISSUER,
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + identity.jwks())
                .run();
    }

    private static HttpResponse<String> me(ConfigurableApplicationContext service, String token)
            throws IOException, InterruptedException {
        return get(service, "/me", token);
    }

    private static HttpResponse<String> get(
            ConfigurableApplicationContext service, String path, @Nullable String token)
            throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
