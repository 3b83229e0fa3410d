package relais.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a first visit to a page brings over the network, compressed as a browser gets it: the page
 * and every file that it names. The map is a drawing in the page and a file that it takes shapes
 * from; both are counted apart.
 */
final class PageWeight {

    private static final Pattern NAMED =
            Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"#]+)");
    private static final Pattern MAP =
            Pattern.compile("<svg[^>]*class=\"france\".*?</svg>", Pattern.DOTALL);
    private static final String MAP_FILE = "/assets/france";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI asset;
    private final Map<String, Integer> files;
    private final int page;
    private final int pageWithoutMap;

    private PageWeight(URI asset, Map<String, Integer> files, int page, int pageWithoutMap) {
        this.asset = asset;
        this.files = files;
        this.page = page;
        this.pageWithoutMap = pageWithoutMap;
    }

    static PageWeight of(URI address, HttpClient http) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(address, http);
        String html = text(answer);
        Map<String, Integer> files = new LinkedHashMap<>();
        URI asset = address;
        Matcher named = NAMED.matcher(html);
        while (named.find()) {
            URI file = address.resolve(named.group(1));
            files.put(named.group(1), get(file, http).body().length);
            if (named.group(1).endsWith(".css")) {
                asset = file;
            }
        }
        return new PageWeight(
                asset,
                files,
                answer.body().length,
                compressed(MAP.matcher(html).replaceAll("")).length);
    }

    /** Of the files of the page. */
    List<URI> addresses() {
        return files.keySet().stream().map(asset::resolve).toList();
    }

    /** A file of the page, to compare the page with. */
    URI asset() {
        return asset;
    }

    /** Bytes of the page and its files, less the map. */
    int withoutMap() {
        return pageWithoutMap
                + files.entrySet().stream()
                        .filter(file -> !file.getKey().startsWith(MAP_FILE))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
    }

    void print() {
        System.out.println("| first visit, compressed | kB |");
        System.out.println("| --- | --- |");
        row("the page", page);
        row("the page without the map", pageWithoutMap);
        files.forEach(PageWeight::row);
        row("all without the map", withoutMap());
    }

    private static void row(String name, int bytes) {
        System.out.printf(Locale.ROOT, "| %s | %.1f |%n", name, bytes / 1000.0);
    }

    private static HttpResponse<byte[]> get(URI address, HttpClient http)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(
                        HttpRequest.newBuilder(address)
                                .timeout(LIMIT)
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean packed =
                answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        byte[] bytes = answer.body();
        if (packed) {
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = unpacked.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
