package relais.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record that is never null is always in the JSON, and described as required. A
 * body that makes an empty list of an absent one declares its component {@link
 * RequiredMode#NOT_REQUIRED}.
 */
final class RequiredComponents implements ModelConverter {

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> described = described(schema, context.getDefinedModels());
            if (described != null) {
                require(described, java.getRawClass());
            }
        }
        return schema;
    }

    @SuppressWarnings("rawtypes") // As the generator has it.
    private static @Nullable Schema<?> described(Schema<?> schema, Map<String, Schema> models) {
        String reference = schema.get$ref();
        return reference == null || !reference.startsWith(SCHEMAS)
                ? schema
                : models.get(reference.substring(SCHEMAS.length()));
    }

    private static void require(Schema<?> schema, Class<?> type) {
        if (schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable && component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                absentTogether(schema, component.getType());
            }
            if (!nullable
                    && !isDeclaredOptional(component)
                    && schema.getProperties().containsKey(component.getName())
                    && (schema.getRequired() == null
                            || !schema.getRequired().contains(component.getName()))) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    /** What stands among the others is absent with the record that it is of. */
    private static void absentTogether(Schema<?> schema, Class<?> unwrapped) {
        if (schema.getRequired() != null && unwrapped.isRecord()) {
            schema.setRequired(
                    schema.getRequired().stream()
                            .filter(
                                    name ->
                                            Stream.of(unwrapped.getRecordComponents())
                                                    .noneMatch(its -> its.getName().equals(name)))
                            .toList());
        }
    }

    private static boolean isDeclaredOptional(RecordComponent component) {
        var declared =
                component
                        .getAccessor()
                        .getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return declared != null && declared.requiredMode() == RequiredMode.NOT_REQUIRED;
    }
}
