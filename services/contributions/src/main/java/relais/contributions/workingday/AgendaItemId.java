package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of a point of an agenda, such as {@code ai-1}: unique within its working day. */
public record AgendaItemId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("ai-[a-z0-9-]{1,60}");

    public AgendaItemId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an agenda item id: " + value);
        }
    }

    /** Empty when the text is absent or has another form. */
    public static Optional<AgendaItemId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new AgendaItemId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
