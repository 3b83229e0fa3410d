package relais.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The issuer on a free port, as the launcher starts it: by its environment. */
final class RunningIdentity implements AutoCloseable {

    static final String ISSUER = "http://issuer.test";

    private final ConfigurableApplicationContext application;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    RunningIdentity(Path home) {
        application =
                new SpringApplicationBuilder(IdentityApplication.class)
                        .run(
                                "--RELAIS_IDENTITY_PORT=0",
                                "--RELAIS_HOME=" + home,
                                "--RELAIS_ISSUER=" + ISSUER,
                                "--RELAIS_HOSTS=127.0.0.1",
                                "--logging.structured.format.console=");
    }

    String url(String path) {
        return "http://127.0.0.1:"
                + application.getEnvironment().getRequiredProperty("local.server.port")
                + path;
    }

    SignInAttempts attempts() {
        return application.getBean(SignInAttempts.class);
    }

    HttpResponse<String> get(String path) {
        return get(path, "fr");
    }

    HttpResponse<String> get(String path, String languages) {
        return send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Accept", "text/html, */*;q=0.1")
                        .header("Accept-Language", languages));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return send(form(path, form));
    }

    HttpResponse<String> token(String account, String secret) {
        return token(account, secret, Map.of("grant_type", "client_credentials"));
    }

    HttpResponse<String> token(String client, String secret, Map<String, String> form) {
        String basic = client + ":" + secret;
        return send(
                form("/oauth2/token", form)
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        basic.getBytes(StandardCharsets.UTF_8))));
    }

    private HttpRequest.Builder form(String path, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(
                                entry ->
                                        entry.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        application.close();
    }
}
