package relais.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The portal, once for all tests, with everything around it played. */
final class RunningPortal {

    static final int IN_HAND = 40;

    private static @Nullable RunningPortal shared;

    final StubServices services;
    final StubIssuer issuer;
    final String address;

    private RunningPortal(StubServices services, StubIssuer issuer, String sessions)
            throws IOException {
        this.services = services;
        this.issuer = issuer;
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        address = "http://localhost:" + port;
        new SpringApplicationBuilder(PortalApplication.class)
                .run(
                        "--server.port=" + port,
                        "--relais.portal.address=" + address,
                        "--relais.portal.secure-cookies=true",
                        "--relais.requests.in-hand=" + IN_HAND,
                        // Tests hold requests on purpose.
                        "--relais.requests.in-time=1h",
                        "--server.tomcat.connection-timeout=2s",
                        "--relais.portal.hosts=localhost",
                        "--relais.portal.sessions=" + sessions,
                        "--relais.portal.metrics-token=for-measuring",
                        "--relais.portal.patience=5s",
                        "--relais.portal.long-patience=20s",
                        // Longer than any service is waited for: a busy machine leaves nothing out.
                        "--relais.portal.count-patience=20s",
                        "--relais.portal.services.partners=" + services.address(),
                        "--relais.portal.services.experiences=" + services.address(),
                        "--relais.portal.services.contributions=" + services.address(),
                        "--relais.portal.services.feed=" + services.address(),
                        "--relais.portal.services.history=" + services.address(),
                        "--relais.portal.services.notices=" + services.address(),
                        "--relais.portal.sign-in.issuer=" + issuer.address(),
                        "--relais.portal.sign-in.keys-uri=" + issuer.address() + "/oauth2/jwks",
                        "--relais.portal.sign-in.algorithm=ES256",
                        "--relais.portal.sign-in.client-secret=portal-demo",
                        "--logging.structured.format.console=",
                        "--logging.level.root=warn");
    }

    /** As every test starts: nothing said, nobody signed in. */
    static synchronized RunningPortal fresh() {
        try {
            if (shared == null) {
                shared = new RunningPortal(new StubServices(), new StubIssuer(), "");
                shared.warmUp();
            }
            shared.services.reset();
            shared.issuer.expect(StubIssuer.Account.TOWN);
            return shared;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Another instance, with the same around it.
     *
     * @param sessions address of the MongoDB that keeps its sessions
     */
    RunningPortal another(String sessions) {
        try {
            return new RunningPortal(services, issuer, sessions);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first pages of a cold machine may take longer than the portal waits for an answer. */
    private void warmUp() {
        services.reset();
        services.json("/cards/c-1", Example.experience(""));
        for (int i = 0; i < 20; i++) {
            if (visitor().page("/").select(".missing").isEmpty()
                    && visitor().page("/cards/c-1").select(".missing").isEmpty()) {
                return;
            }
        }
    }

    Visitor visitor() {
        return new Visitor(this);
    }

    /** A browser without scripts: it keeps cookies and follows nothing. */
    static final class Visitor {

        private final RunningPortal portal;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(30))
                        .build();
        private String language = "fr";

        private Visitor(RunningPortal portal) {
            this.portal = portal;
        }

        Visitor reading(String languages) {
            language = languages;
            return this;
        }

        /** Goes the whole way of a code, with the test as the issuer's own pages. */
        Visitor signedIn(StubIssuer.Account account) {
            return signedIn(account, portal.address, 3600, "");
        }

        /**
         * The same with the code brought to another instance.
         *
         * @param seconds that the access token is good for
         */
        Visitor signedIn(
                StubIssuer.Account account, String instance, int seconds, String refreshToken) {
            portal.issuer.expect(account);
            portal.issuer.give("token-of-" + account.name(), seconds, refreshToken);
            String asked = location(get("/oauth2/authorization/relais"));
            var query = UriComponentsBuilder.fromUriString(asked).build().getQueryParams();
            portal.issuer.expectNonce(
                    URLDecoder.decode(
                            Objects.requireNonNull(query.getFirst("nonce")),
                            StandardCharsets.UTF_8));
            get(instance + "/login/oauth2/code/relais?code=c-42&state=" + query.getFirst("state"));
            return this;
        }

        /** Sends a form, with the token that its page holds unseen. */
        HttpResponse<String> send(String path, Map<String, String> fields, String... headers) {
            var all = new LinkedHashMap<>(fields);
            all.put("_csrf", page("/account").select("input[name=_csrf]").val());
            return post(
                    path,
                    all.entrySet().stream()
                            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&")),
                    headers);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static String location(HttpResponse<String> response) {
            return response.headers().firstValue("Location").orElse("");
        }

        HttpResponse<String> get(String path, String... headers) {
            return send(request(path, headers).GET());
        }

        Document page(String path) {
            return Jsoup.parse(get(path).body());
        }

        HttpResponse<String> post(String path, String form, String... headers) {
            return send(
                    request(path, headers)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        /**
         * A form as a browser sends it that has files in it: the parts, and what is between them.
         */
        HttpResponse<String> multipart(String path, String boundary, byte[] parts) {
            return send(
                    request(path)
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(parts)));
        }

        private HttpRequest.Builder request(String path, String... headers) {
            URI uri =
                    path.startsWith("http") ? URI.create(path) : URI.create(portal.address + path);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(uri)
                            .timeout(Duration.ofSeconds(60))
                            .header("Accept", "text/html")
                            .header("Accept-Language", language);
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            String kept = kept();
            return kept.isEmpty() ? request : request.header("Cookie", kept);
        }

        /**
         * By name and value: the secure cookies of this portal travel over the tests' plain http.
         */
        private String kept() {
            return String.join(
                    "; ",
                    cookies.getCookieStore().getCookies().stream()
                            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                            .toList());
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                HttpRequest built = request.build();
                HttpResponse<String> response = http.send(built, BodyHandlers.ofString());
                cookies.put(built.uri(), response.headers().map());
                return response;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
