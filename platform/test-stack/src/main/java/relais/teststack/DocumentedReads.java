package relais.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that can be read of a service, from its own description: each address alone, with each of its
 * parameters, and with each of them as of a past instant.
 */
public final class DocumentedReads {

    private static final Set<String> NEVER_ENDING = Set.of("text/event-stream");
    private static final String PAST = "asOf";
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final JsonNode openapi;
    private final Map<String, String> values;

    /**
     * @param base address of a running service
     * @param values of parameters, by their names, where their schema does not say which there are
     */
    public DocumentedReads(HttpClient http, URI base, Map<String, String> values) {
        this.http = http;
        this.base = base;
        this.openapi = JsonMapper.shared().readTree(get("/openapi", "").body());
        this.values = Map.copyOf(values);
    }

    /**
     * Reads everything as each of some readers, and one page more of what has several.
     *
     * @param tokens one for each reader; empty for anyone
     * @return what the service could not answer, which is nothing
     */
    public List<String> failures(List<String> tokens) {
        var failures = new ArrayList<String>();
        for (String token : tokens) {
            for (String read : all()) {
                HttpResponse<String> answer = get(read, token);
                if (answer.statusCode() >= 500) {
                    failures.add(read + ": " + answer.statusCode() + " " + answer.body());
                }
                Matcher next = NEXT.matcher(answer.body());
                if (next.find()) {
                    String and = read.contains("?") ? "&" : "?";
                    get(read + and + "cursor=" + encoded(next.group(1)), token);
                }
            }
        }
        return failures;
    }

    private HttpResponse<String> get(String read, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + read)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Paths with their queries. */
    List<String> all() {
        var reads = new ArrayList<String>();
        openapi.path("paths")
                .forEachEntry(
                        (path, item) -> {
                            JsonNode get = item.get("get");
                            if (get != null && ends(get)) {
                                add(path, get, reads);
                            }
                        });
        return reads;
    }

    private static boolean ends(JsonNode operation) {
        return operation.path("responses").path("200").path("content").propertyNames().stream()
                .noneMatch(NEVER_ENDING::contains);
    }

    private void add(String template, JsonNode operation, List<String> reads) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        String path = template;
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = resolved(each);
            String name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "query" -> given.put(name, valuesOf(name, parameter.path("schema")));
                case "path" ->
                        path =
                                path.replace(
                                        "{" + name + "}", encoded(values.getOrDefault(name, "x")));
                default -> {
                    // A header asks for nothing else.
                }
            }
        }
        reads.add(path);
        List<String> past = given.getOrDefault(PAST, List.of());
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            for (String value : parameter.getValue()) {
                String read = path + "?" + parameter.getKey() + "=" + encoded(value);
                reads.add(read);
                if (!past.isEmpty() && !parameter.getKey().equals(PAST)) {
                    reads.add(read + "&" + PAST + "=" + encoded(past.getFirst()));
                }
            }
        }
    }

    private List<String> valuesOf(String name, JsonNode declared) {
        JsonNode schema = resolved(declared);
        String given = values.get(name);
        if (given != null) {
            return List.of(given);
        }
        if (schema.path("type").asString("").equals("array")) {
            return valuesOf(name, schema.path("items"));
        }
        if (schema.has("enum")) {
            return schema.get("enum").valueStream().map(JsonNode::asString).toList();
        }
        if (schema.has("const")) {
            return List.of(schema.get("const").asString());
        }
        return List.of(
                switch (schema.path("type").asString("")) {
                    case "integer", "number" -> schema.path("minimum").asString("1");
                    case "boolean" -> "true";
                    default ->
                            switch (schema.path("format").asString("")) {
                                case "date-time" -> "2026-01-01T00:00:00Z";
                                case "date" -> "2026-01-01";
                                default -> "x";
                            };
                });
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : openapi.at(reference.substring(1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
