package relais.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads dates and instants from text only: a number of days or of seconds is not guessed at. */
final class IsoText<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parse;

    private IsoText(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    static JacksonModule module() {
        return new SimpleModule("relais-iso-text")
                .addDeserializer(LocalDate.class, new IsoText<>(LocalDate.class, IsoDates::date))
                .addDeserializer(Instant.class, new IsoText<>(Instant.class, IsoDates::instant));
    }

    @Override
    @SuppressWarnings("unchecked") // Jackson promises a value of handledType(), or throws.
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), json);
        }
        String text = json.getString();
        try {
            return parse.apply(text);
        } catch (DateTimeException notIso) {
            return (T) context.handleWeirdStringValue(handledType(), text, "not ISO 8601");
        }
    }
}
