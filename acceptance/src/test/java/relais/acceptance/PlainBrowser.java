package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * One person's way through the pages without a browser: cookies, and redirects within the stack.
 * Cookies know no ports, and the issuer's and the portal's have different names.
 */
final class PlainBrowser {

    private static final int REDIRECTS = 10;
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(30))
                    .build();

    private final URI portal;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    PlainBrowser(URI portal) {
        this.portal = portal;
    }

    /**
     * What came of it in the end.
     *
     * @param address where the last redirect led to
     * @param isToCome whether it is refused for now, with a time to ask again
     */
    record Page(URI address, int status, String type, String text, boolean isToCome) {}

    /** A second one with the same cookies. */
    PlainBrowser copy() {
        var other = new PlainBrowser(portal);
        other.cookies.putAll(cookies);
        return other;
    }

    void signIn(String account) {
        Page asked = get(portal.resolve("/sign-in?back=/"));
        Element form = Jsoup.parse(asked.text(), asked.address().toString()).selectFirst("form");
        Objects.requireNonNull(form, asked.text());
        Map<String, String> fields =
                form.select("input[name]").stream()
                        .collect(Collectors.toMap(each -> each.attr("name"), Element::val));
        fields.put("username", account);
        fields.put("password", account + "-demo");
        Page back = follow(post(asked.address().resolve(form.attr("action")), fields));
        assertThat(back.text()).contains(account);
    }

    /** Sends a form, and follows nothing. */
    HttpResponse<String> post(URI address, Map<String, String> fields) {
        return post(address, fields, Map.of());
    }

    /** The same with headers that a browser does not send by itself. */
    HttpResponse<String> post(
            URI address, Map<String, String> fields, Map<String, String> headers) {
        String body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Follows redirects; those to another host than the stack's are not followed. */
    Page get(URI address) {
        return follow(send(HttpRequest.newBuilder(address)));
    }

    private Page follow(HttpResponse<String> first) {
        HttpResponse<String> response = first;
        for (int i = 0; i < REDIRECTS && response.statusCode() / 100 == 3; i++) {
            URI next = response.uri().resolve(response.headers().firstValue("Location").orElse(""));
            response = send(HttpRequest.newBuilder(next));
        }
        return new Page(
                response.uri(),
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body(),
                response.statusCode() >= 400
                        && response.headers().firstValue("Retry-After").isPresent());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(60)).header("Accept", "text/html");
        String kept =
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        if (!kept.isEmpty()) {
            request.header("Cookie", kept);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            for (String set : response.headers().allValues("Set-Cookie")) {
                HttpCookie.parse(set)
                        .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            }
            return response;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
