package relais.aggregates.partner;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of a partner, such as {@code p-departement-45}. */
public record PartnerId(String value) {

    private static final Pattern FORM = Pattern.compile("p-[a-z0-9-]{1,60}");

    public PartnerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a partner id: " + value);
        }
    }

    /** Empty when the text is absent or is not a partner id. */
    public static Optional<PartnerId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new PartnerId(text))
                : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
