package relais.local.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The services as a verification sees them, in memory. What {@link #publish} says happened is in
 * the log and in the store alike; every other method makes a fault. Only experiences have any.
 */
final class StubDeployment implements AutoCloseable {

    static final Partition EXPERIENCES = new Partition("relais.experiences", 3);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "operator-token";

    /** An aggregate as the experiences service has it. */
    record Stored(long version, long unsent, boolean privateSteps) {}

    final SortedMap<String, Stored> store = new TreeMap<>();
    final List<LogRecord> log = new ArrayList<>();

    /** What history proves, if it is not what it tells. */
    @Nullable List<LogRecord> provedLog;

    /** What the feed answers to {@code /facets}. */
    Supplier<String> facets = () -> "{}";

    /** Happens once, before a path is answered for the first time. */
    final Map<String, Runnable> before = new HashMap<>();

    /** How many answers of a path break off in the middle. */
    int brokenDownloads;

    int unavailable;
    int longestPage = 100;
    final List<String> asked = new ArrayList<>();

    private final HttpServer server;

    StubDeployment() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    Deployment deployment() {
        return deployment(TOKEN);
    }

    Deployment deployment(String token) {
        return new Deployment(
                Deployment.SERVICES.stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name, name -> uri().resolve("/" + name + "/"))),
                () -> token);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The next version of an experience. */
    void publish(String id) {
        long version = store.getOrDefault(id, new Stored(0, 0, false)).version() + 1;
        store.put(id, new Stored(version, 0, false));
        tell(id, version, "");
    }

    /** A record that nothing in the store leads to. */
    void tell(String id, long version, String content) {
        write(
                new TreeMap<>(
                        Map.of(
                                "ce_id",
                                id + ":" + version,
                                "ce_subject",
                                id,
                                "ce_sequence",
                                Long.toString(version))),
                content);
    }

    void write(SortedMap<String, String> headers, String content) {
        log.add(
                new LogRecord(
                        EXPERIENCES, log.size(), "region:44", headers, content.getBytes(UTF_8)));
    }

    /** What the log's records make, up to a number of them. */
    static Proof proof(List<LogRecord> records) {
        LogDigest digest = new LogDigest(Map.of(EXPERIENCES, Long.MAX_VALUE));
        records.forEach(record -> digest.add(record, LogDigest.of(record)));
        return digest.proof();
    }

    /** A claim as the feed makes it, of the first records. */
    String claim(int records, String digest) {
        return "{\"proof\":{\"upTo\":\"%d\",\"records\":%d,\"digest\":\"%s\"}}"
                .formatted(records, records, digest);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange);
        asked.add(path);
        Runnable happens = before.remove(path);
        if (happens != null) {
            happens.run();
        }
        if (unavailable > 0) {
            unavailable--;
            answer(exchange, 503, "{}");
        } else if (!("Bearer " + TOKEN)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"title\":\"Qui êtes-vous ?\"}");
        } else {
            switch (path) {
                case "/experiences/aggregates" -> answer(exchange, 200, aggregates(query));
                case "/partners/aggregates", "/contributions/aggregates" ->
                        answer(exchange, 200, "{\"items\":[]}");
                case "/feed/facets" -> answer(exchange, 200, facets.get());
                case "/history/proofs" -> proofs(exchange, query);
                case "/history/events" -> events(exchange, query);
                default -> answer(exchange, 404, "{}");
            }
        }
    }

    private String aggregates(Map<String, String> query) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        for (Map.Entry<String, Stored> entry :
                store.tailMap(query.getOrDefault("cursor", "") + "\0").entrySet()) {
            if (items.size() == longestPage) {
                page.put("nextCursor", items.get(items.size() - 1).path("id").asString());
                break;
            }
            items.addObject()
                    .put("id", entry.getKey())
                    .put("type", "EXPERIENCE")
                    .put("version", entry.getValue().version())
                    .put("unsent", entry.getValue().unsent())
                    .put("privateSteps", entry.getValue().privateSteps());
        }
        return page.toString();
    }

    private void proofs(HttpExchange exchange, Map<String, String> query) throws IOException {
        List<LogRecord> all = provedLog == null ? log : provedLog;
        int upTo = Integer.parseInt(query.getOrDefault("upTo", Integer.toString(all.size())));
        if (upTo > all.size()) {
            answer(exchange, 400, "{\"title\":\"Place à venir\"}");
            return;
        }
        Proof proof = proof(all.subList(0, upTo));
        ObjectNode json = JSON.createObjectNode();
        json.put("upTo", Integer.toString(upTo));
        json.put("records", proof.events()).put("digest", proof.digest());
        ArrayNode partitions = json.putArray("partitions");
        proof.shares()
                .forEach(
                        (partition, share) ->
                                partitions
                                        .addObject()
                                        .put("partition", partition.toString())
                                        .put("next", share.next())
                                        .put("records", share.events())
                                        .put("digest", share.digest()));
        answer(exchange, 200, json.toString());
    }

    private void events(HttpExchange exchange, Map<String, String> query) throws IOException {
        String after = query.getOrDefault("after", "x:-1");
        long from = Long.parseLong(after.substring(after.lastIndexOf(':') + 1)) + 1;
        long upTo = Long.parseLong(query.getOrDefault("upTo", ""));
        List<String> lines =
                log.stream()
                        .filter(record -> record.offset() >= from && record.offset() < upTo)
                        .map(StubDeployment::line)
                        .toList();
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        if (brokenDownloads > 0) {
            brokenDownloads--;
            String text = String.join("", lines);
            body.write(text.substring(0, text.length() / 2).getBytes(UTF_8));
            body.flush();
            // Neither the body nor the connection ends in order.
            throw new IOException("broken off");
        }
        body.write(String.join("", lines).getBytes(UTF_8));
        exchange.close();
    }

    private static String line(LogRecord record) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("log")
                .put("topic", record.partition().topic())
                .put("partition", record.partition().number())
                .put("offset", record.offset())
                .put("key", record.key());
        ObjectNode raw = line.putObject("raw");
        ObjectNode headers = raw.putObject("headers");
        record.headers().forEach(headers::put);
        raw.put("value", Base64.getEncoder().encodeToString(record.value()));
        return line + "\n";
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            query.put(
                    part.substring(0, equals),
                    URLDecoder.decode(part.substring(equals + 1), UTF_8));
        }
        return query;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
