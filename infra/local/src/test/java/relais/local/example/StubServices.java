package relais.local.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The services as the loader sees them, in memory, with as many faults as a test wants. */
final class StubServices implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, ObjectNode> partners = new TreeMap<>();
    final List<String> imports = new ArrayList<>();
    final List<String> changes = new ArrayList<>();
    final List<String> files = new ArrayList<>();
    int unavailableAnswers;
    int rehearsalsTooEarly;
    int refuseImportedLine;
    final List<String> archives = new ArrayList<>();
    int archivesTooEarly;
    int refuseArchivedRow;
    int failAfterChanges = Integer.MAX_VALUE;

    private final Set<String> importedRows = new HashSet<>();
    private final HttpServer server;

    StubServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    ObjectNode partner(String id) {
        return requireNonNull(partners.get(id), id);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        String body = new String(sent, UTF_8);
        String[] path = exchange.getRequestURI().getPath().split("/");
        boolean read = exchange.getRequestMethod().equals("GET");
        if (unavailableAnswers > 0) {
            unavailableAnswers--;
            answer(exchange, 503, "{}");
        } else if (!"Bearer operator-token"
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"title\":\"Qui êtes-vous ?\"}");
        } else if (path[1].equals("imports")) {
            boolean table =
                    exchange.getRequestHeaders().getFirst("Content-Type").startsWith("text/csv");
            answer(exchange, 200, table ? imported(body, path.length > 2) : archived(body));
        } else if (path[1].equals("files")) {
            files.add(exchange.getRequestURI().getQuery());
            answer(exchange, 201, "{\"hash\":\"hash-of-%d-bytes\"}".formatted(sent.length));
        } else if (read) {
            ObjectNode known = partners.get(path[2]);
            answer(exchange, known == null ? 404 : 200, known == null ? "{}" : known.toString());
        } else if (changes.size() >= failAfterChanges) {
            answer(
                    exchange,
                    500,
                    "{\"title\":\"Panne\",\"violations\":[{\"field\":\"name\",\"message\":\"non\"}]}");
        } else {
            change(exchange, path, (ObjectNode) JSON.readTree(body));
        }
    }

    private void change(HttpExchange exchange, String[] path, ObjectNode body) throws IOException {
        if (path.length == 2) {
            body.put("version", 1).putArray("mandates");
            partners.put(body.path("id").asString(), body);
            changes.add("registered " + body.path("id").asString());
            answer(exchange, 201, body.toString());
            return;
        }
        ObjectNode partner = partner(path[2]);
        long version = partner.path("version").asLong();
        if (!("\"" + version + "\"").equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            answer(exchange, 412, "{\"title\":\"Version dépassée\"}");
            return;
        }
        switch (path[3]) {
            case "signature" -> partner.put("charterSignedOn", body.path("signedOn").asString());
            case "admission" -> partner.put("committee", true);
            case "mandates" -> partner.withArray("mandates").add(body);
            case "name" -> partner.put("name", body.path("name").asString());
            default -> throw new IllegalArgumentException(path[3]);
        }
        partner.put("version", version + 1);
        changes.add(path[3] + " " + path[2]);
        answer(exchange, 200, partner.toString());
    }

    private String imported(String csv, boolean rehearsal) {
        List<List<String>> lines = ExampleFile.lines(csv);
        boolean tooEarly = rehearsal && rehearsalsTooEarly-- > 0;
        if (!rehearsal) {
            imports.add(csv);
        }
        ObjectNode report = JSON.createObjectNode();
        for (int line = 2; line <= lines.size(); line++) {
            List<String> cells = lines.get(line - 1);
            boolean published = cells.get(1).equals("PUBLISH");
            ObjectNode row =
                    report.withArray("rows")
                            .addObject()
                            .put("line", line)
                            .put("externalId", cells.getFirst())
                            .put("id", "x-of-" + cells.getFirst());
            if (line == refuseImportedLine || (tooEarly && published)) {
                row.put("outcome", "REFUSED")
                        .putArray("violations")
                        .addObject()
                        .put("field", "partner")
                        .put("code", tooEarly ? "reviews-its-territory" : "required")
                        .put("message", "refus");
            } else {
                boolean created = cells.get(1).equals("SUBMIT");
                String fresh = created ? "CREATED" : "APPLIED";
                boolean known = importedRows.contains(cells.toString());
                row.put("outcome", known ? "UNCHANGED" : fresh);
                if (!rehearsal) {
                    importedRows.add(cells.toString());
                }
            }
        }
        return report.toString();
    }

    /** After a refused row, the later ones wait: as if all were of one aggregate. */
    private String archived(String json) {
        archives.add(json);
        boolean tooEarly = archivesTooEarly-- > 0;
        int refused = tooEarly ? 3 : refuseArchivedRow;
        ObjectNode report = JSON.createObjectNode();
        int number = 0;
        for (JsonNode given : JSON.readTree(json).path("rows")) {
            number++;
            ObjectNode row = report.withArray("rows").addObject().put("row", number);
            if (refused > 0 && number >= refused) {
                String reason = tooEarly ? "partner-unknown" : "reason-required";
                row.put("outcome", "REFUSED")
                        .putArray("violations")
                        .addObject()
                        .put("field", "partner")
                        .put("code", number == refused ? reason : "earlier-row-refused")
                        .put("retry", tooEarly || number > refused)
                        .put("message", number == refused ? "refus" : "attente");
            } else {
                String fresh = given.has("ref") ? "CREATED" : "APPLIED";
                row.put("outcome", importedRows.add(given.toString()) ? fresh : "UNCHANGED");
            }
        }
        return report.toString();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
