package relais.web;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annotations can write examples as text only: here they become what their schema describes. What
 * they say of the values of a list, the generator says of the list, too: there it is taken away.
 */
final class OpenApiExamples {

    private OpenApiExamples() {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // As the library has it.
    static void correct(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getItems() != null) {
            schema.setEnum(null);
            schema.setMaxLength(null);
        }
        if (schema.getExample() instanceof String text) {
            schema.setExample(typed(schema, text));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> correct((Schema) each));
        }
        correct(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema values) {
            correct(values);
        }
    }

    private static @Nullable Object typed(Schema<?> schema, String text) {
        try {
            return switch (typeOf(schema)) {
                case "integer" -> Long.valueOf(text);
                case "number" -> new BigDecimal(text);
                case "boolean" -> Boolean.valueOf(text);
                case "array" ->
                        schema.getItems() == null
                                ? List.of(text)
                                : List.of(typedItem(schema.getItems(), text));
                // A text is no example of an object.
                case "object" -> null;
                default -> text;
            };
        } catch (NumberFormatException noExample) {
            return null;
        }
    }

    private static Object typedItem(Schema<?> items, String text) {
        Object typed = typed(items, text);
        return typed == null ? text : typed;
    }

    private static String typeOf(Schema<?> schema) {
        if (schema.getType() != null) {
            return schema.getType();
        }
        return schema.getTypes() == null || schema.getTypes().isEmpty()
                ? ""
                : schema.getTypes().iterator().next();
    }
}
