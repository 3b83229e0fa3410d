package relais.feed.adapter.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.stream.Stream;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import relais.feed.projection.Reference;

/** Describes what {@link CardModule} writes in place of an identifier. */
@Component
@Lazy
final class ReferenceSchemas implements PropertyCustomizer {

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    @SuppressWarnings("rawtypes") // As the generator has it.
    public Schema customize(Schema property, AnnotatedType type) {
        if (type.getCtxAnnotations() == null) {
            return property;
        }
        return Stream.of(type.getCtxAnnotations())
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .findFirst()
                .<Schema>map(reference -> named(property, reference.value()))
                .orElse(property);
    }

    private static Schema<?> named(Schema<?> property, Reference.To to) {
        var named =
                new Schema<>()
                        .$ref(SCHEMAS + (to == Reference.To.CARD ? "CardReference" : "Named"));
        if (property.getItems() == null) {
            return named.description(property.getDescription());
        }
        property.setItems(named);
        return property;
    }
}
