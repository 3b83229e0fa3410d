package relais.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to every operation what these conventions add to its behaviour: who may call, what the
 * common parameters mean, and the {@link StandardResponses}.
 */
final class OpenApiConventions implements GlobalOpenApiCustomizer {

    private static final String SCHEME = "bearer";
    private static final String LIMIT = "limit";

    /** Of parameters that mean the same in every operation. */
    private static final Map<String, String> DESCRIPTIONS =
            Map.of(
                    LIMIT,
                    "How many entries a page has at most",
                    "cursor",
                    "From the page before",
                    HttpHeaders.IF_MATCH,
                    "The ETag of the version read, such as \"3\"; * for any version",
                    IdempotencyKeys.HEADER,
                    "The same key with the same body creates once, for seven days");

    private final PublicReads publicReads;
    private final StandardResponses responses;

    OpenApiConventions(PublicReads publicReads, StandardResponses responses) {
        this.publicReads = publicReads;
        this.responses = responses;
    }

    /** The caller comes from the token, not from the query; the version, from a header. */
    static Operation withoutTheCaller(Operation operation, HandlerMethod method) {
        if (operation.getParameters() != null) {
            Map<String, Boolean> callers =
                    Stream.of(method.getMethodParameters())
                            .filter(CallerArgumentResolver::supports)
                            .collect(
                                    Collectors.toMap(
                                            parameter -> parameter.getParameter().getName(),
                                            CallerArgumentResolver::isConditional));
            List<Parameter> others =
                    operation.getParameters().stream()
                            .map(
                                    parameter ->
                                            callers.getOrDefault(parameter.getName(), false)
                                                    ? ifMatch()
                                                    : parameter)
                            .filter(parameter -> !callers.containsKey(parameter.getName()))
                            .toList();
            operation.setParameters(others.isEmpty() ? null : others);
        }
        return operation;
    }

    private static Parameter ifMatch() {
        return new Parameter()
                .name(HttpHeaders.IF_MATCH)
                .in("header")
                .required(false)
                .schema(new StringSchema());
    }

    @Override
    public void customise(OpenAPI api) {
        Components components =
                api.getComponents() == null ? new Components() : api.getComponents();
        if (components.getSchemas() != null) {
            components.getSchemas().remove(Caller.class.getSimpleName());
            components.getSchemas().remove(ConditionalCall.class.getSimpleName());
        }
        api.components(
                components
                        .addSchemas(StandardResponses.PROBLEM, problem())
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
        responses.components(components);
        components.getSchemas().values().forEach(OpenApiExamples::correct);
        if (api.getPaths() != null) {
            api.getPaths().forEach(this::describe);
            api.setTags(tags(api));
        }
    }

    /** All that operations name, in alphabetical order, with what is said of them, if anything. */
    private static List<Tag> tags(OpenAPI api) {
        Map<String, Tag> tags = new TreeMap<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getTags() != null)
                .flatMap(operation -> operation.getTags().stream())
                .forEach(name -> tags.put(name, new Tag().name(name)));
        if (api.getTags() != null) {
            api.getTags().forEach(said -> tags.put(said.getName(), said));
        }
        return List.copyOf(tags.values());
    }

    private void describe(String path, PathItem item) {
        item.readOperationsMap()
                .forEach(
                        (method, operation) -> {
                            boolean read = method == PathItem.HttpMethod.GET;
                            PathContainer parsed = PathContainer.parsePath(path);
                            boolean open =
                                    (read && publicReads.include(parsed))
                                            || (method == PathItem.HttpMethod.POST
                                                    && publicReads.includePost(parsed));
                            operation.setSecurity(
                                    open
                                            ? List.of()
                                            : List.of(new SecurityRequirement().addList(SCHEME)));
                            responses.add(operation, read, open);
                            parameters(operation);
                            texts(operation);
                        });
    }

    private static void parameters(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            if (LIMIT.equals(parameter.getName()) && isText(parameter.getSchema())) {
                parameter.setSchema(limit());
            }
            if (parameter.getDescription() == null) {
                parameter.setDescription(DESCRIPTIONS.get(parameter.getName()));
            }
            OpenApiExamples.correct(parameter.getSchema());
            if (parameter.getExample() instanceof String example && parameter.getSchema() != null) {
                parameter.getSchema().setExample(example);
                parameter.setExample(null);
                OpenApiExamples.correct(parameter.getSchema());
            }
        }
    }

    private static boolean isText(@Nullable Schema<?> schema) {
        return schema != null
                && ("string".equals(schema.getType())
                        || (schema.getTypes() != null && schema.getTypes().contains("string")));
    }

    /** Read as text, so that what is no number is refused by name. */
    private static Schema<?> limit() {
        var limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(Limits.MAXIMUM));
        return limit;
    }

    /** The generator takes the bytes of a text for Base64. */
    private static void texts(Operation operation) {
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .forEach(
                            (type, media) -> {
                                if (type.startsWith("text/")) {
                                    media.setSchema(new StringSchema());
                                }
                            });
        }
    }

    private static Schema<?> problem() {
        var violation = new ObjectSchema();
        violation.setProperties(
                Map.of(
                        "field", new StringSchema(),
                        "code", new StringSchema(),
                        "message", new StringSchema()));
        violation.setRequired(List.of("field", "code"));
        var problem = new ObjectSchema();
        problem.setProperties(
                Map.of(
                        "type", new StringSchema().format("uri"),
                        "title", new StringSchema(),
                        "status", new IntegerSchema(),
                        "detail", new StringSchema(),
                        "instance", new StringSchema(),
                        "violations", new ArraySchema().items(violation),
                        "correlationId", new StringSchema()));
        problem.setRequired(List.of("type", "title", "status", "correlationId"));
        // Each kind of problem may tell more, such as currentVersion.
        problem.setAdditionalProperties(true);
        return problem;
    }
}
