package relais.teststack;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a service says of its own API (OpenAPI 3.1), to hold its answers against: an answer has all
 * that its schema requires, of the types it names, and nothing that it does not describe.
 */
public final class ApiDescription {

    private static final String PROBLEM_JSON = "application/problem+json";

    /** One value: lines of JSON are no document. */
    private static final Pattern JSON = Pattern.compile("application/(.+\\+)?json");

    /** One of these says what a value is. */
    private static final List<String> TYPES =
            List.of("type", "$ref", "oneOf", "anyOf", "allOf", "enum", "const");

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JsonNode api;
    private final ObjectNode components;
    private final List<Path> paths;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    private record Path(String template, Pattern pattern, long variables) {
        static Path of(String template) {
            return new Path(
                    template,
                    Pattern.compile(template.replaceAll("\\{[^/]+}", "[^/]+")),
                    template.chars().filter(c -> c == '{').count());
        }
    }

    public ApiDescription(JsonNode openapi) {
        this.api = openapi;
        this.components = (ObjectNode) openapi.path("components").deepCopy();
        components.path("schemas").forEach(ApiDescription::close);
        this.paths =
                openapi.path("paths").propertyNames().stream()
                        .map(Path::of)
                        .sorted(Comparator.comparingLong(Path::variables))
                        .toList();
    }

    /** The document itself, as the service answered it. */
    public JsonNode document() {
        return api;
    }

    /** Forbids what is not described, unless it is said that there may be more. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.has("properties")
                    && !object.has("additionalProperties")
                    && !object.has("allOf")) {
                object.put("additionalProperties", false);
            }
            object.forEach(ApiDescription::close);
        }
    }

    /** How an answer differs from its description; empty if it does not, or has no JSON. */
    public List<String> differences(HttpResponse<String> answer) {
        String contentType = answer.headers().firstValue("Content-Type").orElse("");
        boolean said = JSON.matcher(contentType).lookingAt() && !answer.body().isEmpty();
        return differences(
                answer.request().method(),
                answer.uri().getRawPath(),
                answer.statusCode(),
                contentType,
                said ? MAPPER.readTree(answer.body()) : null);
    }

    List<String> differences(
            String method, String path, int status, String contentType, @Nullable JsonNode body) {
        Path described =
                paths.stream()
                        .filter(each -> each.pattern().matcher(path).matches())
                        .findFirst()
                        .orElse(null);
        JsonNode operation =
                described == null
                        ? null
                        : api.path("paths")
                                .path(described.template())
                                .get(method.equals("HEAD") ? "get" : lower(method));
        if (described == null || operation == null) {
            return status == 404 || status == 405 || status == 401
                    ? List.of()
                    : List.of(method + " " + path + " is not described");
        }
        String where = method + " " + described.template() + " " + status;
        JsonNode response = response(operation, status);
        if (response == null) {
            return List.of(where + " is not described");
        }
        if (body == null) {
            return List.of();
        }
        String media = contentType.replaceAll(";.*", "");
        JsonNode schema = resolved(response).path("content").path(media).get("schema");
        if (schema == null) {
            return List.of(where + " has no schema for " + media);
        }
        return schema(where + media, schema).validate(body).stream()
                .map(error -> where + ": " + text(error))
                .toList();
    }

    private static String text(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }

    private Schema schema(String where, JsonNode schema) {
        return known.computeIfAbsent(where, _ -> standalone(schema));
    }

    private Schema standalone(JsonNode schema) {
        JsonNode own = schema.deepCopy();
        close(own);
        ObjectNode root = (ObjectNode) own;
        root.set("components", components);
        return SCHEMAS.getSchema(root);
    }

    private static @Nullable JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        JsonNode exact = responses.get(String.valueOf(status));
        return exact == null && status >= 400 ? responses.get("default") : exact;
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : api.at(reference.substring(1));
    }

    /**
     * Where the description itself is wrong: operations without name, words or place in the list of
     * tags, refusals that are no problems, bodies and fields of any type, examples.
     */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        var names = new HashSet<String>();
        Set<String> tags =
                api.path("tags")
                        .valueStream()
                        .map(tag -> tag.path("name").asString(""))
                        .collect(Collectors.toSet());
        api.path("paths")
                .forEachEntry(
                        (path, item) ->
                                item.forEachEntry(
                                        (method, operation) ->
                                                operation(
                                                        method + " " + path,
                                                        operation,
                                                        names,
                                                        tags,
                                                        faults)));
        api.path("components")
                .path("schemas")
                .forEachEntry(
                        (name, schema) -> {
                            examples(name, schema, faults);
                            untyped(name, schema, faults);
                        });
        return List.copyOf(faults);
    }

    /** Fields and entries of lists of which nothing is said: they could be anything. */
    private static void untyped(String name, JsonNode schema, List<String> faults) {
        schema.path("properties")
                .forEachEntry(
                        (field, of) -> {
                            if (TYPES.stream().noneMatch(of::has)) {
                                faults.add(name + "." + field + " has no type");
                            }
                            untyped(name + "." + field, of, faults);
                        });
        if (schema.has("items")) {
            if (TYPES.stream().noneMatch(schema.path("items")::has)) {
                faults.add(name + "[] has no type");
            }
            untyped(name + "[]", schema.path("items"), faults);
        }
    }

    private void operation(
            String name,
            JsonNode operation,
            Set<String> names,
            Set<String> tags,
            List<String> faults) {
        if (!names.add(operation.path("operationId").asString(""))) {
            faults.add(name + " has no operationId of its own");
        }
        operation
                .path("tags")
                .valueStream()
                .map(tag -> tag.asString(""))
                .filter(tag -> !tags.contains(tag))
                .forEach(tag -> faults.add(name + " has a tag that is not listed: " + tag));
        for (String said : List.of("operationId", "summary", "tags")) {
            JsonNode value = operation.path(said);
            if (value.isArray() ? value.isEmpty() : value.asString("").isBlank()) {
                faults.add(name + " has no " + said);
            }
        }
        operation
                .path("parameters")
                .forEach(
                        parameter -> {
                            String named = name + " " + parameter.path("name").asString("");
                            JsonNode schema = parameter.path("schema");
                            example(named, schema, parameter.get("example"), faults);
                            examples(named, schema, faults);
                        });
        operation
                .path("responses")
                .forEachEntry(
                        (status, said) -> {
                            JsonNode response = resolved(said);
                            response.path("content")
                                    .forEachEntry(
                                            (media, content) ->
                                                    media(
                                                            name + " " + status,
                                                            status,
                                                            media,
                                                            content,
                                                            faults));
                        });
    }

    private void media(
            String name, String status, String media, JsonNode content, List<String> faults) {
        boolean refusal = !status.startsWith("2") && !status.startsWith("3");
        if (refusal != media.equals(PROBLEM_JSON)) {
            faults.add(name + " is described as " + media);
        }
        JsonNode schema = content.path("schema");
        if (media.contains("json") && schema.isEmpty()) {
            faults.add(name + " has no schema");
        }
        example(name, schema, content.get("example"), faults);
        content.path("examples").forEach(each -> example(name, schema, each.get("value"), faults));
    }

    private void examples(String name, JsonNode schema, List<String> faults) {
        if (schema.has("items") && schema.has("enum")) {
            faults.add(name + " says of the list what its values may be");
        }
        example(name, schema, schema.get("example"), faults);
        schema.path("properties")
                .forEachEntry((field, of) -> examples(name + "." + field, of, faults));
        if (schema.has("items")) {
            examples(name + "[]", schema.path("items"), faults);
        }
    }

    private void example(
            String name, JsonNode schema, @Nullable JsonNode example, List<String> faults) {
        if (example != null && schema.isObject()) {
            standalone(schema).validate(example).stream()
                    .map(error -> name + ", example: " + text(error))
                    .forEach(faults::add);
        }
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
