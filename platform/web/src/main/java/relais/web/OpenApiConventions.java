package relais.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Adds to every operation what these conventions add to its behaviour: who may call, and refusals.
 */
final class OpenApiConventions implements GlobalOpenApiCustomizer {

    private static final String SCHEME = "bearer";
    private static final String PROBLEM = "Problem";

    private final List<PathPattern> publicGet;

    OpenApiConventions(List<String> publicGet) {
        this.publicGet = publicGet.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    /** The caller comes from the token, not from the query. */
    static Operation withoutTheCaller(Operation operation, HandlerMethod method) {
        if (operation.getParameters() != null) {
            Set<String> callers =
                    Stream.of(method.getMethodParameters())
                            .filter(OpenApiConventions::isCaller)
                            .map(parameter -> parameter.getParameter().getName())
                            .collect(Collectors.toSet());
            List<Parameter> others =
                    operation.getParameters().stream()
                            .filter(parameter -> !callers.contains(parameter.getName()))
                            .toList();
            operation.setParameters(others.isEmpty() ? null : others);
        }
        return operation;
    }

    private static boolean isCaller(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
    }

    @Override
    public void customise(OpenAPI api) {
        Components components =
                api.getComponents() == null ? new Components() : api.getComponents();
        if (components.getSchemas() != null) {
            components.getSchemas().remove(Caller.class.getSimpleName());
        }
        api.components(
                components
                        .addSchemas(PROBLEM, problem())
                        .addResponses(PROBLEM, response())
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
        if (api.getPaths() != null) {
            api.getPaths().forEach(this::describe);
        }
    }

    private void describe(String path, PathItem item) {
        item.readOperationsMap()
                .forEach(
                        (method, operation) -> {
                            boolean open = method == PathItem.HttpMethod.GET && isPublic(path);
                            operation.setSecurity(
                                    open
                                            ? List.of()
                                            : List.of(new SecurityRequirement().addList(SCHEME)));
                            refusals(operation, open);
                        });
    }

    private boolean isPublic(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return publicGet.stream().anyMatch(pattern -> pattern.matches(container));
    }

    private static void refusals(Operation operation, boolean open) {
        ApiResponses responses = operation.getResponses();
        if (responses == null) {
            responses = new ApiResponses();
            operation.setResponses(responses);
        }
        responses.putIfAbsent("400", reference());
        if (!open) {
            responses.putIfAbsent("401", reference());
            responses.putIfAbsent("403", reference());
        }
        if (takes(operation, "path", null)) {
            responses.putIfAbsent("404", reference());
        }
        if (takes(operation, "header", "If-Match")) {
            responses.putIfAbsent("412", reference());
            responses.putIfAbsent("428", reference());
        }
        responses.putIfAbsent("default", reference());
    }

    private static boolean takes(Operation operation, String in, @Nullable String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .filter(parameter -> in.equals(parameter.getIn()))
                        .anyMatch(parameter -> name == null || name.equals(parameter.getName()));
    }

    private static ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + PROBLEM);
    }

    private static ApiResponse response() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("RFC 9457, in French or English by Accept-Language")
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
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
        return problem;
    }
}
