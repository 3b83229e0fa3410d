package relais.feed.adapter.http;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.feed.projection.PlainFigure;
import relais.feed.projection.Reference;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/** Writes cards as JSON: the records themselves, what they refer to with its name. */
@Component
final class CardModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    CardModule() {
        addSerializer(Details.class, new DetailsSerializer());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Marks());
    }

    private static final class Marks extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated member) {
            Reference reference = member.getAnnotation(Reference.class);
            if (reference != null) {
                return new ReferenceSerializer(reference.value());
            }
            return member.hasAnnotation(PlainFigure.class) ? new FigureSerializer() : null;
        }
    }

    private static final class DetailsSerializer extends ValueSerializer<Details> {

        @Override
        public void serialize(Details value, JsonGenerator json, SerializationContext context) {
            context.setAttribute(Details.class, value);
            context.writeValue(json, value.shown());
        }
    }

    private static final class ReferenceSerializer extends ValueSerializer<Object> {

        private final Reference.To to;

        ReferenceSerializer(Reference.To to) {
            this.to = to;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            var details = (Details) Objects.requireNonNull(context.getAttribute(Details.class));
            if (value instanceof Collection<?> ids) {
                json.writeStartArray();
                ids.forEach(id -> context.writeValue(json, named((String) id, details)));
                json.writeEndArray();
            } else {
                context.writeValue(json, named((String) value, details));
            }
        }

        private Record named(String id, Details details) {
            return switch (to) {
                case PARTNER -> details.names().partner(id);
                case TERRITORY -> details.names().territory(id);
                case CARD -> details.names().card(id, details.reader());
            };
        }
    }

    private static final class FigureSerializer extends ValueSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(Glance.plain(value));
        }
    }
}
