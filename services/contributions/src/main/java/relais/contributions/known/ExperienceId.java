package relais.contributions.known;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of an experience, such as {@code x-3f9c2a}. */
public record ExperienceId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("x-[a-z0-9-]{1,60}");

    public ExperienceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an experience id: " + value);
        }
    }

    /** Empty when the text is absent or is not an experience id. */
    public static Optional<ExperienceId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new ExperienceId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
