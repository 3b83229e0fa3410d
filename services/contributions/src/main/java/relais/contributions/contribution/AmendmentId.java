package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of an amendment, such as {@code am-3f9c2a}. */
record AmendmentId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("am-[a-z0-9-]{1,60}");

    public AmendmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an amendment id: " + value);
        }
    }

    /** Empty when the text is absent or has another form. */
    public static Optional<AmendmentId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new AmendmentId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
