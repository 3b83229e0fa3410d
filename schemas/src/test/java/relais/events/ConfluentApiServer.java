package relais.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;

/**
 * The part of Confluent's registry API that this module uses, in memory, on a free port: with its
 * error codes, and with FULL_TRANSITIVE enforced where it was asked for.
 */
final class ConfluentApiServer implements AutoCloseable {

    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final HttpServer server;
    private final Map<String, List<Integer>> idsBySubject = new LinkedHashMap<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, String> levels = new LinkedHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile int failing;

    ConfluentApiServer() throws IOException {
        this(0);
    }

    ConfluentApiServer(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers the next calls with 503. */
    void fail(int calls) {
        failing = calls;
    }

    /** Method and path of every call so far. */
    List<String> calls() {
        return calls;
    }

    Map<String, String> levels() {
        return levels;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = URI.create(exchange.getRequestURI().toString()).getPath();
            calls.add(method + " " + path);
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (failing > 0) {
                failing--;
                error(exchange, 503, 50301, "Starting");
                return;
            }
            String[] parts = path.substring(1).split("/", -1);
            switch (method + " " + parts[0] + " " + parts.length) {
                case "PUT config 2" -> configure(exchange, parts[1], EventJson.parse(body));
                case "POST subjects 2" -> lookUp(exchange, parts[1], schema(body));
                case "POST subjects 3" -> register(exchange, parts[1], schema(body));
                case "GET schemas 3" -> byId(exchange, Integer.parseInt(parts[2]));
                default -> answer(exchange, 404, JsonNodeFactory.instance.objectNode());
            }
        }
    }

    private void configure(HttpExchange exchange, String subject, JsonNode body)
            throws IOException {
        levels.put(subject, body.get("compatibility").asText());
        answer(exchange, 200, body);
    }

    private void lookUp(HttpExchange exchange, String subject, Schema schema) throws IOException {
        List<Integer> ids = idsBySubject.get(subject);
        if (ids == null) {
            error(exchange, 404, SUBJECT_NOT_FOUND, "Subject '" + subject + "' not found.");
            return;
        }
        for (int id : ids) {
            if (schemas.get(id - 1).equals(schema)) {
                answer(exchange, 200, described(subject, id));
                return;
            }
        }
        error(exchange, 404, SCHEMA_NOT_FOUND, "Schema not found");
    }

    private void register(HttpExchange exchange, String subject, Schema schema) throws IOException {
        List<Integer> ids = idsBySubject.computeIfAbsent(subject, name -> new ArrayList<>());
        for (int id : ids) {
            List<String> problems = Compatibility.problems(schema, schemas.get(id - 1));
            if (!problems.isEmpty() && "FULL_TRANSITIVE".equals(levels.get(subject))) {
                error(exchange, 409, 409, "Incompatible: " + problems.getFirst());
                return;
            }
        }
        schemas.add(schema);
        ids.add(schemas.size());
        answer(exchange, 200, described(subject, schemas.size()));
    }

    private void byId(HttpExchange exchange, int id) throws IOException {
        if (id > schemas.size()) {
            error(exchange, 404, SCHEMA_NOT_FOUND, "Schema " + id + " not found.");
        } else {
            answer(exchange, 200, described("", id));
        }
    }

    private ObjectNode described(String subject, int id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("subject", subject)
                .put("id", id)
                .put("version", 1)
                .put("schema", schemas.get(id - 1).toString());
    }

    private static Schema schema(String body) {
        return new Schema.Parser().parse(EventJson.parse(body).get("schema").asText());
    }

    private static void error(HttpExchange exchange, int status, int code, String message)
            throws IOException {
        answer(
                exchange,
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error_code", code)
                        .put("message", message));
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body)
            throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
