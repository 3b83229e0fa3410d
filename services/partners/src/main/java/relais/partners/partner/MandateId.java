package relais.partners.partner;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a mandate for ever: {@code m-} and a slug of 1 to 60 characters. It stands for a person in
 * every event, so it must not be made from the person's name.
 */
public record MandateId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("m-[a-z0-9-]{1,60}");

    /**
     * @throws IllegalArgumentException if {@link #accepts} says no
     */
    public MandateId {
        if (!accepts(value)) {
            throw new IllegalArgumentException("Not a mandate id: " + value);
        }
    }

    public static boolean accepts(@Nullable String raw) {
        return raw != null && SHAPE.matcher(raw).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
