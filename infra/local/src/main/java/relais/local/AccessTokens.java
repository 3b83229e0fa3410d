package relais.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import relais.local.message.Problem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks an issuer for access tokens of the demo accounts, whose secrets are public.
 *
 * @param endpoint its token endpoint
 */
public record AccessTokens(URI endpoint) {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    public String of(String account) {
        String credentials =
                Base64.getEncoder()
                        .encodeToString(
                                (account + ":" + account + "-demo")
                                        .getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(LIMIT)
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Problem("token.refused", account, answer.statusCode());
            }
            return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
        } catch (IOException e) {
            throw new Problem(e, "token.unreachable", endpoint);
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "token.unreachable", endpoint);
        }
    }
}
