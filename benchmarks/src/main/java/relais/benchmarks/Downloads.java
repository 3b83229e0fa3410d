package relais.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Takes the history away over HTTP, as an analyst does, and throws the bytes away. */
final class Downloads {

    private static final Duration FIRST_BYTE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI history;
    private final Supplier<String> token;

    Downloads(URI history, Supplier<String> token) {
        this.history = history;
        this.token = token;
    }

    /**
     * What came.
     *
     * @param events as the manifest says, which is written after the last byte
     */
    record Downloaded(long events, long bytes, Duration took) {}

    /**
     * All of it.
     *
     * @param query such as {@code format=csv}
     */
    Downloaded download(String query) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer =
                http.send(request("/events?" + query), HttpResponse.BodyHandlers.ofInputStream());
        long bytes;
        try (InputStream body = answer.body()) {
            bytes = body.transferTo(OutputStream.nullOutputStream());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (answer.statusCode() != 200) {
            throw new IOException(query + ": status " + answer.statusCode());
        }
        String link = answer.headers().firstValue("Link").orElseThrow();
        String manifest =
                http.send(
                                request(link.substring(1, link.indexOf('>'))),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
        return new Downloaded(json.readTree(manifest).get("events").asLong(), bytes, took);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(history.resolve(path))
                .timeout(FIRST_BYTE)
                .header("Authorization", "Bearer " + token.get())
                .build();
    }
}
