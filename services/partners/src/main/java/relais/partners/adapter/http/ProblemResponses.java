package relais.partners.adapter.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Says of every refusal that it is a problem. A response described in words only would else be
 * given the body of the success.
 */
@Lazy
@Component
final class ProblemResponses implements GlobalOpenApiCustomizer {

    /**
     * @param converters not used, but nobody else asks for them, and beans that describe the API
     *     are made on demand: without them, a ResponseEntity would be described instead of its body
     */
    ProblemResponses(ModelConverterRegistrar converters) {}

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(ProblemResponses::describe);
    }

    private static void describe(Operation operation) {
        operation
                .getResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("4") && response.get$ref() == null) {
                                asProblem(response);
                            }
                        });
    }

    private static void asProblem(ApiResponse response) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        response.setContent(
                new Content()
                        .addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
