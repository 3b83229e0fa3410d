package relais.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** All services in one server: what a path answers is what a test said, until it says otherwise. */
final class StubServices implements AutoCloseable {

    /** A request as it came. */
    record Asked(
            String method,
            String path,
            String query,
            @Nullable String authorization,
            @Nullable String language,
            @Nullable String ifMatch,
            String body) {}

    /** What is answered, once it may be. */
    private record Said(
            int status,
            String type,
            String body,
            CountDownLatch when,
            Map<String, String> headers) {}

    /** Of answers that are not held. */
    private static final CountDownLatch NOW = new CountDownLatch(0);

    private final HttpServer server;
    private final Map<String, Said> said = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<CountDownLatch> held = new CopyOnWriteArrayList<>();

    StubServices() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * Forgets what was said and asked; an empty feed, no cards and empty facets are there again.
     */
    void reset() {
        held.forEach(CountDownLatch::countDown);
        held.clear();
        said.clear();
        asked.clear();
        json("/feed", "{\"items\": []}");
        json("/facets", "{}");
        json("/cards", "{\"items\": []}");
        json("/messages", "{\"items\": []}");
    }

    void json(String path, String body) {
        say(path, 200, "application/json", body);
    }

    void problem(String path, int status, String body) {
        say(path, status, "application/problem+json", body);
    }

    /** A service that asks to be left alone for a while. */
    void tooFast(String path, String retryAfter, String body) {
        said.put(
                path,
                new Said(
                        429,
                        "application/problem+json",
                        body,
                        NOW,
                        Map.of("Retry-After", retryAfter)));
    }

    /**
     * What is answered from now on.
     *
     * @param path alone, or after a method and a space for that method only
     */
    void say(String path, int status, String type, String body) {
        said.put(path, new Said(status, type, body, NOW, Map.of()));
    }

    /**
     * JSON that is answered once the test lets it, or never.
     *
     * @param path as of {@link #say}
     * @return counted down to let all who ask for it, from now on too, be answered
     */
    CountDownLatch hold(String path, String body) {
        var when = new CountDownLatch(1);
        held.add(when);
        said.put(path, new Said(200, "application/json", body, when, Map.of()));
        return when;
    }

    /**
     * What was asked for at a path.
     *
     * @param path alone, or after a method and a space
     */
    List<Asked> asked(String path) {
        return asked.stream()
                .filter(
                        each ->
                                each.path().equals(path)
                                        || path.equals(each.method() + " " + each.path()))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            String query = uri.getRawQuery();
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            uri.getPath(),
                            query == null ? "" : query,
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            exchange.getRequestHeaders().getFirst("Accept-Language"),
                            exchange.getRequestHeaders().getFirst("If-Match"),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            Said answer = answer(exchange.getRequestMethod(), uri.getPath());
            answer.when().await();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Said answer(String method, String path) {
        Said ofMethod = said.get(method + " " + path);
        return ofMethod != null
                ? ofMethod
                : said.getOrDefault(
                        path, new Said(404, "application/problem+json", "{}", NOW, Map.of()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
