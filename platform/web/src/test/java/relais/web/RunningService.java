package relais.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that has one of everything, as it runs: one of it for all tests that extend this. */
abstract class RunningService {

    static final int IN_HAND = 12;
    static final TestIdentity IDENTITY = new TestIdentity();

    /** Ends with the process. */
    static final ConfigurableApplicationContext SERVICE = start();

    static final int PORT =
            SERVICE.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(TestService.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "relais.web.public-get=/public/**",
                        "relais.web.body-limits.[/imports]=1MB",
                        "relais.web.title=Test",
                        "relais.requests.in-hand=" + IN_HAND,
                        // Tests hold requests on purpose.
                        "relais.requests.in-time=1h",
                        "relais.requests.apart=/public/apart",
                        "RELAIS_METRICS_TOKEN=for-measuring",
                        "RELAIS_HOSTS=localhost,127.0.0.1",
                        "spring.main.banner-mode=off",
                        "spring.threads.virtual.enabled=true",
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + TestIdentity.ISSUER,
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + IDENTITY.jwks())
                // What this module sets by itself is stronger than the properties above.
                .run("--server.tomcat.connection-timeout=2s");
    }

    static HttpRequest.Builder request(String path) {
        // The JDK's URI is stricter than the servers that people aim at: see AddressesIT.
        String legal = path.replace("[", "%5B").replace("]", "%5D");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + legal))
                .timeout(Duration.ofSeconds(60));
    }

    static HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    static HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + IDENTITY.loiret());
    }

    static Answer post(String body) {
        return send(
                authorized("/things")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(
                    HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
