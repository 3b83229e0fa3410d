package relais.experiences.experience;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of one adoption of an experience, such as {@code a-77b0e1}. */
public record AdoptionId(String value) {

    private static final Pattern FORM = Pattern.compile("a-[a-z0-9-]{1,60}");

    public AdoptionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an adoption id: " + value);
        }
    }

    /** Empty when the text is absent or is not an adoption id. */
    public static Optional<AdoptionId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new AdoptionId(text))
                : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
