package relais.contributions.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of a message, such as {@code msg-3f9c2a}. */
public record MessageId(@JsonValue String value) {

    public static final String PREFIX = "msg-";

    private static final Pattern FORM = Pattern.compile("msg-[a-z0-9-]{1,60}");

    public MessageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a message id: " + value);
        }
    }

    /** Empty when the text is absent or is not a message id. */
    public static Optional<MessageId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new MessageId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
