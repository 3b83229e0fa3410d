package relais.contributions.objective;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of an objective, such as {@code o-bandwidth}. */
public record ObjectiveId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("o-[a-z0-9-]{1,60}");

    public ObjectiveId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an objective id: " + value);
        }
    }

    /** Empty when the text is absent or has another form. */
    public static Optional<ObjectiveId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new ObjectiveId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
